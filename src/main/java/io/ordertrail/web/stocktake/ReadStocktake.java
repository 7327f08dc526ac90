package io.ordertrail.web.stocktake;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.stock.stocktake.Stocktake;
import io.ordertrail.stock.stocktake.StocktakeLine;

/** Reads the names of counted products and the changes of a stocktake for its page. */
@Component
class ReadStocktake {

    private final Products products;
    private final Changes changes;

    ReadStocktake(Products products, Changes changes) {
        this.products = products;
        this.changes = changes;
    }

    Map<String, String> names(List<StocktakeLine> shown) {
        return products.findBySkuIn(shown.stream().map(StocktakeLine::sku).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Product::sku, Product::name));
    }

    List<ChangeSet> changes(Stocktake stocktake) {
        return changes.newest(Kind.STOCKTAKE, stocktake.name());
    }
}
