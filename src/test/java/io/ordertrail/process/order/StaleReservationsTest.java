package io.ordertrail.process.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.CurrentActor;
import io.ordertrail.process.deadline.Deadlines;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/** After a fortnight sales is asked, and not a day before. */
@JourneyTest
class StaleReservationsTest {

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Deadlines.Settings settings;

    @Autowired
    ReviewStaleReservation tellUnpicked;

    @Autowired
    CurrentActor actor;

    @Autowired
    Clock clock;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    OrderEvents events;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Test
    void goods_that_nobody_picked_within_their_time_are_asked_about_once_and_the_timer_is_named() {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(2), 2)));
        lookIn(Duration.ofDays(13));
        assertThat(desk.task(number, Element.PICK_AND_PACK)).isNotNull();

        for (int i = 0; i < 20 && desk.task(number, Element.PICK_AND_PACK) != null; i++) {
            lookIn(Duration.ofDays(15)); // other tests' orders lie about, and are older
        }

        assertThat(desk.task(number, Element.REVIEW_STALE_RESERVATION)).isNotNull();
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number)).last().satisfies(last -> {
            assertThat(last.actor()).isEqualTo("timer: Nobody picked it");
            assertThat(last.what()).isEqualTo("timer");
        });
    }

    private void lookIn(Duration time) {
        new StaleReservations(tasks, runtime, new Deadlines(settings, Clock.offset(clock, time)), tellUnpicked, actor)
                .look();
    }
}
