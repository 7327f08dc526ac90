package io.ordertrail.order;

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

/** How many pieces of a product a customer ordered the last times. However long that has been going on, no more is read of it. */
@Component
class PastQuantities {

  private static final int AT_ONCE = 50;
  private static final String LAST_TIMES = """
      (select :wish%1$d as wish, l.quantity as quantity from Order o join o.lines l
      where l.customer = :customer%1$d and l.sku = :sku%1$d and o.number not in :but and o.state not in (REJECTED, CANCELLED)
      order by l.enteredAt desc limit :most)""";

  /** A customer and a product that it asks for. */
  record Wish(String customer, String sku) {
  }

  private final EntityManager database;

  PastQuantities(EntityManager database) {
    this.database = database;
  }

  /** What this transaction has not stored yet can wait. @param most last times. @return by customer and product; of what was never ordered, nothing */
  Map<String, Map<String, List<Integer>>> of(List<Wish> wishes, Collection<OrderNumber> but, int most) {
    var past = new HashMap<String, Map<String, List<Integer>>>();
    for (int from = 0; from < wishes.size(); from += AT_ONCE) {
      var some = wishes.subList(from, Math.min(wishes.size(), from + AT_ONCE));
      ask(some, but, most).forEach(line -> add(past, some.get(line.get("wish", Integer.class)), line.get("quantity", Integer.class)));
    }
    return past;
  }

  private static void add(Map<String, Map<String, List<Integer>>> past, Wish wish, Integer pieces) {
    past.computeIfAbsent(wish.customer(), none -> new HashMap<>()).computeIfAbsent(wish.sku(), none -> new ArrayList<>()).add(pieces);
  }

  private List<Tuple> ask(List<Wish> wishes, Collection<OrderNumber> but, int most) {
    var question = database.createQuery(IntStream.range(0, wishes.size()).mapToObj(LAST_TIMES::formatted)
        .collect(Collectors.joining(" union all ")), Tuple.class).setParameter("but", but).setParameter("most", most).setFlushMode(FlushModeType.COMMIT);
    for (int i = 0; i < wishes.size(); i++) {
      question.setParameter("wish" + i, i).setParameter("customer" + i, wishes.get(i).customer()).setParameter("sku" + i, wishes.get(i).sku());
    }
    return question.getResultList();
  }
}
