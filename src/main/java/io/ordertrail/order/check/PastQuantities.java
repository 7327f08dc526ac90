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

/** How many pieces of a product a customer ordered the last times. However long that has been going on, no more is read of it. */
@Component
class PastQuantities {

    private static final int AT_ONCE = 50;
    private static final String LAST_TIMES = """
      (select :place%1$d as place, l.quantity as quantity from Order o join o.lines l
      where l.customer = :customer%1$d and l.sku = :sku%1$d and o.number not in :but and o.state not in (REJECTED, CANCELLED)
      order by l.enteredAt desc limit :most)""";

    /** Whose orders, and of which product. */
    record Key(String customer, String sku) {}

    private final EntityManager database;

    PastQuantities(EntityManager database) {
        this.database = database;
    }

    /** What this transaction has not stored yet can wait. @param most last times. @return by customer and product; of what was never ordered, nothing */
    Map<String, Map<String, List<Integer>>> of(List<Key> keys, Collection<OrderNumber> but, int most) {
        var past = new HashMap<String, Map<String, List<Integer>>>();
        Batches.of(keys, AT_ONCE)
                .forEach(some -> ask(some, but, most)
                        .forEach(line -> add(
                                past,
                                some.get(line.get("place", Integer.class)),
                                line.get("quantity", Integer.class))));
        return past;
    }

    private static void add(Map<String, Map<String, List<Integer>>> past, Key key, Integer pieces) {
        past.computeIfAbsent(key.customer(), none -> new HashMap<>())
                .computeIfAbsent(key.sku(), none -> new ArrayList<>())
                .add(pieces);
    }

    private List<Tuple> ask(List<Key> keys, Collection<OrderNumber> but, int most) {
        var question = database.createQuery(
                        IntStream.range(0, keys.size())
                                .mapToObj(LAST_TIMES::formatted)
                                .collect(Collectors.joining(" union all ")),
                        Tuple.class)
                .setParameter("but", but)
                .setParameter("most", most)
                .setFlushMode(FlushModeType.COMMIT);
        for (int i = 0; i < keys.size(); i++) {
            question.setParameter("place" + i, i)
                    .setParameter("customer" + i, keys.get(i).customer())
                    .setParameter("sku" + i, keys.get(i).sku());
        }
        return question.getResultList();
    }
}
