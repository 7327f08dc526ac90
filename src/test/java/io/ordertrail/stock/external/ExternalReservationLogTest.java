package io.ordertrail.stock.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.picking.PickList;

/** The log of calls to the external stock system. */
@JourneyTest
@Tag("database")
class ExternalReservationLogTest {

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    PickList pickList;

    @Autowired
    ExternalReservationLog log;

    @Autowired
    ExternalReservations reservations;

    @Autowired
    AskStockSystem askStockSystem;

    @Autowired
    AskForRelease askForRelease;

    @Autowired
    PlatformTransactionManager transactions;

    private OrderNumber order;
    private List<OpenReservation> goods;

    @BeforeEach
    void anOrderIsConfirmed() {
        order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 2)));
        goods = pickList.lines(order);
    }

    @Test
    void the_same_goods_keep_their_key_until_the_answer_is_known_even_if_the_caller_fails() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    log.begin(order, goods);
                    throw new IllegalStateException("the job fails");
                }))
                .hasMessage("the job fails");
        assertBegins(goods, "-1");
        answered(order + "-1", ExternalReservation.Status.REFUSED);
        assertBegins(goods, "-2");
    }

    @Test
    void other_goods_get_a_new_key_and_the_former_has_to_be_released() {
        log.begin(order, goods);
        var fewer = goods.stream()
                .map(one -> new OpenReservation(
                        one.id(), one.order(), one.sku(), one.site(), one.bin(), 1, null, one.position(), null))
                .toList();
        assertBegins(fewer, "-2", order + "-1");
        log.settle(order + "-1", ExternalReservation.Status.RELEASED);
        assertBegins(fewer, "-2");
    }

    @Test
    void only_a_confirmed_reservation_of_exactly_these_goods_is_held() {
        log.begin(order, goods);
        assertThat(log.holds(order, goods)).isFalse();
        answered(order + "-1", ExternalReservation.Status.RESERVED);
        assertThat(log.holds(order, goods)).isTrue();
        assertThat(log.holds(order, List.of())).isFalse();
    }

    @Test
    void nothing_is_asked_for_an_order_that_has_ended() {
        cancelOrder.cancel(order, new Cancellation("Ordered twice"));
        assertThatThrownBy(() -> log.begin(order, goods)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(reservations.of(order)).isEmpty();
    }

    @Test
    void an_answer_for_a_reservation_that_was_released_meanwhile_is_rejected() {
        log.begin(order, goods);
        log.settle(order + "-1", ExternalReservation.Status.RELEASED);
        assertThatThrownBy(() -> answered(order + "-1", ExternalReservation.Status.RESERVED))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(reservations.of(order))
                .extracting(ExternalReservation::status)
                .containsExactly(ExternalReservation.Status.RELEASED);
    }

    @Test
    void without_an_external_stock_system_no_call_is_due_and_open_reservations_are_not_forgotten() {
        log.begin(order, goods);
        assertThat(askStockSystem.isDue(order)).isFalse();
        new TransactionTemplate(transactions).executeWithoutResult(running -> log.releaseAll(order));
        assertThatThrownBy(() -> askForRelease.release(order))
                .hasMessageContaining("switched off")
                .hasMessageContaining(order.value());
    }

    private void assertBegins(List<OpenReservation> what, String attempt, String... former) {
        var begun = log.begin(order, what);
        assertThat(begun.key()).isEqualTo(order + attempt);
        assertThat(begun.former()).containsExactly(former);
    }

    private void answered(String key, ExternalReservation.Status status) {
        new TransactionTemplate(transactions).executeWithoutResult(running -> log.recordAnswer(key, status));
    }
}
