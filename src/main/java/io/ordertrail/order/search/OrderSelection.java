package io.ordertrail.order.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderState;

/** The conditions of a search as SQL, with their values. */
final class OrderSelection {

    /**
     * An order, its customer or one of its products has one of the words. The sum keeps the database from looking up
     * each of hundreds of words for each record: it reads the few words of the record instead.
     */
    private static final String HAS_WORD = """
        (exists (select 1 from search_word w where w.kind = 'O' and w.subject = o.number and w.word + 0 in (:words%1$d))
          or exists (select 1 from search_word c where c.kind = 'C' and c.subject = o.customer and c.word + 0 in (:words%1$d))
          or exists (select 1 from order_line l join search_word p on p.kind = 'P' and p.subject = l.sku
            where l.order_number = o.number and p.word + 0 in (:words%1$d)))\
        """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    OrderSelection(OrderFilter filter) {
        add("o.customer = :customer", "customer", filter.customer());
        add("o.entered_at >= :from", "from", filter.from());
        add("o.entered_at < :to", "to", filter.to());
        if (filter.late() != null) {
            addLate(filter.late());
        }
        add("o.entered_at < :openSince", "openSince", filter.openSince());
    }

    /** Only orders in these states. */
    OrderSelection in(Collection<OrderState> states) {
        if (states.size() < OrderState.values().length) {
            add(
                    "o.state in (:states)",
                    "states",
                    states.stream().map(OrderState::name).toList());
        }
        return this;
    }

    /** Only orders that have what is typed. */
    OrderSelection with(OrderHits hits) {
        add("o.number in (:numbers)", "numbers", hits.numbers());
        for (int i = 0; i < hits.frequent().size(); i++) {
            add(HAS_WORD.formatted(i), "words" + i, hits.frequent().get(i));
        }
        return this;
    }

    /** Only these orders. */
    OrderSelection among(Collection<String> numbers) {
        add("o.number in (:sample)", "sample", numbers);
        return this;
    }

    /** Only orders behind this one. */
    OrderSelection behind(Order last, OrderSort sort, boolean descending) {
        var sign = descending ? "<" : ">";
        var condition = "";
        var columns = new ArrayList<>(sort.columns().entrySet());
        for (int i = columns.size() - 1; i >= 0; i--) {
            var column = "o." + columns.get(i).getKey();
            var value = ":last" + i;
            values.put("last" + i, columns.get(i).getValue().apply(last));
            condition = condition.isEmpty()
                    ? column + " " + sign + " " + value
                    : "%1$s %2$s= %3$s and (%1$s %2$s %3$s or (%4$s))".formatted(column, sign, value, condition);
        }
        conditions.add("(" + condition + ")");
        return this;
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** The same conditions, and one more. */
    String where(String more) {
        return conditions.isEmpty() ? " where " + more : where() + " and " + more;
    }

    static String order(OrderSort sort, boolean descending) {
        return sort.columns().keySet().stream()
                .map(column -> "o." + column + (descending ? " desc" : ""))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    Query query(EntityManager database, String sql, Class<?>... result) {
        var query = result.length == 0 ? database.createNativeQuery(sql) : database.createNativeQuery(sql, result[0]);
        values.forEach(query::setParameter);
        return query;
    }

    private void addLate(Late late) {
        if (late.enteredBefore() == null) {
            add("o.requested_by < :today", "today", late.today());
        } else {
            add("(o.requested_by < :today or o.entered_at < :enteredBefore)", "today", late.today());
            values.put("enteredBefore", late.enteredBefore());
        }
    }

    private void add(String condition, String name, Object value) {
        if (value != null && !value.equals("")) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
