package io.ordertrail.catalog;

import java.math.BigDecimal;
import java.util.Currency;

/** Products for tests of other packages. */
public final class SampleProducts {

    public static Product at(String sku, String listPrice, Currency currency) {
        var product = new Product(sku);
        product.describe(new ProductData(sku, sku, "Samples", new BigDecimal(listPrice), true), currency);
        return product;
    }

    private SampleProducts() {}
}
