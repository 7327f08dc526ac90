package io.ordertrail.stock.replenishment;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Snapshot;
import io.ordertrail.change.Subject;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.stock.booking.BookStock;

/** Sets when a product is replenished at a site. After a change, an earlier decline of a proposal no longer counts. */
@Service
@Transactional
public class SaveReorderLevel {

    private final BookStock bookStock;
    private final SupplyPositions supplyPositions;
    private final Checked checked;
    private final ChangeLog log;
    private final Actor actor;

    SaveReorderLevel(
            BookStock bookStock, SupplyPositions supplyPositions, Checked checked, ChangeLog log, Actor actor) {
        this.bookStock = bookStock;
        this.supplyPositions = supplyPositions;
        this.checked = checked;
        this.log = log;
        this.actor = actor;
    }

    /** Saves the reorder level and the bin, whatever they are. */
    public void save(String sku, String site, String bin, ReorderLevel level) {
        save(sku, site, bin, level, ExpectedVersion.ANY);
    }

    /**
     * Saves the reorder level, and the bin where one is given.
     *
     * @param bin the bin in which the product is stocked at the site; null leaves it unchanged
     * @param expected the version of bin and reorder level from which the change starts
     * @throws io.ordertrail.refusal.StaleVersion when somebody else changed them meanwhile
     */
    public void save(String sku, String site, String bin, ReorderLevel level, ExpectedVersion expected) {
        level.check(checked);
        bookStock.saveBin(sku, site, bin, expected);
        record(sku, site, level);
        supplyPositions.setReorderLevel(sku, site, level.reorderPoint(), level.reorderQuantity());
    }

    private void record(String sku, String site, ReorderLevel level) {
        var before = supplyPositions.supply(List.of(sku)).stream()
                .filter(position -> position.site().equals(site))
                .findFirst()
                .map(position -> new ReorderLevel(position.reorderPoint(), position.reorderQuantity()))
                .orElse(new ReorderLevel(null, null));
        log.record(
                actor.stamp(),
                new Subject(Subject.Kind.REORDER_LEVEL, sku),
                Act.CHANGED,
                Snapshot.at(site, before),
                Snapshot.at(site, level));
    }
}
