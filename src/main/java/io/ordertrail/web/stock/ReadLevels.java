package io.ordertrail.web.stock;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.replenishment.SupplyPosition;
import io.ordertrail.stock.replenishment.SupplyPositions;

/** Reads what there is of a product now, and what comes. */
@Component
public class ReadLevels {

    private final StockItems items;
    private final SupplyPositions supplies;

    ReadLevels(StockItems items, SupplyPositions supplies) {
        this.items = items;
        this.supplies = supplies;
    }

    public List<StockLevel> levels(String sku) {
        return items.levels(List.of(sku));
    }

    /** @return null where the product has no place at the site */
    StockLevel level(String sku, String site) {
        return levels(sku).stream()
                .filter(level -> level.site().equals(site))
                .findFirst()
                .orElse(null);
    }

    /** By site. */
    public Map<String, SupplyPosition> supply(String sku) {
        return supplies.supply(List.of(sku)).stream()
                .collect(Collectors.toMap(SupplyPosition::site, Function.identity()));
    }
}
