package io.ordertrail.demo;

import jakarta.persistence.EntityManager;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.Role;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.stock.replenishment.ReorderLevel;
import io.ordertrail.stock.replenishment.SaveReorderLevel;

/** Loads opening stock and reorder levels of the demo company. */
@Component
class LoadDemoStock {

    private static final String OPENING_STOCK = "opening-stock-";

    private final BookStock bookStock;
    private final SaveReorderLevel saveReorderLevel;
    private final StockMovements movements;
    private final DemoStaff staff;
    private final EntityManager entities;

    LoadDemoStock(
            BookStock bookStock,
            SaveReorderLevel saveReorderLevel,
            StockMovements movements,
            DemoStaff staff,
            EntityManager entities) {
        this.bookStock = bookStock;
        this.saveReorderLevel = saveReorderLevel;
        this.movements = movements;
        this.staff = staff;
        this.entities = entities;
    }

    void load() {
        staff.as(Role.WAREHOUSE, () -> DemoFile.rows("stock").forEach(this::stock));
        DemoFile.rows("reorder")
                .forEach(row -> saveReorderLevel.save(
                        row.getField("sku"),
                        row.getField("site"),
                        null,
                        new ReorderLevel(
                                Integer.valueOf(row.getField("point")), Integer.valueOf(row.getField("quantity")))));
    }

    boolean isLoaded() {
        return DemoFile.rows("stock").stream()
                .anyMatch(row -> movements.findByExternalId(idOf(row)).isPresent());
    }

    private void stock(NamedCsvRecord row) {
        var sku = row.getField("sku");
        var site = row.getField("site");
        var quantity = Integer.parseInt(row.getField("onHand"));
        bookStock.saveBin(sku, site, row.getField("bin"));
        if (quantity > 0) {
            bookStock.book(new Booking(idOf(row), sku, site, quantity, Kind.RECEIPT, "Opening stock"));
        }
        forgetWhatIsStored();
    }

    /**
     * Each query looks for changes in everything that the transaction holds, which is all that came before. Without
     * this, the demo company took a quarter of the time of a start.
     */
    private void forgetWhatIsStored() {
        entities.flush();
        entities.clear();
    }

    private static String idOf(NamedCsvRecord row) {
        return OPENING_STOCK + row.getField("site") + "-" + row.getField("sku");
    }
}
