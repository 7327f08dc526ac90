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
import io.ordertrail.stock.allocation.Demand.DemandLine;
import io.ordertrail.stock.allocation.ReservationBook.NewReservation;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.picking.PickList;

/** A transaction knows what it reserved, before and after the flush. */
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
    ReservationBook reservationBook;

    @Autowired
    StockItems items;

    @Autowired
    Reservations reservations;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate database;

    private String lamp;
    private OrderNumber order;

    @BeforeEach
    void an_order_has_nothing_and_then_five_units_arrive() {
        lamp = company.product(0);
        order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 2)));
        inTransaction(() -> items.change(lamp, "VIE", 5));
    }

    @Test
    void a_transaction_does_not_reserve_the_same_demand_twice() {
        inTransaction(() -> {
            assertThat(reserveStock.reserve(demand(2))).isTrue();
            assertThat(reserveStock.reserve(demand(2))).isTrue();
            assertThat(pickList.allocatedTo(order).bySku()).containsExactly(Map.entry(lamp, 2));
        });
        assertThat(items.available(lamp, "VIE")).isEqualTo(3);
        assertThat(pickList.allocatedTo(order).bySku()).containsExactly(Map.entry(lamp, 2));
    }

    @Test
    void a_transaction_does_not_reserve_again_what_it_reserved_while_backordering() {
        inTransaction(() -> {
            assertThat(backorderMissingGoods.backorder(demand(2))).isTrue();
            assertThat(reserveStock.reserve(demand(2))).isTrue();
        });
        assertThat(items.available(lamp, "VIE")).isEqualTo(3);
    }

    @Test
    void a_transaction_does_not_reserve_again_what_was_allocated_from_a_receipt() {
        inTransaction(() -> {
            reserve(order, 2);
            assertThat(reserveStock.reserve(demand(2))).isTrue();
        });
        assertThat(items.available(lamp, "VIE")).isEqualTo(3);
    }

    @Test
    void further_demand_of_the_order_is_added_to_its_reservation() {
        inTransaction(() -> {
            assertThat(reserveStock.reserve(demand(2))).isTrue();
            assertThat(reserveStock.reserve(demand(4))).isTrue();
            assertThat(reserveStock.reserve(demand(6))).isFalse();
        });
        assertThat(pickList.allocatedTo(order).bySku()).containsExactly(Map.entry(lamp, 4));
        assertThat(items.available(lamp, "VIE")).isEqualTo(1);
    }

    @Test
    void what_the_queue_allocates_to_an_order_in_the_transaction_of_its_entry_is_known() {
        var customer = company.customer();
        inTransaction(() -> {
            var entered = enterOrder.enter(TestCompany.order(customer, Map.of(lamp, 9)));
            reserve(entered, 5);
            assertThat(pickList.allocatedTo(entered).bySku()).containsExactly(Map.entry(lamp, 5));
        });
    }

    @Test
    void a_backorder_of_the_transaction_of_the_entry_can_end_in_the_same_transaction() {
        var customer = company.customer(ShortagePolicy.WAIT);
        var soldOut = company.product(0);
        inTransaction(() -> {
            var entered = enterOrder.enter(TestCompany.order(customer, Map.of(soldOut, 9)));
            assertThat(backorderMissingGoods.isWaiting(entered)).isTrue();
            releaseStock.release(entered);
            assertThat(backorderMissingGoods.isWaiting(entered)).isFalse();
        });
    }

    @Test
    void released_stock_is_no_longer_allocated_to_the_order() {
        inTransaction(() -> {
            reserveStock.reserve(demand(2));
            releaseStock.release(order);
            assertThat(pickList.allocatedTo(order).bySku()).isEmpty();
            assertThat(reserveStock.reserve(demand(2))).isTrue();
            assertThat(pickList.allocatedTo(order).bySku()).containsExactly(Map.entry(lamp, 2));
        });
        assertThat(items.available(lamp, "VIE")).isEqualTo(3);
    }

    /**
     * Otherwise, entering an order would take longer the more a product is reserved: the database would read all its
     * reservations.
     */
    @OnMySql
    @Test
    void reservations_of_other_orders_are_not_read_however_many_there_are() {
        var other = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 1)));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            database.update("""
          insert into reservation (id, order_number, position, priority, sku, site, quantity, status, reserved_at)
          with recursive n (i) as (select 1 union all select i + 1 from n where i < 900)
          select -i, ?, 0, 1, ?, 'VIE', 1, 'OPEN', now(6) from n""", other.value(), lamp);
            var before = rowsRead();
            assertThat(reservations.writtenOf(order)).isEmpty();
            assertThat(rowsRead() - before).isLessThan(100);
            status.setRollbackOnly();
        });
    }

    /** Rows that this connection read along indexes. */
    private long rowsRead() {
        return database.queryForObject(
                "show session status like 'Handler_read_next'", (row, i) -> row.getLong("Value"));
    }

    private void reserve(OrderNumber number, int units) {
        reservationBook.reserve(
                List.of(new NewReservation(new OrderLineRef(number, 0, lamp, Priority.NORMAL), "VIE", units, true)));
    }

    private Demand demand(int quantity) {
        return new Demand(
                order, List.of(new DemandLine(0, lamp, quantity)), "DE", false, Priority.NORMAL, Instant.EPOCH);
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}
