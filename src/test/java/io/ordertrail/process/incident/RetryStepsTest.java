package io.ordertrail.process.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;

/** All orders whose job of a step failed are tried again at once; jobs of other steps stay as they are. */
@JourneyTest
class RetryStepsTest {

    @Autowired
    RetrySteps retrySteps;

    @Autowired
    OpenIncidents incidents;

    @Autowired
    ManagementService management;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Test
    void all_failed_jobs_of_one_step_are_tried_again_together() {
        var one = orderWithFailedJob();
        var other = orderWithFailedJob();
        var step = incidents.of(one).get(0).step();

        assertThat(incidents.orders()).contains(one.value(), other.value());
        assertThat(retrySteps.retry("anotherStep")).isZero();
        assertThat(job(one).getRetries()).isZero();

        assertThat(retrySteps.retry(step)).isEqualTo(2);

        assertThat(job(one).getRetries()).isEqualTo(1);
        assertThat(job(other).getRetries()).isEqualTo(1);
        assertThat(incidents.of(one)).isEmpty();
        assertThat(incidents.of(other)).isEmpty();
        assertThat(incidents.orders()).doesNotContain(one.value(), other.value());
    }

    /** The order waits for goods, with a timer; a job without retries is an incident. */
    private OrderNumber orderWithFailedJob() {
        var order = enterOrder.enter(
                TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(company.product(0), 1)));
        management.setJobRetries(job(order).getId(), 0);
        return order;
    }

    private Job job(OrderNumber order) {
        return management
                .createJobQuery()
                .processInstanceId(desk.order(order).processInstance())
                .singleResult();
    }
}
