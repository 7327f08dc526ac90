package io.ordertrail.stock.ledger;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Component;

import io.ordertrail.transaction.Batches;

/** Reserves at many places in one statement; each place gives all or nothing. */
@Component
public class BatchReservation {

    private static final int BATCH_SIZE = 50;
    private static final String PLACE = "s.sku = :sku%1$d and s.site = :site%1$d";

    private final EntityManager database;

    BatchReservation(EntityManager database) {
        this.database = database;
    }

    /**
     * Reserves in the sequence of the map.
     *
     * @return the number of places that had enough; nothing is reserved at the others
     */
    public int reserve(SortedMap<StockItem.Key, Integer> quantities) {
        return Batches.of(List.copyOf(quantities.keySet()), BATCH_SIZE)
                .mapToInt(places -> reserve(places, quantities))
                .sum();
    }

    private int reserve(List<StockItem.Key> places, Map<StockItem.Key, Integer> quantities) {
        var update = database.createQuery("update StockItem s set s.reserved = s.reserved + case "
                + each(places, "when " + PLACE + " then :quantity%1$d", " ") + " end where "
                + each(places, PLACE + " and s.onHand - s.reserved >= :quantity%1$d", " or "));
        for (int i = 0; i < places.size(); i++) {
            update.setParameter("sku" + i, places.get(i).sku())
                    .setParameter("site" + i, places.get(i).site())
                    .setParameter("quantity" + i, quantities.get(places.get(i)));
        }
        return update.executeUpdate();
    }

    private static String each(List<StockItem.Key> places, String text, String separator) {
        return IntStream.range(0, places.size()).mapToObj(text::formatted).collect(Collectors.joining(separator));
    }
}
