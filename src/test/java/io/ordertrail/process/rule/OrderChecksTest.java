package io.ordertrail.process.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ordertrail.process.engine.OrderFulfilment;

/** The decision table as shipped, on the bare decision engine: each rule exactly at its limit and just beyond it. */
class OrderChecksTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision CHECKS = orderChecks();

    private final Map<String, Object> facts = factsOfAnOrderWithoutExceptions();

    @Test
    void an_order_without_exceptions_is_held_by_no_rule() {
        assertThat(holds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"250.00, 250.00", "250, 250.0", "0.00, 0"})
    void an_order_may_use_up_the_credit_to_the_cent(BigDecimal total, BigDecimal credit) {
        facts.put("orderTotal", total);
        facts.put("freeCredit", credit);
        assertThat(holds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"250.01, 250, 0.01", "250, 0.5, 249.50", "1, -1E+3, 1001.00", "5000, -12345678, 12350678.00"})
    void an_order_over_the_credit_is_held_and_the_reason_names_the_excess(
            BigDecimal total, BigDecimal credit, String excess) {
        facts.put("orderTotal", total);
        facts.put("freeCredit", credit);
        assertHeld("credit-exceeded", "The order exceeds the customer's free credit by " + excess + ".", "high");
    }

    @ParameterizedTest
    @CsvSource({"3, 0.125, 0.12, 0.005", "3, 0.125, 0, 0.125", "0, 500, 1, 499"})
    void the_excess_has_the_places_of_the_currency(int places, BigDecimal total, BigDecimal credit, String excess) {
        facts.put("places", places);
        facts.put("orderTotal", total);
        facts.put("freeCredit", credit);
        assertHeld("credit-exceeded", "The order exceeds the customer's free credit by " + excess + ".", "high");
    }

    @ParameterizedTest
    @CsvSource({"3, 5000.125, 5000.125", "0, 5001, 5001"})
    void so_has_the_total_of_a_large_first_order(int places, BigDecimal total, String written) {
        facts.put("places", places);
        facts.put("orderTotal", total);
        facts.put("firstOrder", true);
        assertThat(holds())
                .singleElement()
                .satisfies(hold -> assertThat(hold.get("reason")).asString().endsWith(" " + written + "."));
    }

    @Test
    void a_blocked_customer_is_held() {
        facts.put("customerBlocked", true);
        assertHeld("customer-blocked", "The customer is blocked.", "high");
    }

    @Test
    void an_incomplete_address_is_held_and_the_reason_names_the_missing_parts() {
        facts.put("missingAddressParts", "postcode, city");
        assertHeld("address-incomplete", "The delivery address lacks: postcode, city.", "medium");
    }

    @Test
    void a_price_a_fifth_below_list_passes() {
        facts.put("lowestPricePercent", new BigDecimal("80"));
        assertThat(holds()).isEmpty();
    }

    @Test
    void a_price_more_than_a_fifth_below_list_is_held() {
        facts.put("lowestPricePercent", new BigDecimal("79.99"));
        assertHeld("price-below-list", "The cheapest line costs 79.99 percent of its list price.", "medium");
    }

    @ParameterizedTest
    @CsvSource({"30, 70, false", "30, 69.99, true", "0, 99.99, true", "0, 100, false"})
    void the_discount_that_a_customer_is_allowed_decides(BigDecimal allowed, BigDecimal percent, boolean held) {
        facts.put("discountAllowed", allowed);
        facts.put("lowestPricePercent", percent);
        assertThat(holds()).hasSize(held ? 1 : 0);
    }

    @Test
    void a_likely_duplicate_is_held() {
        facts.put("likelyDuplicate", true);
        assertHeld("likely-duplicate", "The same customer ordered the same lines less than a day before.", "medium");
    }

    @Test
    void a_first_order_may_come_to_5000() {
        facts.put("firstOrder", true);
        facts.put("orderTotal", new BigDecimal("5000.00"));
        assertThat(holds()).isEmpty();
    }

    @Test
    void a_first_order_over_5000_is_held() {
        facts.put("firstOrder", true);
        facts.put("orderTotal", new BigDecimal("5000.01"));
        assertHeld("large-first-order", "This is the customer's first order, and it comes to 5000.01.", "medium");
    }

    @Test
    void a_later_order_over_5000_passes() {
        facts.put("orderTotal", new BigDecimal("5000.01"));
        assertThat(holds()).isEmpty();
    }

    @Test
    void ten_times_the_usual_quantity_passes() {
        facts.put("largestQuantityRatio", new BigDecimal("10"));
        assertThat(holds()).isEmpty();
    }

    @Test
    void more_than_ten_times_the_usual_quantity_is_held() {
        facts.put("largestQuantityRatio", new BigDecimal("10.1"));
        assertHeld("unusual-quantity", "A line asks for 10.10 times the quantity this customer usually orders.", "low");
    }

    @Test
    void every_rule_that_fires_opens_a_hold_of_its_own() {
        facts.put("customerBlocked", true);
        facts.put("likelyDuplicate", true);
        assertThat(holds())
                .extracting(hold -> hold.get("rule"))
                .containsExactly("customer-blocked", "likely-duplicate");
    }

    private void assertHeld(String rule, String reason, String severity) {
        assertThat(holds()).containsExactly(Map.of("rule", rule, "reason", reason, "severity", severity));
    }

    private List<Map<String, Object>> holds() {
        return ENGINE.evaluateDecisionTable(CHECKS, facts).getResultList();
    }

    private static Map<String, Object> factsOfAnOrderWithoutExceptions() {
        return new HashMap<>(Map.of(
                "places",
                2,
                "orderTotal",
                new BigDecimal("4999.99"),
                "freeCredit",
                new BigDecimal("10000.00"),
                "customerBlocked",
                false,
                "lowestPricePercent",
                new BigDecimal("100"),
                "discountAllowed",
                new BigDecimal("20.0000"),
                "likelyDuplicate",
                false,
                "missingAddressParts",
                "",
                "firstOrder",
                false,
                "largestQuantityRatio",
                BigDecimal.ZERO));
    }

    private static DmnDecision orderChecks() {
        var table = OrderChecksTest.class.getResourceAsStream("/bpmn/order-checks.dmn");
        return ENGINE.parseDecision(OrderFulfilment.CHECKS, table);
    }
}
