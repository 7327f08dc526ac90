package io.ordertrail.intake.record;

import static io.ordertrail.intake.record.RecordField.Type.NUMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.change.Difference;
import io.ordertrail.intake.file.Row;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.refusal.Text;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.Site;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.ledger.StockMovement.Kind;

/** Files of stock levels. What differs is booked as an adjustment, as the form of a product books it. */
@Component
class StockRecords implements RecordsOfKind {

    private static final List<RecordField> FIELDS = List.of(
            RecordField.required(
                    "sku", "product.sku", "product", "product code", "item", "item number", "article", "artikelnummer"),
            RecordField.required("site", "stock.site", "warehouse", "location", "lager", "倉庫", "仓库"),
            RecordField.required(
                            "onHand",
                            "stock.onHand",
                            "quantity",
                            "qty",
                            "stock",
                            "quantity on hand",
                            "bestand",
                            "數量",
                            "数量")
                    .as(NUMBER),
            RecordField.of("bin", "stock.bin", "shelf", "lagerplatz", "儲位", "库位"));

    record Bin(@Text(max = 20, required = true) String bin) {}

    private final Products products;
    private final Sites sites;
    private final StockItems items;
    private final BookStock bookStock;
    private final Checked checked;

    StockRecords(Products products, Sites sites, StockItems items, BookStock bookStock, Checked checked) {
        this.products = products;
        this.sites = sites;
        this.items = items;
        this.bookStock = bookStock;
        this.checked = checked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.STOCK;
    }

    @Override
    public List<RecordField> fields() {
        return FIELDS;
    }

    private record Known(Map<String, Product> products, Set<String> sites, Map<StockItem.Key, StockLevel> levels) {

        String sku(String typed) {
            return products.containsKey(typed) ? products.get(typed).sku() : typed;
        }
    }

    @Override
    public List<RecordVerdict> judge(List<Row> rows, RecordLayout layout) {
        var found =
                products.typed(rows.stream().map(row -> layout.text(row, "sku")).collect(Collectors.toSet()));
        var skus = found.values().stream().map(Product::sku).collect(Collectors.toSet());
        var known = new Known(
                found,
                sites.findAllByOrderByCode().stream().map(Site::code).collect(Collectors.toSet()),
                items.levels(skus).stream()
                        .collect(Collectors.toMap(
                                level -> new StockItem.Key(level.sku(), level.site()), Function.identity())));
        return rows.stream()
                .map(row -> verdict(new RecordRow(layout, row), known))
                .toList();
    }

    private RecordVerdict verdict(RecordRow row, Known known) {
        var sku = known.sku(row.text("sku"));
        var site = row.text("site").toUpperCase(Locale.ROOT);
        var level = known.levels().get(new StockItem.Key(sku, site));
        var onHand = row.whole("onHand");
        var bin = row.text("bin");
        var changes = isNowhere(site, onHand) ? List.<Difference>of() : changes(level, onHand, bin);
        check(row, known, onHand, changes);
        return new RecordVerdict(
                row.row(),
                sku + " " + site,
                level == null,
                changes,
                Set.of(),
                row.faults(),
                number -> save(
                        new StockItem.Key(sku, site), changes, number, row.row().number()));
    }

    /** Our own file has a row for a product that is stocked nowhere. */
    private static boolean isNowhere(String site, Integer onHand) {
        return site.isEmpty() && (onHand == null || onHand == 0);
    }

    private static List<Difference> changes(StockLevel level, Integer onHand, String bin) {
        var changes = new ArrayList<Difference>();
        if (onHand != null && (level == null || level.onHand() != onHand)) {
            changes.add(new Difference(
                    null, "onHand", level == null ? null : String.valueOf(level.onHand()), onHand.toString()));
        }
        if (!bin.isEmpty() && (level == null || !bin.equals(level.bin()))) {
            changes.add(new Difference(null, "bin", level == null ? null : level.bin(), bin));
        }
        return changes;
    }

    private void check(RecordRow row, Known known, Integer onHand, List<Difference> changes) {
        if (!known.products().containsKey(row.text("sku"))) {
            row.fault("sku", Sentence.of("product.unknown", row.text("sku")));
        }
        var site = row.text("site").toUpperCase(Locale.ROOT);
        if (isNowhere(site, onHand)) {
            return;
        }
        if (!known.sites().contains(site)) {
            row.fault("site", Sentence.of("site.unknown", row.text("site")));
        }
        if (row.text("onHand").isEmpty() || onHand != null && (onHand < 0 || onHand > Booking.MAX_QUANTITY)) {
            row.fault("onHand", Sentence.of("record.fault.whole"));
        }
        changes.stream()
                .filter(change -> change.field().equals("bin"))
                .forEach(change -> row.faults(checked.faultsOf(new Bin(change.current()))));
    }

    private String save(StockItem.Key place, List<Difference> changes, long number, long row) {
        refuseIfMoved(place, changes);
        for (var change : changes) {
            if (change.field().equals("bin")) {
                bookStock.saveBin(place.sku(), place.site(), change.current());
            } else {
                book(place, change, number, row);
            }
        }
        return null;
    }

    /** Locks the stock, so that nothing moves between this look and the booking. */
    private void refuseIfMoved(StockItem.Key place, List<Difference> changes) {
        items.lock(List.of(place.sku()));
        var onHand = items.levels(List.of(place.sku())).stream()
                .filter(level -> level.site().equals(place.site()))
                .findFirst()
                .map(level -> String.valueOf(level.onHand()))
                .orElse(null);
        if (changes.stream()
                .anyMatch(change -> change.field().equals("onHand") && !Objects.equals(change.former(), onHand))) {
            throw new Refusal(Refusal.Kind.CONFLICT, "record.fault.meanwhile");
        }
    }

    /** A row of an import is booked once under its id. */
    private void book(StockItem.Key place, Difference change, long number, long row) {
        var former = change.former() == null ? 0 : Integer.parseInt(change.former());
        var quantity = Integer.parseInt(change.current()) - former;
        if (quantity == 0) {
            items.ensureExists(place.sku(), place.site());
            return;
        }
        bookStock.book(new Booking(
                "import-%d-%d".formatted(number, row),
                place.sku(),
                place.site(),
                quantity,
                Kind.ADJUSTMENT,
                Sentence.of("record.reason", String.valueOf(number))));
    }
}
