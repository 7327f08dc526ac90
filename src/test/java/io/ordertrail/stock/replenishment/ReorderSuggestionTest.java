package io.ordertrail.stock.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.ordertrail.stock.ledger.PurchaseNumber;

class ReorderSuggestionTest {

    @Test
    void at_least_the_reorder_quantity_is_suggested() {
        assertThat(ReorderSuggestion.of(24, 3, 0).quantity()).isEqualTo(24);
    }

    @Test
    void at_least_the_backordered_quantity_is_suggested() {
        assertThat(ReorderSuggestion.of(24, 100, 0).quantity()).isEqualTo(100);
    }

    @Test
    void incoming_goods_are_not_bought_again() {
        assertThat(ReorderSuggestion.of(24, 100, 90).quantity()).isEqualTo(24);
        assertThat(ReorderSuggestion.of(24, 100, 200).missing()).isZero();
    }

    @Test
    void without_a_reorder_level_only_the_missing_quantity_is_suggested() {
        assertThat(ReorderSuggestion.of(null, 5, 2).quantity()).isEqualTo(3);
    }

    @Test
    void a_purchase_number_is_recognized_however_it_is_typed() {
        assertThat(PurchaseNumber.of(" p-42 ")).contains(new PurchaseNumber(42));
        assertThat(PurchaseNumber.of("P-000042")).map(PurchaseNumber::value).contains("P-000042");
        assertThat(PurchaseNumber.of("P-1234567890123")).isEmpty();
        assertThat(PurchaseNumber.of("42")).isEmpty();
        assertThat(PurchaseNumber.of(null)).isEmpty();
    }
}
