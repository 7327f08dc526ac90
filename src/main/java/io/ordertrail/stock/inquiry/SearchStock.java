package io.ordertrail.stock.inquiry;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Money;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.search.Beginning;
import io.ordertrail.search.FindRecords;
import io.ordertrail.search.SearchKind;

/**
 * Searches stock levels page by page, each page after the last product and site of the page before, and adds them up.
 */
@Service
@Transactional(readOnly = true)
public class SearchStock {

    /**
     * Restricts the search. WAITED_FOR: products with backorders. SHORT: products with more backordered units than
     * available units at all sites. LOW: stock levels below their reorder points.
     */
    public enum Restriction {
        ANY,
        WAITED_FOR,
        SHORT,
        LOW
    }

    /**
     * The search criteria.
     *
     * @param text words of the name or of the SKU, or its beginning; blank means any
     * @param site empty means any
     * @param maxAvailable highest number of available units; null means any
     */
    public record Criteria(String text, String site, Integer maxAvailable, Restriction only) {

        int limit() {
            return maxAvailable == null ? Integer.MAX_VALUE : maxAvailable;
        }
    }

    /**
     * Totals of all stock levels that match.
     *
     * @param value of on-hand units at list price
     */
    public record Totals(long places, long onHand, long reserved, Money value) {

        public long available() {
            return onHand - reserved;
        }
    }

    private final StockRows rows;
    private final FindRecords findRecords;
    private final Company company;

    SearchStock(StockRows rows, FindRecords findRecords, Company company) {
        this.rows = rows;
        this.findRecords = findRecords;
        this.company = company;
    }

    /**
     * Finds one page.
     *
     * @param afterSku the last SKU of the page before; empty for the first page
     * @param afterSite the last site of the page before; empty for the first page
     */
    public List<StockRow> search(Criteria wanted, String afterSku, String afterSite, int limit) {
        return rows.search(
                found(wanted),
                beginning(wanted),
                wanted.site(),
                wanted.limit(),
                wanted.only().name(),
                afterSku,
                afterSite,
                Limit.of(limit));
    }

    public Totals sums(Criteria wanted) {
        var sums = rows.sums(
                found(wanted),
                beginning(wanted),
                wanted.site(),
                wanted.limit(),
                wanted.only().name(),
                company.currency());
        return new Totals(
                sums.getPlaces(),
                sums.getOnHand(),
                sums.getReserved(),
                new Money(sums.getListValue(), company.currency()).rounded());
    }

    private Set<String> found(Criteria wanted) {
        var text = Blanks.trimmed(wanted.text());
        return text.isEmpty() ? Set.of() : findRecords.find(SearchKind.PRODUCT, text, false);
    }

    /** Every SKU begins with no text. */
    private static String beginning(Criteria wanted) {
        return Beginning.pattern(Blanks.trimmed(wanted.text()).toUpperCase(Locale.ROOT));
    }
}
