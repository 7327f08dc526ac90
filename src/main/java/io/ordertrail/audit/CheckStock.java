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
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.transaction.Batches;

/**
 * Checks whether the stock adds up, in a consistent snapshot: it sees other transactions completely or not at all, and
 * blocks none of them.
 */
@Component
public class CheckStock {

    private static final int TIMEOUT_SECONDS = 3600;
    private static final int BATCH_SIZE = 500;
    /** Of a fault that occurs everywhere, the first thousand places are reported. */
    private static final String LIMIT = " limit 1000";

    private static final List<String> ENDED = states(OrderState::ended);
    private static final List<String> CONFIRMED =
            states(state -> state == OrderState.CONFIRMED || state == OrderState.IN_FULFILMENT);
    private static final List<String> WAITING =
            states(state -> state == OrderState.WAITING_FOR_STOCK || state.underWay());
    /**
     * Starts the snapshot: MySQL takes it with the first table that is read, H2 for all tables of a statement. The
     * tables are not joined, because H2 would consider every order of joining seven tables.
     */
    private static final String START_SNAPSHOT = Stream.of(
                    "stock_item",
                    "stock_movement",
                    "stock_sum",
                    "reservation",
                    "backorder",
                    "customer_order",
                    "order_line")
            .map("select 1 from %s where 1 = 0"::formatted)
            .collect(Collectors.joining(" union all "));
    /** Products that differ from the stored sums and the movements since. */
    private static final String SUSPECTS = """
      select distinct t.sku from (
        select sku, site, on_hand, reserved from stock_item
        union all select sku, site, -on_hand, -reserved from stock_sum
        union all select sku, site, -sum(on_hand_change), -sum(reserved_change) from stock_movement where at >= :since group by sku, site
      ) t group by t.sku, t.site having sum(t.on_hand) <> 0 or sum(t.reserved) <> 0""";

    private final JdbcClient database;
    private final TransactionTemplate snapshot;

    CheckStock(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setTimeout(TIMEOUT_SECONDS);
    }

    /** Checks another database, such as a restored one. */
    public static CheckStock in(DataSource database) {
        return new CheckStock(JdbcClient.create(database), new DataSourceTransactionManager(database));
    }

    /** Checks every rule for every product; adds up all movements since the first. */
    public List<StockFault> thoroughly() {
        return inSnapshot(() -> faults(products()));
    }

    /** Checks every rule for these products. */
    public List<StockFault> of(Collection<String> skus) {
        return inSnapshot(() -> Stream.of(StockRule.values())
                .flatMap(rule -> violations(rule, List.copyOf(skus)).stream())
                .toList());
    }

    /**
     * Checks every rule for every product. The ledger is calculated from the stored sums and the movements since. When
     * a product then seems wrong, all its movements are added up, and that result decides.
     */
    List<StockFault> since(LocalDateTime summedUntil) {
        return inSnapshot(() -> faults(database.sql(SUSPECTS)
                .param("since", summedUntil)
                .query(String.class)
                .list()));
    }

    /**
     * Finds the violations.
     *
     * @param suspects products whose movements are added up
     */
    private List<StockFault> faults(List<String> suspects) {
        var faults = new ArrayList<StockFault>();
        for (var rule : StockRule.values()) {
            if (rule.readsLedger()) {
                batches(suspects).forEach(skus -> faults.addAll(violations(rule, skus)));
            } else {
                faults.addAll(rows(rule, database.sql(rule.ofAll() + LIMIT)));
            }
        }
        return faults;
    }

    private List<StockFault> violations(StockRule rule, List<String> skus) {
        return rows(rule, database.sql(rule.ofSome() + LIMIT).param("skus", skus));
    }

    private static List<StockFault> rows(StockRule rule, JdbcClient.StatementSpec query) {
        return query.param("ended", ENDED)
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

    /** Splits the products, so that no single query takes long, however many movements there are. */
    static Stream<List<String>> batches(List<String> skus) {
        return Batches.of(skus, BATCH_SIZE);
    }

    private <T> T inSnapshot(Supplier<T> check) {
        return snapshot.execute(status -> {
            database.sql(START_SNAPSHOT).query(Integer.class).list();
            return check.get();
        });
    }

    private static List<String> states(Predicate<OrderState> chosen) {
        return Stream.of(OrderState.values())
                .filter(chosen)
                .map(OrderState::name)
                .toList();
    }
}
