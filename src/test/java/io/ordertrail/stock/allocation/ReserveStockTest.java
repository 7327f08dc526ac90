package io.ordertrail.stock.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.customer.Priority;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.database.OnMySql;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.stock.allocation.Demand.Wanted;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.picking.PickList;

/** What a transaction set aside it knows, before and after it is written. */
@JourneyTest
@Tag("database")
class ReserveStockTest {

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    ReserveStock reserveStock;

    @Autowired
    ReleaseStock releaseStock;

    @Autowired
    BackorderMissingGoods backorderMissingGoods;

    @Autowired
    PickList pickList;

    @Autowired
    ReservationBook shelves;

    @Autowired
    StockItems items;

    @Autowired
    AvailabilityForOrders availability;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate database;

    private String lamp;
    private OrderNumber order;

    @BeforeEach
    void an_order_has_nothing_and_then_there_are_five() {
        lamp = company.product(0);
        order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 2)));
        within(() -> items.change(lamp, "VIE", 5));
    }

    @Test
    void the_same_transaction_does_not_set_the_same_pieces_aside_twice() {
        within(() -> {
            assertThat(reserveStock.reserve(need(2))).isTrue();
            assertThat(reserveStock.reserve(need(2))).isTrue();
            assertThat(pickList.promised(order).pieces()).containsExactly(Map.entry(lamp, 2));
        });
        assertThat(items.available(lamp, "VIE")).isEqualTo(3);
        assertThat(pickList.promised(order).pieces()).containsExactly(Map.entry(lamp, 2));
    }

    @Test
    void nor_what_it_set_aside_on_another_way() {
        within(() -> {
            assertThat(backorderMissingGoods.queue(need(2))).isTrue();
            assertThat(reserveStock.reserve(need(2))).isTrue();
        });
        assertThat(items.available(lamp, "VIE")).isEqualTo(3);
    }

    @Test
    void nor_what_it_was_handed_out_of_an_arrival() {
        within(() -> {
            assertThat(shelves.take(new OrderLineRef(order, 0, lamp, Priority.NORMAL), "VIE", 2))
                    .isTrue();
            assertThat(reserveStock.reserve(need(2))).isTrue();
        });
        assertThat(items.available(lamp, "VIE")).isEqualTo(3);
    }

    @Test
    void what_it_needs_beyond_that_is_added() {
        within(() -> {
            assertThat(reserveStock.reserve(need(2))).isTrue();
            assertThat(reserveStock.reserve(need(4))).isTrue();
            assertThat(reserveStock.reserve(need(6))).isFalse();
        });
        assertThat(pickList.promised(order).pieces()).containsExactly(Map.entry(lamp, 4));
        assertThat(items.available(lamp, "VIE")).isEqualTo(1);
    }

    @Test
    void what_the_line_hands_to_an_order_in_the_transaction_of_its_entry_is_known() {
        var customer = company.customer();
        within(() -> {
            var entered = enterOrder.enter(TestCompany.order(customer, Map.of(lamp, 9)));
            assertThat(shelves.take(new OrderLineRef(entered, 0, lamp, Priority.NORMAL), "VIE", 5))
                    .isTrue();
            assertThat(pickList.promised(entered).pieces()).containsExactly(Map.entry(lamp, 5));
        });
    }

    @Test
    void the_place_that_it_took_in_the_transaction_of_its_entry_is_left_there_too() {
        var customer = company.customer(ShortagePolicy.WAIT);
        var soldOut = company.product(0);
        within(() -> {
            var entered = enterOrder.enter(TestCompany.order(customer, Map.of(soldOut, 9)));
            assertThat(backorderMissingGoods.waits(entered)).isTrue();
            releaseStock.release(entered, null);
            assertThat(backorderMissingGoods.waits(entered)).isFalse();
        });
    }

    @Test
    void what_it_gave_back_again_is_promised_no_more() {
        within(() -> {
            reserveStock.reserve(need(2));
            releaseStock.release(order, null);
            assertThat(pickList.promised(order).pieces()).isEmpty();
            assertThat(reserveStock.reserve(need(2))).isTrue();
            assertThat(pickList.promised(order).pieces()).containsExactly(Map.entry(lamp, 2));
        });
        assertThat(items.available(lamp, "VIE")).isEqualTo(3);
    }

    /** Else an order would take the longer to enter the more a product is wanted: the database would go through all that is promised of it. */
    @OnMySql
    @Test
    void what_others_were_promised_is_not_read_however_much_it_is() {
        var other = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 1)));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            database.update("""
          insert into reservation (id, order_number, sku, site, quantity, status, made_at)
          with recursive n (i) as (select 1 union all select i + 1 from n where i < 900)
          select -i, ?, ?, 'VIE', 1, 'OPEN', now(6) from n""", other.value(), lamp);
            var before = rowsRead();
            assertThat(availability.offers(List.of(lamp), order)).hasSize(1);
            assertThat(rowsRead() - before).isLessThan(100);
            status.setRollbackOnly();
        });
    }

    /** Along indexes, by this connection. */
    private long rowsRead() {
        return database.queryForObject(
                "show session status like 'Handler_read_next'", (row, i) -> row.getLong("Value"));
    }

    private Demand need(int pieces) {
        return new Demand(order, List.of(new Wanted(0, lamp, pieces)), "DE", false, Priority.NORMAL, Instant.EPOCH);
    }

    private void within(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}
