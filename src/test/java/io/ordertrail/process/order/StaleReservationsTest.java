package io.ordertrail.process.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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

/** Sales is asked about a stale reservation after a fortnight, and not a day earlier. */
@JourneyTest
class StaleReservationsTest {

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Deadlines.Settings settings;

    @Autowired
    ReviewStaleReservation reviewStaleReservation;

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
    void a_stale_reservation_is_reviewed_once_and_the_timeline_names_the_timer() {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(2), 2)));
        checkIn(Duration.ofDays(13));
        assertThat(desk.task(number, Element.PICK_AND_PACK)).isNotNull();

        for (int i = 0; i < 20 && desk.task(number, Element.PICK_AND_PACK) != null; i++) {
            checkIn(Duration.ofDays(15)); // the database also holds older orders of other tests
        }

        assertThat(desk.task(number, Element.REVIEW_STALE_RESERVATION)).isNotNull();
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number)).last().satisfies(last -> {
            assertThat(last.actor()).isEqualTo("timer: Nobody picked it");
            assertThat(last.what()).isEqualTo("timer");
        });
    }

    private void checkIn(Duration time) {
        new StaleReservations(
                        tasks,
                        runtime,
                        new Deadlines(settings, Clock.offset(clock, time), Optional::empty),
                        reviewStaleReservation,
                        actor)
                .check();
    }
}
