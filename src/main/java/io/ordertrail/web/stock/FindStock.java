package io.ordertrail.web.stock;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Products;
import io.ordertrail.stock.inquiry.SearchStock;
import io.ordertrail.stock.inquiry.SearchStock.Restriction;
import io.ordertrail.stock.inquiry.StockRow;
import io.ordertrail.web.stock.ReadBackorders.Queue;

/** Reads a page of the stock overview; the number of queries does not depend on the number of rows. */
@Component
@Transactional(readOnly = true)
class FindStock {

    static final int PAGE = 100;

    /**
     * The filters of the overview.
     *
     * @param after SKU and site of the last row on the previous page, separated by a space
     */
    record Filter(String text, String site, Integer atMost, Restriction only, String after) {

        public boolean any() {
            return !text.isBlank() || !site.isBlank() || atMost != null || only != Restriction.ANY;
        }

        SearchStock.Criteria wanted() {
            return new SearchStock.Criteria(text, site, atMost, only);
        }
    }

    record Row(StockRow at, Queue queue) {}

    /**
     * A page of the overview.
     *
     * @param sums totals of all matching rows, not only of this page
     * @param next the value of {@code after} for the next page; null on the last page
     */
    record Found(List<Row> rows, SearchStock.Totals sums, String next, boolean anyProducts) {}

    private final SearchStock searchStock;
    private final Products products;
    private final ReadBackorders readBackorders;

    FindStock(SearchStock searchStock, Products products, ReadBackorders readBackorders) {
        this.searchStock = searchStock;
        this.products = products;
        this.readBackorders = readBackorders;
    }

    Found find(Filter filter) {
        var after = (filter.after() + " ").split(" ", 3);
        var found = searchStock.search(filter.wanted(), after[0], after[1], PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        var last = found.size() > PAGE ? page.get(PAGE - 1) : null;
        var queues = readBackorders.queues(page.stream().map(StockRow::sku).collect(Collectors.toSet()));
        return new Found(
                page.stream()
                        .map(row -> new Row(row, queues.getOrDefault(row.sku(), Queue.NONE)))
                        .toList(),
                searchStock.sums(filter.wanted()),
                last == null ? null : last.sku() + " " + (last.site() == null ? "" : last.site()),
                !page.isEmpty() || products.count() > 0);
    }
}
