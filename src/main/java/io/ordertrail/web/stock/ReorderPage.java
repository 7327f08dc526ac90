package io.ordertrail.web.stock;

import java.util.List;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.refusal.StaleVersion;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.replenishment.ReorderLevel;
import io.ordertrail.stock.replenishment.SaveReorderLevel;
import io.ordertrail.stock.replenishment.SupplyPosition;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormInput;
import io.ordertrail.web.page.Formats;
import io.ordertrail.web.page.Meanwhile;
import io.ordertrail.web.stock.ReadStock.Past;

/** Saves the reorder level of a product at a site, from the page of the product. */
@Controller
class ReorderPage {

    private final SaveReorderLevel saveReorderLevel;
    private final Products products;
    private final Sites sites;
    private final ReadLevels levels;
    private final StockPage stockPage;

    ReorderPage(
            SaveReorderLevel saveReorderLevel, Products products, Sites sites, ReadLevels levels, StockPage stockPage) {
        this.saveReorderLevel = saveReorderLevel;
        this.products = products;
        this.sites = sites;
        this.levels = levels;
        this.stockPage = stockPage;
    }

    @PostMapping("/stock/{sku}/reorder")
    @RetryOnContention
    String save(
            @PathVariable String sku,
            @RequestParam MultiValueMap<String, String> sent,
            @ModelAttribute("shown") Formats shown,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var product = products.get(sku);
        var typed = new FormInput(sent);
        try {
            var site = sites.get(typed.text("site")).code();
            var level = new ReorderLevel(
                    typed.integer("/reorderPoint", typed.text("reorderPoint"), "reorder.input"),
                    typed.integer("/reorderQuantity", typed.text("reorderQuantity"), "reorder.input"));
            typed.refuseUnreadable();
            var version = levels.settingsVersion(product.sku(), site);
            refuseStale(
                    Meanwhile.opened(sent), level, levels.supply(product.sku()).get(site));
            saveReorderLevel.save(product.sku(), site, null, level, ExpectedVersion.of(version));
            next.addFlashAttribute(
                    "said",
                    level.reorderPoint() == null
                            ? Sentence.of("reorder.said.none", site)
                            : Sentence.of("reorder.said", site, level.reorderPoint()));
            return "redirect:/stock/" + product.sku();
        } catch (StaleVersion stale) {
            throw new OptimisticLockingFailureException("Changed since this call read it", stale);
        } catch (Refusal refusal) {
            response.setStatus(
                    refusal.kind() == Refusal.Kind.STALE
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("reorderFaults", FormErrors.of(refusal));
            model.addAttribute("reorderTyped", sent.toSingleValueMap());
            return stockPage.show(sku, Past.USUAL, shown, model);
        }
    }

    /** Refuses a form that showed another reorder level than the one that holds now, with mine and theirs. */
    private static void refuseStale(MultiValueMap<String, String> opened, ReorderLevel mine, SupplyPosition theirs) {
        var now = Stream.of(
                        theirs == null ? null : theirs.reorderPoint(), theirs == null ? null : theirs.reorderQuantity())
                .map(ReorderPage::text)
                .toList();
        if (!opened.isEmpty()
                && !now.equals(List.of(
                        FormInput.orEmpty(opened.getFirst("reorderPoint")),
                        FormInput.orEmpty(opened.getFirst("reorderQuantity"))))) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "reorder.stale",
                    now.get(0),
                    now.get(1),
                    text(mine.reorderPoint()),
                    text(mine.reorderQuantity()));
        }
    }

    private static String text(Integer number) {
        return number == null ? "" : number.toString();
    }
}
