package io.ordertrail.audit;

/**
 * A violated rule of the stock.
 *
 * @param site null when the rule is not about a site
 * @param order its number; null when the rule is not about an order
 * @param is the recorded value
 * @param shouldBe the value that follows from the other records
 */
public record StockFault(StockRule rule, String sku, String site, String order, long is, long shouldBe) {

    @Override
    public String toString() {
        return rule.sentence().formatted(sku, site, order, is, shouldBe);
    }
}
