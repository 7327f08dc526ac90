package io.ordertrail.order.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Tuple;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.transaction.Batches;

/**
 * The quantities of a product in a customer's last orders. It reads the last ones only, however many orders there are.
 */
@Component
class PastQuantities {

    private static final int BATCH_SIZE = 50;
    private static final String LAST_ORDERS = """
      (select :place%1$d as place, l.quantity as quantity from Order o join o.lines l
      where l.customer = :customer%1$d and l.sku = :sku%1$d and o.number not in :excluded and o.state not in (REJECTED, CANCELLED)
      order by l.enteredAt desc limit :maximum)""";

    /** A customer and a product. */
    record Key(String customer, String sku) {}

    private final EntityManager database;

    PastQuantities(EntityManager database) {
        this.database = database;
    }

    /**
     * Finds the quantities. It does not flush pending changes, because it reads only other orders.
     *
     * @param excluded orders that are not counted
     * @param maximum number of last orders per customer and product
     * @return by customer and product; a product that was never ordered is left out
     */
    Map<String, Map<String, List<Integer>>> of(List<Key> keys, Collection<OrderNumber> excluded, int maximum) {
        var past = new HashMap<String, Map<String, List<Integer>>>();
        Batches.of(keys, BATCH_SIZE)
                .forEach(batch -> query(batch, excluded, maximum)
                        .forEach(row -> add(
                                past, batch.get(row.get("place", Integer.class)), row.get("quantity", Integer.class))));
        return past;
    }

    private static void add(Map<String, Map<String, List<Integer>>> past, Key key, Integer quantity) {
        past.computeIfAbsent(key.customer(), none -> new HashMap<>())
                .computeIfAbsent(key.sku(), none -> new ArrayList<>())
                .add(quantity);
    }

    private List<Tuple> query(List<Key> keys, Collection<OrderNumber> excluded, int maximum) {
        var query = database.createQuery(
                        IntStream.range(0, keys.size())
                                .mapToObj(LAST_ORDERS::formatted)
                                .collect(Collectors.joining(" union all ")),
                        Tuple.class)
                .setParameter("excluded", excluded)
                .setParameter("maximum", maximum)
                .setFlushMode(FlushModeType.COMMIT);
        for (int i = 0; i < keys.size(); i++) {
            query.setParameter("place" + i, i)
                    .setParameter("customer" + i, keys.get(i).customer())
                    .setParameter("sku" + i, keys.get(i).sku());
        }
        return query.getResultList();
    }
}
