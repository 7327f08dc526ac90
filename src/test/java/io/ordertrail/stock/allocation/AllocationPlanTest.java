package io.ordertrail.stock.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.ordertrail.stock.allocation.AllocationPlan.Share;
import io.ordertrail.stock.allocation.Demand.DemandLine;
import io.ordertrail.stock.ledger.StockLevel;

/** Which line of an order gets how many units from which site. */
class AllocationPlanTest {

    private static final DemandLine FIRST = new DemandLine(0, "cup", 3);
    private static final DemandLine SECOND = new DemandLine(1, "cup", 2);
    private static final DemandLine POTS = new DemandLine(2, "pot", 1);

    @Test
    void the_first_line_is_served_first() {
        assertThat(plan(List.of("VIE"), level("cup", "VIE", 4)))
                .containsExactly(new Share(FIRST, "VIE", 3), new Share(SECOND, "VIE", 1));
    }

    @Test
    void the_first_site_supplies_all_it_can() {
        assertThat(plan(List.of("BER", "VIE"), level("cup", "BER", 2), level("cup", "VIE", 9), level("pot", "VIE", 9)))
                .containsExactly(
                        new Share(FIRST, "BER", 2),
                        new Share(FIRST, "VIE", 1),
                        new Share(SECOND, "VIE", 2),
                        new Share(POTS, "VIE", 1));
    }

    @Test
    void a_site_that_is_not_chosen_supplies_nothing() {
        assertThat(plan(List.of("BER"), level("cup", "VIE", 9))).isEmpty();
    }

    @Test
    void reserved_units_are_not_available() {
        assertThat(plan(List.of("VIE"), new StockLevel("pot", "VIE", "AT", "-", 5, 5)))
                .isEmpty();
    }

    private static List<Share> plan(List<String> sites, StockLevel... levels) {
        return AllocationPlan.of(List.of(FIRST, SECOND, POTS), sites, List.of(levels))
                .shares();
    }

    private static StockLevel level(String sku, String site, int available) {
        return new StockLevel(sku, site, "AT", "-", available, 0);
    }
}
