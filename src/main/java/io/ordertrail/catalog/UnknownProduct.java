package io.ordertrail.catalog;

import io.ordertrail.refusal.Refusal;

public class UnknownProduct extends Refusal {

    public UnknownProduct(String sku) {
        super(Kind.UNKNOWN, "product.unknown", sku);
    }
}
