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
        return StockView.of(products.get(sku).sku(), items.levels(List.of(sku)), supplyPositions.supply(List.of(sku)));
    }
}
