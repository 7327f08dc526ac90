package io.ordertrail.stock.allocation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.transaction.Batches;

/** As {@link StockItems#reserve}, at many places in one statement. */
@Component
class BatchReservation {

    private static final int AT_ONCE = 50;
    private static final String WANTED = "s.sku = :sku%1$d and s.site = :site%1$d";

    private final EntityManager database;

    BatchReservation(EntityManager database) {
        this.database = database;
    }

    /** In the sequence of the map. @return at how many of the places there was enough; nothing is reserved at the others */
    int reserve(SortedMap<StockItem.Key, Integer> pieces) {
        return Batches.of(List.copyOf(pieces.keySet()), AT_ONCE)
                .mapToInt(places -> reserve(places, pieces))
                .sum();
    }

    private int reserve(List<StockItem.Key> places, Map<StockItem.Key, Integer> pieces) {
        var update = database.createQuery("update StockItem s set s.reserved = s.reserved + case "
                + each(places, "when " + WANTED + " then :pieces%1$d", " ") + " end where "
                + each(places, WANTED + " and s.onHand - s.reserved >= :pieces%1$d", " or "));
        for (int i = 0; i < places.size(); i++) {
            update.setParameter("sku" + i, places.get(i).sku())
                    .setParameter("site" + i, places.get(i).site())
                    .setParameter("pieces" + i, pieces.get(places.get(i)));
        }
        return update.executeUpdate();
    }

    private static String each(List<StockItem.Key> places, String text, String between) {
        return IntStream.range(0, places.size()).mapToObj(text::formatted).collect(Collectors.joining(between));
    }
}
