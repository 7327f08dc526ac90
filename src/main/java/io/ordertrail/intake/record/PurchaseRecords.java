package io.ordertrail.intake.record;

import static io.ordertrail.intake.record.RecordField.Type.DAY;
import static io.ordertrail.intake.record.RecordField.Type.NUMBER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Snapshot;
import io.ordertrail.intake.file.Row;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.settings.DeliveryDays;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.replenishment.PlacePurchase;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchaseOrder.State;
import io.ordertrail.stock.replenishment.PurchaseOrders;
import io.ordertrail.stock.replenishment.PurchasePlan;

/**
 * Files of purchase orders. A row with a number decides on a proposal or has a new day for what is ordered; a row
 * without one orders goods, unless the same are ordered for the same day already.
 */
@Component
class PurchaseRecords implements RecordsOfKind {

    private static final int MOST = 999_999;
    private static final int LONGEST_NOTE = 1000;
    private static final Limit LAST = Limit.of(200);
    private static final Set<State> PLACED = EnumSet.of(State.ORDERED, State.RECEIVED, State.CLOSED);

    private static final List<RecordField> FIELDS = List.of(
            RecordField.of("number", "purchase.number", "purchase", "purchase number", "po number"),
            RecordField.required("sku", "product.sku", "product", "product code", "item", "article", "artikelnummer"),
            RecordField.required("site", "stock.site", "warehouse", "location", "lager", "倉庫", "仓库"),
            RecordField.required("ordered", "purchase.ordered", "quantity", "qty", "menge", "數量", "数量")
                    .as(NUMBER),
            RecordField.required(
                            "expected",
                            "purchase.expected",
                            "expected on",
                            "delivery date",
                            "liefertermin",
                            "交貨日期",
                            "交货日期")
                    .as(DAY),
            RecordField.of("note", "purchase.note", "comment", "bemerkung", "備註", "备注"));

    private final PurchaseOrders purchases;
    private final PlacePurchase placePurchase;
    private final Products products;
    private final Sites sites;
    private final DeliveryDays days;

    PurchaseRecords(
            PurchaseOrders purchases, PlacePurchase placePurchase, Products products, Sites sites, DeliveryDays days) {
        this.purchases = purchases;
        this.placePurchase = placePurchase;
        this.products = products;
        this.sites = sites;
        this.days = days;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PURCHASES;
    }

    @Override
    public List<RecordField> fields() {
        return FIELDS;
    }

    /** The cells of a row. */
    private record Wanted(String sku, String site, Integer ordered, LocalDate expected, String note) {

        PurchasePlan plan() {
            return new PurchasePlan(ordered, expected, note);
        }

        List<Difference> against(PurchaseOrder stored) {
            var changes = new ArrayList<Difference>();
            add(changes, "ordered", stored == null ? null : stored.ordered(), ordered);
            add(changes, "expected", stored == null ? null : stored.expected(), expected);
            return changes;
        }

        private static void add(List<Difference> changes, String field, Object former, Object current) {
            if (current != null && !current.equals(former)) {
                changes.add(new Difference(null, field, Snapshot.text(former), Snapshot.text(current)));
            }
        }
    }

    @Override
    public List<RecordVerdict> judge(List<Row> rows, RecordLayout layout) {
        return rows.stream().map(row -> verdict(new RecordRow(layout, row))).toList();
    }

    private RecordVerdict verdict(RecordRow row) {
        var note = row.text("note");
        var wanted = new Wanted(
                products.typed(row.text("sku")).map(Product::sku).orElse(row.text("sku")),
                row.text("site").toUpperCase(Locale.ROOT),
                row.whole("ordered"),
                row.day("expected"),
                note.isEmpty() ? null : note);
        return row.text("number").isEmpty() ? added(row, wanted) : known(row, wanted);
    }

    private RecordVerdict added(RecordRow row, Wanted wanted) {
        var code = "%s %s %s %s".formatted(wanted.sku(), wanted.site(), wanted.expected(), wanted.ordered());
        if (row.faults().isEmpty() && isPlaced(wanted)) {
            return verdict(row, code, null, List.of(), number -> null);
        }
        checkPlace(row, wanted);
        checkPlan(row, wanted);
        return verdict(
                row,
                code,
                null,
                wanted.against(null),
                number -> placePurchase
                        .place(new StockItem.Key(wanted.sku(), wanted.site()), wanted.plan())
                        .value());
    }

    /** A file that comes twice orders nothing twice. */
    private boolean isPlaced(Wanted wanted) {
        return wanted.ordered() != null
                && wanted.expected() != null
                && purchases.search(PLACED, wanted.sku(), wanted.site(), Long.MAX_VALUE, LAST).stream()
                        .anyMatch(placed -> wanted.against(placed).isEmpty());
    }

    private void checkPlace(RecordRow row, Wanted wanted) {
        if (products.findById(wanted.sku()).isEmpty()) {
            row.fault("sku", Sentence.of("product.unknown", wanted.sku()));
        }
        if (sites.typed(wanted.site()).isEmpty()) {
            row.fault("site", Sentence.of("site.unknown", wanted.site()));
        } else if (purchases.isProposed(wanted.sku(), wanted.site())) {
            row.fault("sku", Sentence.of("record.fault.proposed"));
        }
    }

    private void checkPlan(RecordRow row, Wanted wanted) {
        if (wanted.ordered() == null || wanted.ordered() < 1 || wanted.ordered() > MOST) {
            row.fault("ordered", Sentence.of("record.fault.ordered", MOST));
        }
        if (wanted.expected() == null || !days.contain(wanted.expected())) {
            row.fault("expected", Sentence.of("record.fault.expected", days.first(), days.last()));
        }
        if (wanted.note() != null && wanted.note().length() > LONGEST_NOTE) {
            row.fault("note", Sentence.of("record.fault.note", LONGEST_NOTE));
        }
    }

    private RecordVerdict known(RecordRow row, Wanted wanted) {
        var stored = PurchaseNumber.of(row.text("number"))
                .flatMap(number -> purchases.findById(number.id()))
                .orElse(null);
        if (stored == null) {
            row.fault("number", Sentence.of("purchase.unknown", row.text("number")));
            return verdict(row, row.text("number"), null, List.of(), number -> null);
        }
        if (!wanted.sku().equals(stored.sku()) || !wanted.site().equals(stored.site())) {
            row.fault("number", Sentence.of("purchase.refuses.goods", stored.number(), stored.sku(), stored.site()));
        }
        var changes = wanted.against(stored);
        if (!changes.isEmpty()) {
            checkChange(row, wanted, stored);
        }
        return verdict(row, stored.number().value(), stored, changes, number -> change(stored, wanted));
    }

    private void checkChange(RecordRow row, Wanted wanted, PurchaseOrder stored) {
        if (stored.state() == State.PROPOSED) {
            checkPlan(row, wanted);
        } else if (stored.state() != State.ORDERED) {
            row.fault("number", Sentence.of("purchase.refuses.ended", stored.number()));
        } else if (wanted.ordered() != null && !wanted.ordered().equals(stored.ordered())) {
            row.fault("ordered", Sentence.of("record.fault.placed", stored.ordered()));
        } else {
            checkPlan(row, new Wanted(wanted.sku(), wanted.site(), stored.ordered(), wanted.expected(), wanted.note()));
        }
    }

    private String change(PurchaseOrder stored, Wanted wanted) {
        if (stored.state() == State.PROPOSED) {
            placePurchase.order(stored.number(), wanted.plan());
        } else {
            placePurchase.postpone(
                    stored.number(), new PurchasePlan(stored.ordered(), wanted.expected(), wanted.note()));
        }
        return stored.number().value();
    }

    private static RecordVerdict verdict(
            RecordRow row, String code, PurchaseOrder stored, List<Difference> changes, LongFunction<String> save) {
        return new RecordVerdict(row.row(), code, stored == null, changes, Set.of(), row.faults(), save);
    }
}
