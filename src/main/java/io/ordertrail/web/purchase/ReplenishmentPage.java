package io.ordertrail.web.purchase;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.web.stock.ReadPurchases;

/** The page with purchase orders to decide on and purchase orders to receive. */
@Controller
class ReplenishmentPage {

    private final ReadPurchases readPurchases;

    ReplenishmentPage(ReadPurchases readPurchases) {
        this.readPurchases = readPurchases;
    }

    @GetMapping("/replenishment")
    String replenishment(Model model) {
        var rows = readPurchases.underWay();
        model.addAttribute(
                "proposals",
                rows.stream()
                        .filter(row -> row.purchase().state() == PurchaseOrder.State.PROPOSED)
                        .toList());
        model.addAttribute(
                "coming",
                rows.stream()
                        .filter(row -> row.purchase().state() == PurchaseOrder.State.ORDERED)
                        .toList());
        model.addAttribute("today", readPurchases.today());
        return "replenishment";
    }
}
