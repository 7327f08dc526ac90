package io.ordertrail.api.stock;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.api.wire.PageQuery;
import io.ordertrail.catalog.Products;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.replenishment.SupplyPositions;

/** Builds the API views of the stock. */
@Component
class ShowStock {

    private final StockItems items;
    private final SupplyPositions supplyPositions;
    private final Products products;

    ShowStock(StockItems items, SupplyPositions supplyPositions, Products products) {
        this.items = items;
        this.supplyPositions = supplyPositions;
        this.products = products;
    }

    StockView.StockPage page(StockQuery query) {
        var found = items.below(
                query.below(),
                query.site(),
                PageQuery.pattern(query.sku()),
                query.afterSku(),
                query.afterSite(),
                query.atMost());
        return StockView.page(
                found,
                supplyPositions.supply(
                        found.stream().map(StockLevel::sku).distinct().toList()),
                query.limit());
    }

    /**
     * Shows the stock of a product.
     *
     * @throws io.ordertrail.catalog.UnknownProduct when no product has this SKU
     */
    StockView of(String sku) {
        var known = List.of(products.get(sku).sku());
        return StockView.of(known.get(0), items.levels(known), supplyPositions.supply(known));
    }

    /** The version of bin and reorder level; 0 when the product is not stocked at the site. */
    int settingsVersion(String sku, String site) {
        return items.settingsVersion(sku, site).orElse(0);
    }
}
