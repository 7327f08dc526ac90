package io.ordertrail.stock.external;

/** Units of a product at a site. */
public record StockedQuantity(String sku, String site, int quantity) {}
