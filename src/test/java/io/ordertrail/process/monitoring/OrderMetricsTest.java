package io.ordertrail.process.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import jakarta.persistence.EntityManager;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.order.fulfilment.ConfirmReceipt;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/** Metrics of orders. The database also holds orders of other tests, so the test compares differences. */
@JourneyTest
@Tag("database")
class OrderMetricsTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    ReportDelivery reportDelivery;

    @Autowired
    ConfirmReceipt confirmReceipt;

    @Autowired
    Orders orders;

    @Autowired
    EntityManager database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MeterRegistry registry;

    @Test
    void orders_under_way_are_counted_by_state() {
        var confirmed = underWay(OrderState.CONFIRMED);
        var inFulfilment = underWay(OrderState.IN_FULFILMENT);
        enter();
        desk.complete(enter(), Element.PICK_AND_PACK);
        assertThat(underWay(OrderState.CONFIRMED)).isEqualTo(confirmed + 1);
        assertThat(underWay(OrderState.IN_FULFILMENT)).isEqualTo(inFulfilment + 1);
    }

    @Test
    void ended_orders_have_no_gauge() {
        assertThat(metrics().find("ordertrail.orders").gauges())
                .extracting(gauge -> gauge.getId().getTag("state"))
                .doesNotContain("RECEIVED", "REJECTED", "CANCELLED")
                .hasSize(10);
    }

    @Test
    void a_reservation_counts_until_it_is_shipped_or_released() {
        var shipped = enter();
        var cancelled = enter();
        assertThat(openOf(shipped)).isEqualTo(1);
        assertThat(openOf(cancelled)).isEqualTo(1);
        allOpenReservationsAreCounted();
        ship(shipped);
        cancelOrder.cancel(cancelled, new Cancellation("Ordered twice"));
        assertThat(openOf(shipped)).isZero();
        assertThat(openOf(cancelled)).isZero();
        allOpenReservationsAreCounted();
    }

    /** Jobs of other tests' orders may release stock at any time, so the test asks until nothing moved in between. */
    private void allOpenReservationsAreCounted() {
        await().untilAsserted(() -> assertThat(reservations())
                .isEqualTo(database.createQuery("select count(r) from Reservation r where r.status = OPEN", Long.class)
                        .getSingleResult()
                        .doubleValue()));
    }

    private long openOf(OrderNumber order) {
        return database.createQuery(
                        "select count(r) from Reservation r where r.status = OPEN and r.orderNumber = :order",
                        Long.class)
                .setParameter("order", order)
                .getSingleResult();
    }

    @Test
    void the_end_of_an_order_is_counted_with_the_age_of_the_order() {
        var ends =
                registry.get("ordertrail.order.duration").tag("end", "RECEIVED").timer();
        var before = ends.count();
        var number = enter();
        ship(number);
        reportDelivery.report(number);
        confirmReceipt.confirm(number);
        assertThat(ends.count()).isEqualTo(before + 1);
        assertThat(moves(OrderState.RECEIVED)).isEqualTo(ends.count());
    }

    @Test
    void a_rolled_back_order_is_not_counted() {
        var before = moves(OrderState.ENTERED);
        var order = order();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            enterOrder.enter(order);
            status.setRollbackOnly();
        });
        assertThat(moves(OrderState.ENTERED)).isEqualTo(before);
        enter();
        assertThat(moves(OrderState.ENTERED)).isEqualTo(before + 1);
    }

    private OrderNumber enter() {
        return enterOrder.enter(order());
    }

    private NewOrder order() {
        return TestCompany.order(company.customer(), Map.of(company.product(1), 1));
    }

    private void ship(OrderNumber number) {
        desk.complete(number, Element.PICK_AND_PACK);
        desk.complete(number, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "F-" + number);
    }

    private double moves(OrderState to) {
        return registry.get("ordertrail.order.transitions")
                .tag("to", to.name())
                .counter()
                .count();
    }

    private double underWay(OrderState state) {
        return metrics()
                .get("ordertrail.orders")
                .tag("state", state.name())
                .gauge()
                .value();
    }

    private double reservations() {
        return metrics().get("ordertrail.reservations.open").gauge().value();
    }

    /** Binds fresh metrics, which have nothing cached. */
    private MeterRegistry metrics() {
        var fresh = new SimpleMeterRegistry();
        new OrderMetrics(orders, database).bindTo(fresh);
        return fresh;
    }
}
