package io.ordertrail.web.transfer;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.transfer.Transfer;
import io.ordertrail.stock.transfer.TransferLine;
import io.ordertrail.stock.transfer.TransferLines;
import io.ordertrail.stock.transfer.Transfers;

/** The list of transfers between sites. */
@Controller
class TransfersPage {

    private static final int PAGE = 50;

    /**
     * The filters of the list.
     *
     * @param state null for all
     */
    record Filter(String site, Transfer.State state) {

        public boolean any() {
            return !site.isBlank() || state != null;
        }

        Collection<Transfer.State> states() {
            return state == null ? EnumSet.allOf(Transfer.State.class) : EnumSet.of(state);
        }
    }

    private final Transfers transfers;
    private final TransferLines lines;
    private final Sites sites;

    TransfersPage(Transfers transfers, TransferLines lines, Sites sites) {
        this.transfers = transfers;
        this.lines = lines;
        this.sites = sites;
    }

    /** Lists transfers in transit by default, because these need attention. */
    @GetMapping("/stock/transfers")
    String list(
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "SENT") String state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        var filter = new Filter(
                site,
                state.equals("SENT") ? Transfer.State.SENT : state.equals("ARRIVED") ? Transfer.State.ARRIVED : null);
        var found = transfers.search(site, filter.states(), before, Limit.of(PAGE + 1));
        var page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("transfers", page);
        model.addAttribute("next", found.size() > PAGE ? page.get(PAGE - 1).number() : null);
        model.addAttribute("goods", goods(page));
        model.addAttribute("states", Transfer.State.values());
        model.addAttribute("sites", sites.findAllByOrderByCode());
        model.addAttribute("any", !page.isEmpty() || transfers.count() > 0);
        return "transfers";
    }

    private Map<Long, List<TransferLine>> goods(List<Transfer> page) {
        return page.isEmpty()
                ? Map.of()
                : lines.of(page.stream().map(Transfer::number).toList()).stream()
                        .collect(Collectors.groupingBy(TransferLine::transfer));
    }
}
