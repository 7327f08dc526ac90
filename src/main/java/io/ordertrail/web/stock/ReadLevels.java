package io.ordertrail.web.stock;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.replenishment.SupplyPosition;
import io.ordertrail.stock.replenishment.SupplyPositions;

/** Reads the stock levels and supply positions of a product. */
@Component
public class ReadLevels {

    private final StockItems items;
    private final SupplyPositions supplyPositions;
    private final Changes changes;

    ReadLevels(StockItems items, SupplyPositions supplyPositions, Changes changes) {
        this.items = items;
        this.supplyPositions = supplyPositions;
        this.changes = changes;
    }

    public List<StockLevel> levels(String sku) {
        return items.levels(List.of(sku));
    }

    /** Returns the stock level at a site, or null when the product is not stocked there. */
    StockLevel level(String sku, String site) {
        return levels(sku).stream()
                .filter(level -> level.site().equals(site))
                .findFirst()
                .orElse(null);
    }

    /** The version of bin and reorder level; 0 when the product is not stocked at the site. */
    int settingsVersion(String sku, String site) {
        return items.settingsVersion(sku, site).orElse(0);
    }

    /** The changes of the product's reorder levels, newest first. */
    List<ChangeSet> reorderChanges(String sku) {
        return changes.newest(Kind.REORDER_LEVEL, sku);
    }

    /** The supply positions by site. */
    public Map<String, SupplyPosition> supply(String sku) {
        return supplyPositions.supply(List.of(sku)).stream()
                .collect(Collectors.toMap(SupplyPosition::site, Function.identity()));
    }
}
