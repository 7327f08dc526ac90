package io.ordertrail.web.stock;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.stock.inquiry.StockHistory;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.web.stock.ReadBackorders.Queue;
import io.ordertrail.web.stock.ReadBackorders.Waiting;

/** Reads the stock of one product for the pages. */
@Component
@Transactional(readOnly = true)
class ReadStock {

    static final int MOVEMENTS = 50;
    /** A latest time that every database can store, to start with the newest movement. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * The filters for a product's movements and chart.
     *
     * @param days period of the chart; 0 for all
     * @param after id of the last movement on the previous page
     */
    record Past(String site, Kind kind, int days, Long after) {

        static final Past USUAL = new Past("", null, 30, null);

        Set<Kind> kinds() {
            return kind == null ? EnumSet.allOf(Kind.class) : EnumSet.of(kind);
        }

        Duration back() {
            return days == 0 ? null : Duration.ofDays(days);
        }
    }

    /**
     * A page of movements.
     *
     * @param next the value of {@code after} for the next page; null on the last page
     */
    record Movements(List<StockMovement> rows, Long next) {}

    /**
     * A product and its stock, read in one transaction.
     *
     * @param waiting the first backorders
     */
    record Sheet(
            Product product,
            List<StockLevel> levels,
            List<Waiting> waiting,
            Queue queue,
            Movements movements,
            StockHistory.Series history) {

        public int onHand() {
            return levels.stream().mapToInt(StockLevel::onHand).sum();
        }

        public int reserved() {
            return levels.stream().mapToInt(StockLevel::reserved).sum();
        }

        public int available() {
            return onHand() - reserved();
        }
    }

    /**
     * A scanned product.
     *
     * @param at the stock level at the site; null when the product is not stocked there
     */
    record Scanned(Product product, StockLevel at, Queue queue) {}

    private final ReadLevels readLevels;
    private final StockMovements movements;
    private final StockHistory stockHistory;
    private final Products products;
    private final ReadBackorders readBackorders;

    ReadStock(
            ReadLevels readLevels,
            StockMovements movements,
            StockHistory stockHistory,
            Products products,
            ReadBackorders readBackorders) {
        this.readLevels = readLevels;
        this.movements = movements;
        this.stockHistory = stockHistory;
        this.products = products;
        this.readBackorders = readBackorders;
    }

    Sheet sheet(String typed, Past past) {
        var product = products.get(typed);
        var sku = product.sku();
        return new Sheet(
                product,
                readLevels.levels(sku),
                readBackorders.firstWaiting(sku),
                readBackorders.queue(sku),
                movements(sku, past),
                stockHistory.trace(sku, past.site(), past.back()));
    }

    /** The product of a scanned SKU, shown before its receipt is booked; empty when no product has the SKU. */
    Optional<Scanned> scanned(String sku, String site) {
        return products.typed(sku)
                .map(product -> new Scanned(
                        product, readLevels.level(product.sku(), site), readBackorders.queue(product.sku())));
    }

    private Movements movements(String sku, Past past) {
        var last =
                past.after() == null ? null : movements.findById(past.after()).orElse(null);
        var found = movements.newest(
                sku,
                past.site(),
                past.kinds(),
                last == null ? LATEST : last.at(),
                last == null ? 0 : last.id(),
                Limit.of(MOVEMENTS + 1));
        var page = found.subList(0, Math.min(MOVEMENTS, found.size()));
        return new Movements(
                page, found.size() > MOVEMENTS ? page.get(MOVEMENTS - 1).id() : null);
    }
}
