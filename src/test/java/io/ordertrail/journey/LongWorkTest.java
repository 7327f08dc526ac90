package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.order.entry.EnterOrder;

/** When a job exceeds its transaction timeout, another node takes it over; so this node must store nothing of it. */
@JourneyTest
@Tag("database")
class LongWorkTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    RuntimeService runtime;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void work_that_exceeds_its_timeout_is_rolled_back_in_the_engine_too() {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 1)));
        var instance = desk.order(number).processInstance();
        var transaction = new TransactionTemplate(transactions);
        transaction.setTimeout(1);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    runtime.setVariable(instance, "early", Variables.stringValue("stored in time"));
                    takeLonger();
                    runtime.setVariable(instance, "late", Variables.stringValue("stored too late"));
                }))
                .hasRootCauseInstanceOf(TransactionTimedOutException.class);

        assertThat(runtime.getVariables(instance)).doesNotContainKeys("early", "late");
    }

    private static void takeLonger() {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1100);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
