package io.ordertrail.api.stream;

import io.ordertrail.refusal.Text;
import io.ordertrail.stock.announcement.Announcement;

/** Filters for the stock stream; a filter that is left out matches all stock. */
record StockStreamQuery(
        @Text(max = 40) String sku, @Text(max = 20) String site) {

    StockStreamQuery {
        sku = sku == null ? "" : sku;
        site = site == null ? "" : site;
    }

    /** The same query with the product's own SKU, which callers may write in any case. */
    StockStreamQuery of(String product) {
        return new StockStreamQuery(product, site);
    }

    boolean wants(Announcement level) {
        return (sku.isEmpty() || sku.equals(level.sku())) && (site.isEmpty() || site.equals(level.site()));
    }
}
