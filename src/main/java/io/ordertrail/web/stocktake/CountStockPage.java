package io.ordertrail.web.stocktake;

import java.security.Principal;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.stocktake.AlreadyCounted;
import io.ordertrail.stock.stocktake.CountEntry;
import io.ordertrail.stock.stocktake.CountStock;
import io.ordertrail.stock.stocktake.Stocktake.Uncounted;
import io.ordertrail.stock.stocktake.Stocktakes;
import io.ordertrail.stock.stocktake.SubmitStocktake;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormInput;

/** Records counts of a stocktake and submits it. */
@Controller
class CountStockPage {

    /**
     * The input of the count form.
     *
     * @param before the earlier count that the form has shown; empty when it has shown none
     * @param act {@code add} adds to the earlier count; anything else replaces it
     */
    record Form(String sku, String quantity, String before, String act) {

        Form of(String product) {
            return new Form(product, quantity, before, act);
        }

        static final Form EMPTY = new Form("", "", "", "");

        static Form of(FormInput typed) {
            return new Form(
                    Blanks.trimmed(typed.text("sku")), typed.text("quantity"), typed.text("before"), typed.text("act"));
        }

        CountEntry count() {
            var typed = new FormInput(null);
            var counted = typed.integer("/quantity", quantity, "stocktake.input.units");
            var countedBefore = typed.integer("/quantity", before, "stocktake.input.units");
            typed.refuseUnreadable();
            return new CountEntry(sku, counted, countedBefore, act.equals("add"));
        }
    }

    private final StocktakePage page;
    private final Stocktakes stocktakes;
    private final CountStock countStock;
    private final SubmitStocktake submitStocktake;
    private final Products products;

    CountStockPage(
            StocktakePage page,
            Stocktakes stocktakes,
            CountStock countStock,
            SubmitStocktake submitStocktake,
            Products products) {
        this.page = page;
        this.stocktakes = stocktakes;
        this.countStock = countStock;
        this.submitStocktake = submitStocktake;
        this.products = products;
    }

    @PostMapping("/stock/stocktakes/{number}/counts")
    @RetryOnContention
    String count(
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> sent,
            Principal person,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var typed = Form.of(new FormInput(sent));
        var form = typed.of(products.sku(typed.sku()));
        try {
            var count = form.count();
            var counted = countStock.count(number, count);
            next.addFlashAttribute(
                    "said",
                    Sentence.of(
                            "stocktake.said.counted",
                            counted,
                            products.get(form.sku()).name(),
                            form.sku()));
            return StocktakePage.to(number);
        } catch (AlreadyCounted before) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("count", form);
            model.addAttribute("typed", form.count().units());
            model.addAttribute("before", before.line());
            model.addAttribute("beforeName", products.get(before.line().sku()).name());
            return page.show(number, person, model);
        } catch (InvalidInput fault) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("count", form);
            model.addAttribute("faults", FormErrors.of(fault));
            return page.show(number, person, model);
        } catch (Refusal refusal) {
            return StocktakePage.refused(number, refusal, next);
        }
    }

    @PostMapping("/stock/stocktakes/{number}/submission")
    @RetryOnContention
    String submit(
            @PathVariable long number,
            @RequestParam(required = false) Uncounted uncounted,
            Principal person,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            submitStocktake.submit(number, uncounted);
            next.addFlashAttribute(
                    "said",
                    Sentence.of(
                            "stocktake.said.submitted", stocktakes.get(number).name()));
            return StocktakePage.to(number);
        } catch (InvalidInput fault) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", FormErrors.of(fault));
            return page.show(number, person, model);
        } catch (Refusal refusal) {
            return StocktakePage.refused(number, refusal, next);
        }
    }
}
