package io.ordertrail.stock.external;

/** Pieces of a product that lie at a site. */
public record StockedQuantity(String sku, String site, int pieces) {}
