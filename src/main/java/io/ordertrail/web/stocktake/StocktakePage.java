package io.ordertrail.web.stocktake;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.catalog.Company;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.stocktake.ApproveStocktake;
import io.ordertrail.stock.stocktake.Stocktake;
import io.ordertrail.stock.stocktake.Stocktake.State;
import io.ordertrail.stock.stocktake.StocktakeLines;
import io.ordertrail.stock.stocktake.Stocktakes;
import io.ordertrail.stock.stocktake.Variances;
import io.ordertrail.web.page.FormErrors;

/** The page of one stocktake: first the blind count without expected quantities, then the variances. */
@Controller
class StocktakePage {

    private static final Limit SHOWN = Limit.of(100);

    private final Stocktakes stocktakes;
    private final StocktakeLines lines;
    private final ApproveStocktake approveStocktake;
    private final ReadStocktake readStocktake;
    private final Company company;

    StocktakePage(
            Stocktakes stocktakes,
            StocktakeLines lines,
            ApproveStocktake approveStocktake,
            ReadStocktake readStocktake,
            Company company) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.approveStocktake = approveStocktake;
        this.readStocktake = readStocktake;
        this.company = company;
    }

    @GetMapping("/stock/stocktakes/{number}")
    String show(@PathVariable long number, Principal person, Model model) {
        var stocktake = stocktakes.get(number);
        model.asMap().putIfAbsent("count", CountStockPage.Form.EMPTY);
        model.asMap().putIfAbsent("faults", FormErrors.NONE);
        model.addAttribute("stocktake", stocktake);
        model.addAttribute("changes", readStocktake.changes(stocktake));
        return stocktake.state() == State.COUNTING ? counting(stocktake, model) : differences(stocktake, person, model);
    }

    /** Redirects to the stocktake's current page, which shows the reason of the refusal. */
    static String refused(long number, Refusal refusal, RedirectAttributes next) {
        if (refusal.kind() == Refusal.Kind.UNKNOWN) {
            throw refusal;
        }
        next.addFlashAttribute("refusal", refusal.getMessage());
        return to(number);
    }

    static String to(long number) {
        return "redirect:/stock/stocktakes/" + number;
    }

    private String counting(Stocktake stocktake, Model model) {
        var open = lines.notCounted(stocktake.number(), SHOWN);
        var done = lines.counted(stocktake.number(), SHOWN);
        model.addAttribute("open", open);
        model.addAttribute("done", done);
        model.addAttribute(
                "progress", lines.progress(List.of(stocktake.number())).get(0));
        model.addAttribute(
                "names",
                readStocktake.names(Stream.concat(open.stream(), done.stream()).toList()));
        return "stocktake-count";
    }

    private String differences(Stocktake stocktake, Principal person, Model model) {
        var differences = new Variances(lines.of(stocktake.number()), company.currency());
        model.addAttribute("differences", differences);
        model.addAttribute(
                "names",
                readStocktake.names(Stream.concat(
                                differences.worstFirst().stream(),
                                differences.notCounted().stream().limit(SHOWN.max()))
                        .toList()));
        model.addAttribute("expired", stocktake.state() == State.SUBMITTED && approveStocktake.isExpired(stocktake));
        model.addAttribute(
                "needsAnother",
                stocktake.state() == State.SUBMITTED
                        && approveStocktake.needsSecondPerson(stocktake, person.getName()));
        return "stocktake";
    }
}
