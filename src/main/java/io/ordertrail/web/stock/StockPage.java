package io.ordertrail.web.stock;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.inquiry.SearchStock.Restriction;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.replenishment.AvailabilityDate;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.Formats;
import io.ordertrail.web.stock.FindStock.Filter;
import io.ordertrail.web.stock.ReadBackorders.Waiting;
import io.ordertrail.web.stock.ReadStock.Past;

/**
 * The stock overview and the page of a product; the address contains the filters, so that it can be saved and shared.
 */
@Controller
class StockPage {

    /** Periods of a product's chart in days; 0 for all. */
    private static final List<Integer> PERIODS = List.of(30, 90, 0);

    private final FindStock findStock;
    private final ReadStock readStock;
    private final ReadLevels readLevels;
    private final Sites sites;
    private final AvailabilityDate availabilityDate;

    StockPage(
            FindStock findStock,
            ReadStock readStock,
            ReadLevels readLevels,
            Sites sites,
            AvailabilityDate availabilityDate) {
        this.findStock = findStock;
        this.readStock = readStock;
        this.readLevels = readLevels;
        this.sites = sites;
        this.availabilityDate = availabilityDate;
    }

    @GetMapping("/stock")
    String stock(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(required = false) Integer atMost,
            @RequestParam(defaultValue = "ANY") Restriction only,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var filter = new Filter(text, site, atMost, only, after);
        model.addAttribute("filter", filter);
        model.addAttribute("found", findStock.find(filter));
        model.addAttribute("choices", Restriction.values());
        model.addAttribute("sites", sites.findAllByOrderByCode());
        return "stock";
    }

    @GetMapping("/stock/{sku}")
    String product(
            @PathVariable String sku,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(required = false) Kind kind,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(required = false) Long after,
            @ModelAttribute("shown") Formats shown,
            Model model) {
        if (!PERIODS.contains(days)) {
            throw new Refusal(Refusal.Kind.INVALID, "stock.input.days");
        }
        return show(sku, new Past(site, kind, days, after), shown, model);
    }

    /** Shows the page of a product; a form with errors that is in the model already stays. */
    String show(String typed, Past past, Formats shown, Model model) {
        var sheet = readStock.sheet(typed, past);
        var sku = sheet.product().sku();
        model.addAttribute("sheet", sheet);
        model.addAttribute("product", sheet.product());
        model.addAttribute(
                "comes",
                availabilityDate.forQueue(
                        sku, sheet.waiting().stream().map(Waiting::backorder).toList()));
        model.addAttribute("supply", readLevels.supply(sku));
        model.addAttribute("reorderChanges", readLevels.reorderChanges(sku));
        model.addAttribute("past", past);
        model.addAttribute("chart", StockChart.of(sheet.history(), shown.zone()));
        model.addAttribute("periods", PERIODS);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("sites", sites.findAllByOrderByCode());
        model.asMap().putIfAbsent("booking", BookingForm.of(sku));
        model.asMap().putIfAbsent("faults", FormErrors.NONE);
        model.asMap().putIfAbsent("reorderFaults", FormErrors.NONE);
        return "stock-product";
    }
}
