package io.ordertrail.catalog;

import java.util.List;
import java.util.Locale;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.search.Beginning;
import io.ordertrail.search.FindRecords;
import io.ordertrail.search.SearchKind;

/** Finds products by what somebody types: words of the name, or the beginning of an SKU. */
@Service
public class FindProducts {

    private final Products products;
    private final FindRecords findRecords;

    FindProducts(Products products, FindRecords findRecords) {
        this.products = products;
        this.findRecords = findRecords;
    }

    /**
     * Finds one page, sorted by SKU.
     *
     * @param text blank means any
     * @param category empty means any
     * @param after the last SKU of the page before; empty for the first page
     */
    public List<Product> find(String text, String category, String after, Limit limit) {
        var typed = Blanks.trimmed(text);
        return typed.isEmpty()
                ? products.following(category, after, limit)
                : products.among(
                        findRecords.find(SearchKind.PRODUCT, typed, false),
                        Beginning.pattern(typed.toUpperCase(Locale.ROOT)),
                        category,
                        after,
                        limit);
    }
}
