package io.ordertrail.web.stocktake;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.stocktake.OpenStocktake;
import io.ordertrail.stock.stocktake.Stocktake;
import io.ordertrail.stock.stocktake.StocktakeLines;
import io.ordertrail.stock.stocktake.StocktakePlan;
import io.ordertrail.stock.stocktake.Stocktakes;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormInput;

/** The list of stocktakes, and the form that opens one. */
@Controller
class StocktakesPage {

    private static final int PAGE = 50;

    /**
     * The filters of the list.
     *
     * @param state null for all
     */
    record Filter(String site, Stocktake.State state) {

        public boolean any() {
            return !site.isBlank() || state != null;
        }

        Collection<Stocktake.State> states() {
            return state == null ? EnumSet.allOf(Stocktake.State.class) : EnumSet.of(state);
        }
    }

    /**
     * The input of the form.
     *
     * @param scope {@code site} for all products of the site, {@code some} for the listed SKUs
     * @param skus separated by white space, commas or semicolons
     */
    record Form(String site, String scope, String skus, String reason) {

        static Form of(FormInput typed) {
            return new Form(typed.text("site"), typed.text("scope"), typed.text("skus"), typed.text("reason"));
        }

        public boolean some() {
            return scope.equals("some");
        }

        StocktakePlan plan(UnaryOperator<String> known) {
            return new StocktakePlan(site, !some(), listed(known), reason.strip());
        }

        private List<String> listed(UnaryOperator<String> known) {
            return Arrays.stream(skus.split("[\\s,;]+"))
                    .filter(sku -> !sku.isBlank())
                    .map(known)
                    .distinct()
                    .toList();
        }
    }

    private final Stocktakes stocktakes;
    private final StocktakeLines lines;
    private final OpenStocktake openStocktake;
    private final Sites sites;
    private final Products products;

    StocktakesPage(
            Stocktakes stocktakes, StocktakeLines lines, OpenStocktake openStocktake, Sites sites, Products products) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.openStocktake = openStocktake;
        this.sites = sites;
        this.products = products;
    }

    @GetMapping("/stock/stocktakes")
    String list(
            @RequestParam(defaultValue = "") String site,
            @RequestParam(required = false) Stocktake.State state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        var filter = new Filter(site, state);
        var found = stocktakes.search(site, filter.states(), before, Limit.of(PAGE + 1));
        var page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("stocktakes", page);
        model.addAttribute("next", found.size() > PAGE ? page.get(PAGE - 1).number() : null);
        model.addAttribute("progress", progress(page));
        model.addAttribute("states", Stocktake.State.values());
        model.addAttribute("sites", sites.findAllByOrderByCode());
        model.addAttribute("any", !page.isEmpty() || stocktakes.count() > 0);
        return "stocktakes";
    }

    @GetMapping("/stock/stocktakes/new")
    String empty(
            @RequestParam(defaultValue = "") String site, @RequestParam(defaultValue = "") String sku, Model model) {
        return show(new Form(site, sku.isBlank() ? "site" : "some", sku, ""), FormErrors.NONE, model);
    }

    @PostMapping("/stock/stocktakes/new")
    @RetryOnContention
    String open(
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var form = Form.of(new FormInput(sent));
        try {
            var stocktake = openStocktake.open(form.plan(products::sku));
            next.addFlashAttribute("said", Sentence.of("stocktake.said.opened", stocktake.name()));
            return "redirect:/stock/stocktakes/" + stocktake.number();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(form, FormErrors.of(refusal), model);
        }
    }

    private Map<Long, StocktakeLines.Progress> progress(List<Stocktake> page) {
        return page.isEmpty()
                ? Map.of()
                : lines.progress(page.stream().map(Stocktake::number).toList()).stream()
                        .collect(Collectors.toMap(StocktakeLines.Progress::getNumber, Function.identity()));
    }

    private String show(Form form, FormErrors faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("sites", sites.findAllByOrderByCode());
        return "stocktake-form";
    }
}
