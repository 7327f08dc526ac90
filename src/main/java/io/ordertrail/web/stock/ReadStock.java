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

/** Reads what the pages show of one product's stock. */
@Component
@Transactional(readOnly = true)
class ReadStock {

    static final int MOVEMENTS = 50;
    /** A bound that every database can hold, for "from the newest". */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** What to show of a product's past. @param days how far back the chart goes; 0 for all. @param after id of the last movement seen */
    record Past(String site, Kind kind, int days, Long after) {

        static final Past USUAL = new Past("", null, 30, null);

        Set<Kind> kinds() {
            return kind == null ? EnumSet.allOf(Kind.class) : EnumSet.of(kind);
        }

        Duration back() {
            return days == 0 ? null : Duration.ofDays(days);
        }
    }

    /** @param next id to go on after; null where these are the oldest */
    record Movements(List<StockMovement> rows, Long next) {}

    /** A product and where it lies, as read at one moment. @param line the first of those who wait */
    record Sheet(
            Product product,
            List<StockLevel> levels,
            List<Waiting> line,
            Queue queue,
            Movements movements,
            StockHistory.Course course) {

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

    /** @param at what lies of it at the site; null where it never did */
    record Scanned(Product product, StockLevel at, Queue queue) {}

    private final ReadLevels readLevels;
    private final StockMovements movements;
    private final StockHistory traceStock;
    private final Products products;
    private final ReadBackorders readBackorders;

    ReadStock(
            ReadLevels readLevels,
            StockMovements movements,
            StockHistory traceStock,
            Products products,
            ReadBackorders readBackorders) {
        this.readLevels = readLevels;
        this.movements = movements;
        this.traceStock = traceStock;
        this.products = products;
        this.readBackorders = readBackorders;
    }

    Sheet sheet(String sku, Past past) {
        return new Sheet(
                products.get(sku),
                readLevels.levels(sku),
                readBackorders.line(sku),
                readBackorders.queue(sku),
                movements(sku, past),
                traceStock.trace(sku, past.site(), past.back()));
    }

    /** What a scanner read, for whoever is about to book it; empty where there is no such product. */
    Optional<Scanned> scanned(String sku, String site) {
        return products.findById(sku)
                .map(product -> new Scanned(product, readLevels.level(sku, site), readBackorders.queue(sku)));
    }

    private Movements movements(String sku, Past past) {
        var last =
                past.after() == null ? null : movements.findById(past.after()).orElse(null);
        var found = movements.newest(
                sku,
                past.site(),
                past.kinds(),
                last == null ? NEVER : last.at(),
                last == null ? 0 : last.id(),
                Limit.of(MOVEMENTS + 1));
        var page = found.subList(0, Math.min(MOVEMENTS, found.size()));
        return new Movements(
                page, found.size() > MOVEMENTS ? page.get(MOVEMENTS - 1).id() : null);
    }
}
