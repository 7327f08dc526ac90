package io.ordertrail.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import io.ordertrail.api.problem.Problem;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.refusal.Refusal;

/** A paused process says that it is paused: it is no fault of ours and no contention. */
@JourneyTest
class PausedProcessTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @AfterEach
    void the_process_continues() {
        repository.activateProcessDefinitionByKey(OrderFulfilment.PROCESS, true, null);
    }

    @Test
    void no_order_is_entered_while_the_process_is_paused() {
        var order = TestCompany.order(company.customer(), Map.of(company.product(5), 1));
        repository.suspendProcessDefinitionByKey(OrderFulfilment.PROCESS);

        assertPaused(() -> enterOrder.enter(order));

        repository.activateProcessDefinitionByKey(OrderFulfilment.PROCESS);
        assertThat(desk.state(enterOrder.enter(order))).isEqualTo(OrderState.CONFIRMED);
    }

    @Test
    void no_task_is_completed_while_its_order_is_paused() {
        var blocked = company.customer(new BigDecimal("1000"), true, ShortagePolicy.ASK);
        var order = enterOrder.enter(TestCompany.order(blocked, Map.of(company.product(5), 1)));
        runtime.suspendProcessInstanceById(desk.order(order).processInstance());

        assertPaused(
                () -> desk.complete(order, Element.REVIEW_ORDER, "reviewDecision", "reject", "reviewReason", "no"));

        assertThat(desk.state(order)).isEqualTo(OrderState.IN_REVIEW);
    }

    private static void assertPaused(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Problem.of(refusal).getStatus())
                                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE.value()))
                .hasMessageStartingWith("The order process is paused");
    }
}
