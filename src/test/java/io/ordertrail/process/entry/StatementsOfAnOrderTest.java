package io.ordertrail.process.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
import io.ordertrail.order.entry.EnterOrder;

/** What the server is asked to do for one straight-through order of two lines, by the server's own log. */
@OnMySql
@JourneyTest
@Tag("database")
class StatementsOfAnOrderTest {

    private static final int MOST = 30;
    private static final int TOGETHER = 5;
    /** Of an order by itself: the state that it reached, and now and then an insert grows too long. What it asks is asked for all at once. */
    private static final int OWN = 3;

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
    void an_order_takes_thirty_statements_at_most_and_a_commit() throws Exception {
        var pieces = Map.of(company.product(1000), 1, company.product(1000), 2);
        var customer = company.customer();
        enterOrder.enter(TestCompany.order(company.customer(), pieces));

        var statements = logged(() -> enterOrder.enter(TestCompany.order(customer, pieces)));

        statements.forEach(System.out::println);
        System.out.println(statements.size() + " statements and a commit");
        assertThat(statements).hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    void orders_that_share_a_transaction_share_what_is_written() throws Exception {
        var pieces = Map.of(company.product(1000), 1, company.product(1000), 2);
        enterOrder.enter(TestCompany.order(company.customer(), pieces));
        var entered = IntStream.range(0, TOGETHER)
                .mapToObj(i -> TestCompany.order(company.customer(), pieces))
                .toList();

        var statements = logged(() -> together.enter(entered));

        System.out.println(statements.size() + " statements and a commit for " + TOGETHER + " orders");
        assertThat(statements).hasSizeLessThanOrEqualTo(MOST + OWN * (TOGETHER - 1));
    }

    @Test
    void orders_that_find_nothing_share_what_is_written_too() throws Exception {
        var soldOut = Map.of(company.product(0), 1);
        var wishes = List.of(
                ShortagePolicy.WAIT,
                ShortagePolicy.CANCEL,
                ShortagePolicy.WAIT,
                ShortagePolicy.CANCEL,
                ShortagePolicy.WAIT);
        enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), soldOut));
        var entered = wishes.stream()
                .map(wish -> TestCompany.order(company.customer(wish), soldOut))
                .toList();

        var statements = logged(() -> together.enter(entered));

        System.out.println(
                statements.size() + " statements and a commit for " + TOGETHER + " orders that find nothing");
        assertThat(statements).hasSizeLessThanOrEqualTo(MOST + OWN * (TOGETHER - 1));
    }

    @Test
    void of_what_a_customer_ordered_before_ten_lines_are_read_however_many_there_are() throws Exception {
        var pieces = Map.of(company.product(1000), 1);
        var customer = company.customer();
        var first = enterOrder.enter(TestCompany.order(customer, pieces)).value();
        var inTransaction = new TransactionTemplate(transactions);
        inTransaction.executeWithoutResult(status -> database.update("""
        insert into order_line (order_number, position, customer, entered_at, sku, name, quantity, struck, unit_price, list_price,
          discount_percent, amount)
        with recursive n as (select 1 i union all select i + 1 from n where i < 900)
        select l.order_number, n.i, l.customer, l.entered_at, l.sku, l.name, 1, 0, 1, 1, 0, 1 from order_line l, n
        where l.order_number = ? and l.position = 0""", first));
        inTransaction.executeWithoutResult(status -> database.queryForList("analyze table order_line, customer_order"));

        var question = logged(() -> enterOrder.enter(TestCompany.order(customer, pieces))).stream()
                .filter(statement -> statement.matches("(?s).*from customer_order .* order_line .* order by .*"))
                .findFirst()
                .orElseThrow();

        assertThat(rowsRead.by(() -> assertThat(database.queryForList(question)).hasSize(10)))
                .as(question)
                .isLessThan(50);
    }

    /** A row that refers to stock holds it, so that two who write first and lock then wait for each other. */
    @Test
    void nothing_that_refers_to_stock_is_written_before_it_is_locked_whoever_shares_the_transaction() throws Exception {
        var there = Map.of(company.product(1000), 1);
        var soldOut = Map.of(company.product(0), 1);
        var entered = Stream.of(ShortagePolicy.WAIT, ShortagePolicy.CANCEL)
                .flatMap(wish ->
                        Stream.of(there, soldOut, there).map(goods -> TestCompany.order(company.customer(wish), goods)))
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

    /** The connections are the application's own, so the log is read for the one that stored the order, from its first question on. */
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
