package io.ordertrail.web.approval;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.ordertrail.approval.PendingChanges;
import io.ordertrail.catalog.Company;
import io.ordertrail.stock.stocktake.ApproveStocktake;
import io.ordertrail.stock.stocktake.Stocktake;
import io.ordertrail.stock.stocktake.Stocktakes;

/** The changes and stocktakes that wait for a second person. */
@Controller
class ApprovalsPage {

    private static final Limit SHOWN = Limit.of(200);

    private final PendingChanges changes;
    private final Stocktakes stocktakes;
    private final ApproveStocktake approveStocktake;
    private final Company company;
    private final Clock clock;

    ApprovalsPage(
            PendingChanges changes,
            Stocktakes stocktakes,
            ApproveStocktake approveStocktake,
            Company company,
            Clock clock) {
        this.changes = changes;
        this.stocktakes = stocktakes;
        this.approveStocktake = approveStocktake;
        this.company = company;
        this.clock = clock;
    }

    @GetMapping("/approvals")
    String list(Model model) {
        var submitted = submitted();
        model.addAttribute("waiting", changes.waiting(clock.instant(), SHOWN));
        model.addAttribute("stocktakes", submitted);
        model.addAttribute(
                "until", submitted.stream().collect(Collectors.toMap(Stocktake::number, approveStocktake::expires)));
        model.addAttribute("currency", company.currency());
        return "approvals";
    }

    private List<Stocktake> submitted() {
        return stocktakes.search("", Set.of(Stocktake.State.SUBMITTED), Long.MAX_VALUE, SHOWN).stream()
                .filter(stocktake -> !approveStocktake.isExpired(stocktake))
                .toList();
    }
}
