package io.ordertrail.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.transaction.Batches;

/** Whether the stock adds up, seen at one instant: what others do meanwhile is seen whole or not at all, and nobody waits for the look. */
@Component
public class CheckStock {

    private static final int LONGEST_SECONDS = 3600;
    private static final int PRODUCTS_AT_ONCE = 500;
    /** A fault that is everywhere is told by its first thousand places. */
    private static final String MOST = " limit 1000";

    private static final List<String> ENDED = states(OrderState::ended);
    private static final List<String> CONFIRMED =
            states(state -> state == OrderState.CONFIRMED || state == OrderState.IN_FULFILMENT);
    private static final List<String> WAITING =
            states(state -> state == OrderState.WAITING_FOR_STOCK || state.partly());
    /**
     * The instant of the look: MySQL takes it with the first table that is read, H2 for all tables of a statement. Not joined, as H2 would
     * weigh every order of joining seven tables.
     */
    private static final String INSTANT = Stream.of(
                    "stock_item",
                    "stock_movement",
                    "stock_sum",
                    "reservation",
                    "backorder",
                    "customer_order",
                    "order_line")
            .map("select 1 from %s where 1 = 0"::formatted)
            .collect(Collectors.joining(" union all "));
    /** Products that differ from the sums kept and what was booked since. */
    private static final String SUSPECTS = """
      select distinct t.sku from (
        select sku, site, on_hand, reserved from stock_item
        union all select sku, site, -on_hand, -reserved from stock_sum
        union all select sku, site, -sum(on_hand_change), -sum(reserved_change) from stock_movement where at >= :since group by sku, site
      ) t group by t.sku, t.site having sum(t.on_hand) <> 0 or sum(t.reserved) <> 0""";

    private final JdbcClient database;
    private final TransactionTemplate instant;

    CheckStock(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.instant = new TransactionTemplate(transactions);
        instant.setReadOnly(true);
        instant.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        instant.setTimeout(LONGEST_SECONDS);
    }

    /** Every rule for every product; adds up every movement there ever was. */
    public List<StockFault> thoroughly() {
        return atOneInstant(() -> faults(products()));
    }

    /** Every rule for these products. */
    public List<StockFault> of(Collection<String> skus) {
        return atOneInstant(() -> Stream.of(StockRule.values())
                .flatMap(rule -> broken(rule, List.copyOf(skus)).stream())
                .toList());
    }

    /**
     * Every rule for every product, with the ledger added up from the sums that are kept of the time before; a product that then looks
     * wrong is added up from its first movement, and that decides.
     */
    List<StockFault> since(LocalDateTime summedUntil) {
        return atOneInstant(() -> faults(database.sql(SUSPECTS)
                .param("since", summedUntil)
                .query(String.class)
                .list()));
    }

    /** @param toAddUp products whose movements are looked at */
    private List<StockFault> faults(List<String> toAddUp) {
        var faults = new ArrayList<StockFault>();
        for (var rule : StockRule.values()) {
            if (rule.readsLedger()) {
                batches(toAddUp).forEach(skus -> faults.addAll(broken(rule, skus)));
            } else {
                faults.addAll(rows(rule, database.sql(rule.ofAll() + MOST)));
            }
        }
        return faults;
    }

    private List<StockFault> broken(StockRule rule, List<String> skus) {
        return rows(rule, database.sql(rule.ofSome() + MOST).param("skus", skus));
    }

    private static List<StockFault> rows(StockRule rule, JdbcClient.StatementSpec question) {
        return question.param("ended", ENDED)
                .param("confirmed", CONFIRMED)
                .param("waiting", WAITING)
                .query((row, number) -> fault(rule, row))
                .list();
    }

    private static StockFault fault(StockRule rule, ResultSet row) throws SQLException {
        return new StockFault(
                rule,
                row.getString("sku"),
                row.getString("site"),
                row.getString("order_number"),
                row.getLong("is_now"),
                row.getLong("should_be"));
    }

    List<String> products() {
        return database.sql("select distinct sku from stock_item order by sku")
                .query(String.class)
                .list();
    }

    /** So that no single question takes long, however much was ever booked. */
    static Stream<List<String>> batches(List<String> skus) {
        return Batches.of(skus, PRODUCTS_AT_ONCE);
    }

    private <T> T atOneInstant(Supplier<T> look) {
        return instant.execute(status -> {
            database.sql(INSTANT).query(Integer.class).list();
            return look.get();
        });
    }

    private static List<String> states(Predicate<OrderState> chosen) {
        return Stream.of(OrderState.values())
                .filter(chosen)
                .map(OrderState::name)
                .toList();
    }
}
