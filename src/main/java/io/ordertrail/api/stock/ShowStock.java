package io.ordertrail.api.stock;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.api.wire.PageQuery;
import io.ordertrail.catalog.Products;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.replenishment.SupplyPositions;

/** Puts together what the API shows of the stock. */
@Component
class ShowStock {

    private final StockItems items;
    private final SupplyPositions supplies;
    private final Products products;

    ShowStock(StockItems items, SupplyPositions supplies, Products products) {
        this.items = items;
        this.supplies = supplies;
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
                supplies.supply(found.stream().map(StockLevel::sku).distinct().toList()),
                query.limit());
    }

    /** @throws io.ordertrail.catalog.UnknownProduct when there is none */
    StockView of(String sku) {
        return StockView.of(products.get(sku).sku(), items.levels(List.of(sku)), supplies.supply(List.of(sku)));
    }
}
