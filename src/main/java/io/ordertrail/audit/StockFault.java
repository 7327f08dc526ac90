package io.ordertrail.audit;

/**
 * A rule of the stock that is broken.
 *
 * @param site null where the rule is not about one
 * @param order its number; null where the rule is not about one
 * @param is what stands there, and {@code shouldBe} what the rest says
 */
public record StockFault(StockRule rule, String sku, String site, String order, long is, long shouldBe) {

    @Override
    public String toString() {
        return rule.sentence().formatted(sku, site, order, is, shouldBe);
    }
}
