package io.ordertrail.order.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.contention.RowsRead;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.database.OnMySql;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

/**
 * The statements that the database server receives for one straight-through order of two lines, by the server's own
 * log.
 */
@OnMySql
@JourneyTest
@Tag("database")
class StatementsOfAnOrderTest {

    private static final int LIMIT = 35;
    private static final int GROUP = 5;
    /**
     * Statements that an order of a group does not share: its customer's history, stock levels, the reservation, and the
     * look-up of the newest table. Look-ups, locks and all rows are shared.
     */
    private static final int PER_ORDER = 8;

    /** A step that backorders has the rows of its order written. */
    private static final int PER_BACKORDER = 14;

    /**
     * The newest tables and diagrams are looked up once a second, by whichever order comes then. Of three entries one
     * after another at least one looks up nothing of it, and the bounds are for that one.
     */
    private static final int ENTRIES = 3;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    EnteredTogether together;

    @Autowired
    RowsRead rowsRead;

    @Test
    void an_order_takes_35_statements_at_most_and_a_commit() throws Exception {
        var quantities = Map.of(company.product(1000), 1, company.product(1000), 2);
        enterOrder.enter(TestCompany.order(company.customer(), quantities));

        var statements = fewest(() -> {
            var order = TestCompany.order(company.customer(), quantities);
            return () -> enterOrder.enter(order);
        });

        statements.forEach(System.out::println);
        System.out.println(statements.size() + " statements and a commit");
        assertThat(statements).hasSizeLessThanOrEqualTo(LIMIT);
    }

    @Test
    void orders_of_a_group_share_most_of_their_statements() throws Exception {
        var quantities = Map.of(company.product(1000), 1, company.product(1000), 2);
        enterOrder.enter(TestCompany.order(company.customer(), quantities));

        var statements = fewest(() -> {
            var entered = IntStream.range(0, GROUP)
                    .mapToObj(i -> TestCompany.order(company.customer(), quantities))
                    .toList();
            return () -> together.enter(entered);
        });

        System.out.println(statements.size() + " statements and a commit for " + GROUP + " orders");
        assertThat(statements).hasSizeLessThanOrEqualTo(LIMIT + PER_ORDER * (GROUP - 1));
    }

    @Test
    void orders_for_sold_out_goods_share_many_of_their_statements() throws Exception {
        var soldOut = Map.of(company.product(0), 1);
        var policies = List.of(
                ShortagePolicy.WAIT,
                ShortagePolicy.CANCEL,
                ShortagePolicy.WAIT,
                ShortagePolicy.CANCEL,
                ShortagePolicy.WAIT);
        enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), soldOut));

        var statements = fewest(() -> {
            var entered = policies.stream()
                    .map(policy -> TestCompany.order(company.customer(policy), soldOut))
                    .toList();
            return () -> together.enter(entered);
        });

        System.out.println(statements.size() + " statements and a commit for " + GROUP + " orders that find nothing");
        assertThat(statements).hasSizeLessThanOrEqualTo(LIMIT + PER_BACKORDER * (GROUP - 1));
    }

    @Test
    void ten_lines_of_the_customers_history_are_read_however_many_there_are() throws Exception {
        var quantities = Map.of(company.product(1000), 1);
        var customer = company.customer();
        var first = enterOrder.enter(TestCompany.order(customer, quantities)).value();
        var inTransaction = new TransactionTemplate(transactions);
        inTransaction.executeWithoutResult(status -> database.update("""
        insert into order_line (order_number, position, customer, entered_at, sku, name, quantity, cancelled_quantity, unit_price, list_price,
          discount_percent, amount)
        with recursive n as (select 1 i union all select i + 1 from n where i < 900)
        select l.order_number, n.i, l.customer, l.entered_at, l.sku, l.name, 1, 0, 1, 1, 0, 1 from order_line l, n
        where l.order_number = ? and l.position = 0""", first));
        inTransaction.executeWithoutResult(status -> database.queryForList("analyze table order_line, customer_order"));

        var question = logged(() -> enterOrder.enter(TestCompany.order(customer, quantities))).stream()
                .filter(statement -> statement.matches("(?s).*from customer_order .* order_line .* order by .*"))
                .findFirst()
                .orElseThrow();

        assertThat(rowsRead.by(() -> assertThat(database.queryForList(question)).hasSize(10)))
                .as(question)
                .isLessThan(50);
    }

    /**
     * An insert that refers to a stock row locks it, so two transactions that insert first and lock later would
     * deadlock.
     */
    @Test
    void no_row_that_refers_to_stock_is_inserted_before_the_stock_is_locked() throws Exception {
        var there = Map.of(company.product(1000), 1);
        var soldOut = Map.of(company.product(0), 1);
        var entered = Stream.of(ShortagePolicy.WAIT, ShortagePolicy.CANCEL)
                .flatMap(policy -> Stream.of(there, soldOut, there)
                        .map(goods -> TestCompany.order(company.customer(policy), goods)))
                .toList();

        var statements = logged(() -> together.enter(entered));

        var referring = statements.stream()
                .filter(statement -> statement.matches("(?s)insert into (reservation|stock_movement) .*"))
                .toList();
        var locking = statements.stream()
                .filter(statement -> statement.startsWith("update stock_item "))
                .toList();
        assertThat(referring).isNotEmpty();
        assertThat(locking).isNotEmpty();
        assertThat(statements.indexOf(referring.get(0))).isGreaterThan(statements.indexOf(locking.get(0)));
    }

    private List<String> fewest(Supplier<Callable<?>> prepared) throws Exception {
        var fewest = logged(prepared.get());
        for (var entry = 1; entry < ENTRIES; entry++) {
            var statements = logged(prepared.get());
            fewest = statements.size() < fewest.size() ? statements : fewest;
        }
        return fewest;
    }

    /** The connections belong to the application's pool, so this reads the log of the one that stored the order. */
    private List<String> logged(Callable<?> work) throws Exception {
        database.execute("set global log_output = 'TABLE'");
        database.execute("truncate mysql.general_log");
        database.execute("set global general_log = on");
        try {
            work.call();
        } finally {
            database.execute("set global general_log = off");
        }
        return database.queryForList("""
        select convert(argument using utf8mb4) from mysql.general_log
        where command_type in ('Query', 'Execute') and thread_id in
          (select thread_id from mysql.general_log where argument like 'insert into customer_order%')
          and thread_id in (select id from information_schema.processlist where db = database()) order by event_time""", String.class).stream()
                .filter(statement -> !statement.matches("ROLLBACK|COMMIT|set global .*"))
                .toList();
    }
}
