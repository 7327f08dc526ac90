package io.ordertrail.stock.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.ordertrail.stock.ledger.PurchaseNumber;

class ReorderSuggestionTest {

    @Test
    void at_least_the_reorder_quantity_is_suggested() {
        assertThat(ReorderSuggestion.of(24, 3, 0).pieces()).isEqualTo(24);
    }

    @Test
    void at_least_what_waiting_orders_lack_is_suggested() {
        assertThat(ReorderSuggestion.of(24, 100, 0).pieces()).isEqualTo(100);
    }

    @Test
    void what_is_on_its_way_already_is_not_bought_twice() {
        assertThat(ReorderSuggestion.of(24, 100, 90).pieces()).isEqualTo(24);
        assertThat(ReorderSuggestion.of(24, 100, 200).lacking()).isZero();
    }

    @Test
    void a_shelf_that_is_no_longer_watched_is_proposed_for_what_is_lacking_alone() {
        assertThat(ReorderSuggestion.of(null, 5, 2).pieces()).isEqualTo(3);
    }

    @Test
    void a_purchase_is_known_by_its_number_however_it_is_typed() {
        assertThat(PurchaseNumber.of(" p-42 ")).contains(new PurchaseNumber(42));
        assertThat(PurchaseNumber.of("P-000042")).map(PurchaseNumber::value).contains("P-000042");
        assertThat(PurchaseNumber.of("P-1234567890123")).isEmpty();
        assertThat(PurchaseNumber.of("42")).isEmpty();
        assertThat(PurchaseNumber.of(null)).isEmpty();
    }
}
