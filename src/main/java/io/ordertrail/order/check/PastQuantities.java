package io.ordertrail.order.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Tuple;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.transaction.Batches;

/**
 * The quantities of a product in a customer's last orders. It reads the last ones only, however many orders there are.
 */
@Component
class PastQuantities {

    private static final int BATCH_SIZE = 50;
    private static final String LAST_ORDERS = """
      (select l.sku as sku, l.quantity as quantity from Order o join o.lines l
      where l.customer = :customer and l.sku = :sku%d and o.number <> :self and o.state not in (REJECTED, CANCELLED)
      order by l.enteredAt desc limit :maximum)""";

    private final EntityManager database;

    PastQuantities(EntityManager database) {
        this.database = database;
    }

    /**
     * Finds the quantities. It does not flush pending changes, because it reads only other orders.
     *
     * @param order whose products are sought, among the other orders of its customer
     * @param maximum number of last orders per product
     * @return by product; one that was never ordered is left out
     */
    Map<String, List<Integer>> of(Order order, int maximum) {
        return Batches.of(List.copyOf(order.requiredQuantities().keySet()), BATCH_SIZE)
                .flatMap(skus -> query(order, skus, maximum).stream())
                .collect(Collectors.groupingBy(
                        row -> row.get("sku", String.class),
                        Collectors.mapping(row -> row.get("quantity", Integer.class), Collectors.toList())));
    }

    private List<Tuple> query(Order order, List<String> skus, int maximum) {
        var query = database.createQuery(
                        IntStream.range(0, skus.size())
                                .mapToObj(LAST_ORDERS::formatted)
                                .collect(Collectors.joining(" union all ")),
                        Tuple.class)
                .setParameter("customer", order.customer())
                .setParameter("self", order.number())
                .setParameter("maximum", maximum)
                .setFlushMode(FlushModeType.COMMIT);
        for (int i = 0; i < skus.size(); i++) {
            query.setParameter("sku" + i, skus.get(i));
        }
        return query.getResultList();
    }
}
