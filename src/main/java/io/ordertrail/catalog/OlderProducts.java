package io.ordertrail.catalog;

import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.ordertrail.search.OlderRecords;
import io.ordertrail.search.SearchKind;
import io.ordertrail.search.WriteSearchWords;

/** Gives products from before there was a search the words by which they are found. */
@Component
class OlderProducts implements OlderRecords {

    private final Products products;
    private final WriteSearchWords search;

    OlderProducts(Products products, WriteSearchWords search) {
        this.products = products;
        this.search = search;
    }

    @Override
    public String kind() {
        return SearchKind.PRODUCT.name();
    }

    @Override
    public Optional<String> index(String after, int limit) {
        var next = products.following("", after, Limit.of(limit));
        next.forEach(product -> search.add(SearchKind.PRODUCT, product.sku(), product.searchTexts()));
        return next.isEmpty()
                ? Optional.empty()
                : Optional.of(next.get(next.size() - 1).sku());
    }
}
