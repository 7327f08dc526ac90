package io.ordertrail.stock.inquiry;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Money;

/** Finds what lies where, page after page from the last place seen, and what all of it comes to. */
@Service
@Transactional(readOnly = true)
public class SearchStock {

    /**
     * Which products only: those that orders wait for, those of which orders lack more than is available anywhere, or what lies under its
     * reorder point.
     */
    public enum Only {
        ANY,
        WAITED_FOR,
        SHORT,
        LOW
    }

    /**
     * What to look for.
     *
     * @param text part of the SKU or the name, in small letters and with the signs of LIKE escaped by "!"; empty means any
     * @param site empty means any
     * @param atMost how many pieces may be available; null means any
     */
    public record Wanted(String text, String site, Integer atMost, Only only) {

        int limit() {
            return atMost == null ? Integer.MAX_VALUE : atMost;
        }
    }

    /** @param value of what is on hand at list price */
    public record Sums(long places, long onHand, long reserved, Money value) {

        public long available() {
            return onHand - reserved;
        }
    }

    private final StockRows rows;
    private final Company company;

    SearchStock(StockRows rows, Company company) {
        this.rows = rows;
        this.company = company;
    }

    /** @param afterSku the last place of the page before, with its site; empty for the first page */
    public List<StockRow> search(Wanted wanted, String afterSku, String afterSite, int limit) {
        return rows.search(
                wanted.text(),
                wanted.site(),
                wanted.limit(),
                wanted.only().name(),
                afterSku,
                afterSite,
                Limit.of(limit));
    }

    public Sums sums(Wanted wanted) {
        var sums = rows.sums(
                wanted.text(), wanted.site(), wanted.limit(), wanted.only().name(), company.currency());
        return new Sums(
                sums.getPlaces(),
                sums.getOnHand(),
                sums.getReserved(),
                new Money(sums.getListValue(), company.currency()).rounded());
    }
}
