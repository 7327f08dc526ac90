package io.ordertrail.process.order;

import static io.ordertrail.journey.SimulatedStockSystem.Fault.DROPPED_AFTERWARDS;
import static io.ordertrail.journey.SimulatedStockSystem.Fault.ERROR_AFTERWARDS;
import static io.ordertrail.journey.SimulatedStockSystem.Fault.ERROR_BEFORE;
import static io.ordertrail.journey.SimulatedStockSystem.Fault.LATE;
import static io.ordertrail.journey.SimulatedStockSystem.Fault.SILENT_AFTERWARDS;
import static io.ordertrail.journey.SimulatedStockSystem.Fault.TWICE;
import static io.ordertrail.process.engine.OrderFulfilment.Element.DECIDE_ON_SHORTAGE;
import static io.ordertrail.process.engine.OrderFulfilment.Element.PICK_AND_PACK;
import static io.ordertrail.process.engine.OrderFulfilment.Element.REVIEW_STALE_RESERVATION;
import static io.ordertrail.process.engine.OrderFulfilment.Element.SHIP_PARCEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.contention.Concurrently;
import io.ordertrail.customer.Priority;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.SimulatedStockSystem;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.monitoring.ExternalStockHealthIndicator;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.external.ExternalReservation;
import io.ordertrail.stock.external.ExternalReservations;
import io.ordertrail.stock.external.ExternalStockSystem;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.picking.PickList;
import io.ordertrail.stock.picking.RecordPicking;
import io.ordertrail.transaction.ContentionRetry;

/**
 * Orders whose goods are stocked in an external stock system, which answers late, twice, out of order or not at all.
 */
@JourneyTest
class ExternalStockTest {

    private static final int ORDERS = 100;
    private static final int FAULTS_IN_HUNDRED = 30;
    private static final long SEED = Long.getLong("ordertrail.seed", 4711);
    private static final SimulatedStockSystem SYSTEM = new SimulatedStockSystem();

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Concurrently concurrently;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    ReportDelivery reportDelivery;

    @Autowired
    RecordPicking recordPicking;

    @Autowired
    PickList pickList;

    @Autowired
    Orders orders;

    @Autowired
    OrderEvents events;

    @Autowired
    StockItems items;

    @Autowired
    ExternalReservations reservations;

    @Autowired
    ExternalStockSystem externalStockSystem;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ContentionRetry retry;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc browser;

    @DynamicPropertySource
    static void switchedOn(DynamicPropertyRegistry settings) {
        settings.add("ordertrail.external-stock.switched-on", () -> "true");
        settings.add("ordertrail.external-stock.url", SYSTEM::url);
        settings.add("ordertrail.external-stock.token", () -> SimulatedStockSystem.TOKEN);
        settings.add("ordertrail.external-stock.answer-within", () -> "1500ms");
    }

    @AfterEach
    void settleEverything() {
        SYSTEM.randomFaults(0, SEED);
        settle();
        assertThat(SYSTEM.violations()).isEmpty();
    }

    @AfterAll
    static void end() {
        SYSTEM.close();
    }

    @Test
    void an_order_is_confirmed_when_both_systems_have_reserved_its_goods() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        assertThat(desk.state(number)).isEqualTo(OrderState.ENTERED);
        assertThat(desk.available(lamp))
                .as("it is reserved in our own stock already")
                .isEqualTo(3);

        management.executeJob(job(number).getId());

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.reservedFor(number.value())).isEqualTo(Map.of(lamp + "@VIE", 2));
        assertThat(SYSTEM.calls(number.value())).containsExactly("PUT " + number + "-1");
        assertThat(messages(number)).isEmpty();
    }

    @Test
    void a_request_without_an_answer_is_repeated_with_the_same_key_and_executed_once() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        for (var fault : List.of(SILENT_AFTERWARDS, DROPPED_AFTERWARDS, ERROR_AFTERWARDS)) {
            SYSTEM.planFaults(fault);
            assertThatThrownBy(() -> management.executeJob(job(number).getId())).hasMessageContaining("stock system");
            assertThat(desk.state(number)).isEqualTo(OrderState.ENTERED);
        }
        SYSTEM.planFaults(TWICE);
        management.executeJob(job(number).getId());

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.calls(number.value())).hasSize(4).containsOnly("PUT " + number + "-1");
        assertThat(SYSTEM.free(lamp, "VIE")).isEqualTo(3);
    }

    @Test
    @Tag("database")
    void an_answer_locks_the_stock_before_the_order() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        var job = job(number).getId();

        concurrently.interleave(
                () -> items.lock(List.of(lamp)), () -> management.executeJob(job), () -> orders.getLocked(number));

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
    }

    @Test
    void goods_that_the_external_stock_system_lacks_are_written_off_and_sales_decides() {
        var lamp = company.product(5);
        SYSTEM.addStock(lamp, "VIE", 3);
        var number = enter(Map.of(lamp, 4));

        management.executeJob(job(number).getId());

        assertThat(desk.state(number)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        assertThat(desk.onHand(lamp))
                .as("the missing one and the one that nobody ordered are written off")
                .isEqualTo(3);
        assertThat(SYSTEM.reservedFor(number.value())).isEmpty();
        assertThat(timeline(number)).contains("stock-refused");
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        company.receive(lamp, "VIE", 1);
        SYSTEM.addStock(lamp, "VIE", 1);
        settle();
        assertThat(desk.state(number)).as("both systems have four in stock").isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.calls(number.value())).containsExactly("PUT " + number + "-1", "PUT " + number + "-2");
    }

    @Test
    void goods_that_one_site_lacks_are_requested_from_the_next_with_a_new_key() {
        var lamp = company.product(5);
        company.receive(lamp, "ROT", 5);
        SYSTEM.addStock(lamp, "ROT", 5);
        var number = enter(Map.of(lamp, 4));

        settle();

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.reservedFor(number.value())).isEqualTo(reserved(number));
        assertThat(reservations.of(number))
                .extracting(ExternalReservation::status)
                .last()
                .isEqualTo(ExternalReservation.Status.RESERVED);
    }

    @Test
    void goods_with_a_pending_release_are_waited_for_and_not_written_off() {
        var lamp = product(2);
        var first = enter(Map.of(lamp, 2));
        settle();
        cancelOrder.cancel(first, new Cancellation("Ordered twice"));
        var second = enter(Map.of(lamp, 2));

        assertThatThrownBy(() -> management.executeJob(job(second).getId())).hasMessageContaining("before the release");
        assertThat(desk.onHand(lamp)).isEqualTo(2);
        management.executeJob(job(first).getId());
        settle();

        assertThat(desk.state(second)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.reservedFor(second.value())).isEqualTo(Map.of(lamp + "@VIE", 2));
    }

    @Test
    void an_order_that_goes_on_with_less_releases_its_former_reservation_first() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 4));
        settle();
        company.lose(lamp, "VIE", 3);
        assertThat(desk.state(number)).isEqualTo(OrderState.WAITING_FOR_STOCK);

        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "goOn");
        SYSTEM.planFaults(SILENT_AFTERWARDS);
        settle();

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.reservedFor(number.value())).isEqualTo(Map.of(lamp + "@VIE", 2));
        assertThat(reservations.of(number))
                .extracting(ExternalReservation::status)
                .containsExactly(ExternalReservation.Status.RELEASED, ExternalReservation.Status.RESERVED);
    }

    @Test
    void goods_lost_while_the_external_stock_system_does_not_answer_are_a_shortage() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 4));
        SYSTEM.planFaults(SILENT_AFTERWARDS);
        assertThatThrownBy(() -> management.executeJob(job(number).getId())).hasMessageContaining("did not answer");
        company.lose(lamp, "VIE", 3);

        settle();

        assertThat(desk.state(number)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "cancel", "shortageReason", "Gone");
        assertThat(desk.state(number))
                .as("the cancellation does not wait for the external stock system")
                .isEqualTo(OrderState.CANCELLED);
        settle();
        assertThat(SYSTEM.reservedFor(number.value())).isEmpty();
        assertThat(desk.isEnded(number)).isTrue();
    }

    @Test
    void a_reservation_that_arrives_after_its_release_reserves_nothing() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        SYSTEM.planFaults(LATE);
        assertThatThrownBy(() -> management.executeJob(job(number).getId())).hasMessageContaining("did not answer");
        assertThat(SYSTEM.reservedFor(number.value())).isEmpty();

        cancelOrder.cancel(number, new Cancellation("Ordered twice"));
        assertThat(desk.state(number)).isEqualTo(OrderState.CANCELLED);
        management.executeJob(job(number).getId());
        SYSTEM.executeLateCalls();

        assertThat(SYSTEM.reservedFor(number.value())).isEmpty();
        assertThat(SYSTEM.free(lamp, "VIE")).isEqualTo(5);
        assertThat(SYSTEM.calls(number.value()))
                .containsExactly("PUT " + number + "-1", "DELETE " + number + "-1", "GET " + number + "-1");
        assertThat(desk.isEnded(number)).isTrue();
    }

    @Test
    void an_order_cancelled_during_its_reservation_request_keeps_no_goods() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        SYSTEM.meanwhile(() -> cancelOrder.cancel(number, new Cancellation("Changed her mind")));
        var before = job(number).getId();

        assertThatThrownBy(() -> management.executeJob(before)).isInstanceOf(RuntimeException.class);
        assertThat(desk.state(number)).isEqualTo(OrderState.CANCELLED);
        assertThat(SYSTEM.reservedFor(number.value()))
                .as("it was reserved nevertheless")
                .isNotEmpty();
        settle();

        assertThat(SYSTEM.reservedFor(number.value())).isEmpty();
        assertThat(desk.available(lamp)).isEqualTo(5);
        assertThat(desk.isEnded(number)).isTrue();
    }

    @Test
    void a_confirmed_order_is_cancelled_at_once_and_its_release_is_repeated_until_it_succeeds() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        settle();
        cancelOrder.cancel(number, new Cancellation("Ordered twice"));
        assertThat(desk.state(number)).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.available(lamp)).isEqualTo(5);

        SYSTEM.planFaults(SILENT_AFTERWARDS, TWICE, ERROR_AFTERWARDS);
        settle();

        assertThat(SYSTEM.reservedFor(number.value())).isEmpty();
        assertThat(SYSTEM.free(lamp, "VIE")).as("released once").isEqualTo(5);
        assertThat(desk.isEnded(number)).isTrue();
    }

    @Test
    void a_release_that_fails_is_an_incident_with_the_number_of_the_order_also_after_the_order_has_ended()
            throws Exception {
        var number = enter(Map.of(product(5), 2));
        settle();
        cancelOrder.cancel(number, new Cancellation("Ordered twice"));
        assertThat(desk.isEnded(number)).isTrue();
        var job = job(number).getId();
        SYSTEM.down();
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("could not be reached");
        assertShown(number, "has not released goods of this order");
        var pauses = new ArrayList<Duration>();
        while (job(number).getRetries() > 0) {
            pauses.add(pause(job(number)));
            assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("stock system");
        }

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(5L, 15L, 30L, 60L, 180L);
        var incident = runtime.createIncidentQuery().configuration(job).singleResult();
        assertThat(incident.getIncidentMessage()).contains(number.value());
        assertThat(incident.getProcessDefinitionId())
                .as("where Cockpit shows it")
                .startsWith(OrderFulfilment.PROCESS);
        assertShown(number, "has to press");
        assertThat(health().getDetails()).containsEntry("waitingOrders", 1L).containsEntry("incidents", 1L);

        SYSTEM.up();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            management.setJobRetries(job, 1);
            return succeeds(() -> management.executeJob(job));
        });
        assertThat(SYSTEM.reservedFor(number.value())).isEmpty();
        assertThat(runtime.createIncidentQuery().configuration(job).count()).isZero();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_release_is_requested_only_by_a_transaction_that_commits() {
        var number = enter(Map.of(product(5), 2));
        settle();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    cancelOrder.cancel(number, new Cancellation("Ordered twice"));
                    throw new IllegalStateException("the page fails");
                }))
                .hasMessage("the page fails");

        assertThat(messages(number)).isEmpty();
        assertThat(SYSTEM.reservedFor(number.value())).isNotEmpty();
    }

    @Test
    void an_order_of_several_lines_is_released_by_one_job_and_only_once() {
        var lamp = product(5);
        var cup = product(5);
        var number = enter(Map.of(lamp, 2, cup, 1));
        settle();
        cancelOrder.cancel(number, new Cancellation("Ordered twice"));
        assertThat(messages(number)).hasSize(1);
        settle();

        assertThat(SYSTEM.calls(number.value()))
                .containsExactly("PUT " + number + "-1", "DELETE " + number + "-1", "GET " + number + "-1");
    }

    @Test
    void an_order_cancelled_before_its_first_request_sends_no_request() {
        var number = enter(Map.of(product(5), 2));
        cancelOrder.cancel(number, new Cancellation("Ordered twice"));

        assertThat(messages(number)).isEmpty();
        assertThat(desk.isEnded(number)).isTrue();
        assertThat(SYSTEM.calls(number.value())).isEmpty();
    }

    @Test
    void an_external_stock_system_that_is_down_causes_a_visible_incident_and_loses_no_order() throws Exception {
        var number = enter(Map.of(product(5), 2));
        var job = job(number).getId();
        SYSTEM.down();
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("could not be reached");
        assertShown(number, "Nothing is lost: it is asked again automatically");
        while (job(number).getRetries() > 0) {
            assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("stock system");
        }

        assertThat(incidents(number)).isEqualTo(1);
        assertThat(desk.state(number)).isEqualTo(OrderState.ENTERED);
        assertShown(number, "has to press");
        assertThat(health().getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(health().getDetails()).containsEntry("waitingOrders", 1L).containsEntry("incidents", 1L);

        SYSTEM.up();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            management.setJobRetries(job, 1);
            return succeeds(() -> management.executeJob(job));
        });
        assertThat(incidents(number)).isZero();
        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(desk.task(number, PICK_AND_PACK)).isNotNull();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        browser.perform(get("/orders/" + number).with(user("sally").roles("sales")))
                .andExpect(content().string(not(containsString("The external stock system has"))));
    }

    @Test
    @Tag("race")
    void both_systems_agree_in_the_end_whatever_the_network_does() throws Exception {
        var products = IntStream.range(0, 5).mapToObj(i -> company.product(60)).toList();
        products.forEach(sku -> SYSTEM.addStock(sku, "VIE", sku.equals(products.get(0)) ? 20 : 60));
        var random = new Random(SEED);
        var orders = IntStream.range(0, ORDERS)
                .mapToObj(i -> enterOrder.enter(TestCompany.order(
                        company.customer(), Map.of(products.get(random.nextInt(5)), 1 + random.nextInt(2)))))
                .toList();
        SYSTEM.randomFaults(FAULTS_IN_HUNDRED, SEED);

        work(orders);
        SYSTEM.randomFaults(0, SEED);
        settle();

        var states = new HashMap<OrderState, Integer>();
        for (var number : orders) {
            states.merge(desk.state(number), 1, Integer::sum);
            assertThat(SYSTEM.reservedFor(number.value()))
                    .as("%s, %s", number, desk.state(number))
                    .isEqualTo(desk.state(number) == OrderState.CONFIRMED ? reserved(number) : Map.of());
        }
        var calls = orders.stream()
                .flatMap(number -> SYSTEM.calls(number.value()).stream())
                .toList();
        var releases = calls.stream().filter(call -> call.startsWith("DELETE")).count();
        System.out.println("External stock system with " + FAULTS_IN_HUNDRED + " % faults, seed " + SEED + ": " + states
                + ", " + calls.size() + " calls, " + releases + " of them releases");
        assertThat(releases).as("orders cancelled during the run").isGreaterThanOrEqualTo(5);
        assertThat(states.get(OrderState.CANCELLED)).isGreaterThanOrEqualTo(ORDERS / 3);
        assertThat(states.get(OrderState.CONFIRMED)).isGreaterThanOrEqualTo(ORDERS / 3);
        assertThat(states).containsOnlyKeys(OrderState.CANCELLED, OrderState.CONFIRMED, OrderState.WAITING_FOR_STOCK);
        for (var sku : products) {
            var held = orders.stream()
                    .mapToInt(number -> SYSTEM.reservedFor(number.value()).getOrDefault(sku + "@VIE", 0))
                    .sum();
            assertThat(SYSTEM.free(sku, "VIE") + held).isEqualTo(sku.equals(products.get(0)) ? 20 : 60);
            assertThat(desk.onHand(sku)).isBetween(sku.equals(products.get(0)) ? 20 : 60, 60);
        }
    }

    @Test
    void the_open_quantity_after_parcels_is_reserved_again_and_shipped_goods_are_left_alone() {
        var cup = product(4);
        var bowl = company.product(0);
        stock(bowl, "ROT", 2);
        var number = enterOrder.enter(inParts(Map.of(cup, 2, bowl, 2)));
        settle();
        assertThat(SYSTEM.reservedFor(number.value())).isEqualTo(Map.of(cup + "@VIE", 2, bowl + "@ROT", 2));

        find(number, cup, 1);
        desk.complete(desk.task(number, "VIE", PICK_AND_PACK));
        desk.complete(desk.task(number, "ROT", PICK_AND_PACK));
        send(number, "VIE", cup, 1);
        send(number, "ROT", bowl, 2);
        reportDelivery.report(number);
        assertThat(desk.state(number))
                .as("it is requested before it is confirmed")
                .isEqualTo(OrderState.PARTLY_DELIVERED);
        assertThat(desk.task(number, PICK_AND_PACK)).isNull();
        settle();

        assertThat(SYSTEM.reservedFor(number.value()))
                .isEqualTo(reserved(number))
                .isEqualTo(Map.of(cup + "@VIE", 1));
        assertThat(SYSTEM.free(cup, "VIE"))
                .as("one is shipped, one is reserved, and the one that is missing here is free there")
                .isEqualTo(2);
        assertThat(SYSTEM.free(bowl, "ROT")).isZero();
        assertThat(desk.task(number, PICK_AND_PACK)).isNotNull();
    }

    @Test
    void unpicked_goods_are_reserved_there_for_another_order_after_they_are_released_there() {
        var lamp = product(2);
        var first = enter(Map.of(lamp, 2));
        settle();
        var second = enter(Map.of(lamp, 2));
        desk.complete(second, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        runtime.createMessageCorrelation(OrderFulfilment.Message.GOODS_LEFT_UNPICKED)
                .processInstanceBusinessKey(first.value())
                .correlate();
        SYSTEM.planFaults(ERROR_BEFORE);
        desk.complete(
                first,
                REVIEW_STALE_RESERVATION,
                "reservationDecision",
                "giveBack",
                "reservationReason",
                "Never called back");
        assertThatThrownBy(() -> management.executeJob(job(first).getId())).hasMessageContaining("stock system");
        assertThat(SYSTEM.reservedFor(first.value())).isNotEmpty();
        assertThat(reserved(second)).as("they are reserved here at once").isEqualTo(Map.of(lamp + "@VIE", 2));
        assertThatThrownBy(() -> management.executeJob(job(second).getId())).hasMessageContaining("before the release");
        assertThat(desk.onHand(lamp)).as("nothing is written off").isEqualTo(2);

        settle();

        assertThat(desk.state(first)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        assertThat(SYSTEM.reservedFor(first.value())).isEmpty();
        assertThat(desk.state(second)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.reservedFor(second.value())).isEqualTo(Map.of(lamp + "@VIE", 2));
        assertThat(desk.onHand(lamp)).isEqualTo(2);
    }

    @Test
    void goods_of_a_parcel_that_is_given_back_are_released_there_after_the_last_parcel() {
        var cup = product(2);
        var bowl = company.product(0);
        stock(bowl, "ROT", 2);
        var first = enterOrder.enter(inParts(Map.of(cup, 2, bowl, 2)));
        settle();
        giveBack(first, "VIE");
        var second = enter(Map.of(cup, 2));

        assertThat(messages(first)).as("the other parcel keeps its goods").isEmpty();
        assertThatThrownBy(() -> management.executeJob(job(second).getId())).hasMessageContaining("before the release");
        assertThat(desk.onHand(cup)).as("nothing is written off").isEqualTo(2);
        desk.complete(desk.task(first, "ROT", PICK_AND_PACK));
        send(first, "ROT", bowl, 2);
        reportDelivery.report(first);
        settle();

        assertThat(SYSTEM.reservedFor(first.value())).isEmpty();
        assertThat(desk.state(second)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.free(bowl, "ROT")).as("these have left").isZero();
    }

    private void giveBack(OrderNumber number, String site) {
        runtime.createMessageCorrelation(OrderFulfilment.Message.GOODS_LEFT_UNPICKED)
                .processInstanceId(desk.task(number, site, PICK_AND_PACK).getProcessInstanceId())
                .correlate();
        desk.complete(
                desk.task(number, site, REVIEW_STALE_RESERVATION),
                "reservationDecision",
                "giveBack",
                "reservationReason",
                "Never called back");
    }

    @Test
    void the_remainder_of_a_partly_delivered_order_is_released_there_and_not_written_off() {
        var cup = product(4);
        var plate = product(3);
        var bowl = company.product(0);
        stock(bowl, "ROT", 2);
        var number = enterOrder.enter(inParts(Map.of(cup, 2, plate, 2, bowl, 2)));
        settle();
        find(number, cup, 1);
        find(number, plate, 1);
        desk.complete(desk.task(number, "VIE", PICK_AND_PACK));
        desk.complete(desk.task(number, "ROT", PICK_AND_PACK));
        send(number, "VIE", cup, 1);
        SYSTEM.issue(number + "-1", plate, "VIE", 1);
        send(number, "ROT", bowl, 2);
        SYSTEM.addStock(cup, "VIE", -1); // the external stock system corrects the one that was not found, too
        reportDelivery.report(number);
        settle();
        runtime.createMessageCorrelation(OrderFulfilment.Message.GOODS_LEFT_UNPICKED)
                .processInstanceBusinessKey(number.value())
                .correlate();
        desk.complete(
                number,
                REVIEW_STALE_RESERVATION,
                "reservationDecision",
                "giveBack",
                "reservationReason",
                "Nobody came");

        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "cancel", "shortageReason", "No longer made");
        assertThat(desk.available(cup)).isEqualTo(2);
        var other = enter(Map.of(cup, 2));
        assertThatThrownBy(() -> management.executeJob(job(other).getId())).hasMessageContaining("before the release");
        assertThat(desk.onHand(cup)).isEqualTo(2);
        settle();

        assertThat(desk.state(number)).isEqualTo(OrderState.DELIVERED);
        assertThat(SYSTEM.reservedFor(number.value())).isEmpty();
        assertThat(desk.state(other)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.reservedFor(other.value())).isEqualTo(Map.of(cup + "@VIE", 2));
    }

    /**
     * Three threads execute due jobs, also the same job at once, as nodes do when a lock expires; a fourth cancels
     * every third order.
     */
    private void work(List<OrderNumber> orders) throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var work = new ArrayList<Callable<Void>>();
            IntStream.range(0, 3)
                    .forEach(i -> work.add(() -> {
                        IntStream.range(0, 3)
                                .forEach(round ->
                                        due().forEach(job -> succeeds(() -> management.executeJob(job.getId()))));
                        return null;
                    }));
            work.add(() -> {
                for (int i = 0; i < orders.size(); i += 3) {
                    var number = orders.get(i);
                    due().stream().limit(2).forEach(job -> succeeds(() -> management.executeJob(job.getId())));
                    retry.run(() -> cancelOrder.cancel(number, new Cancellation("Changed their mind")));
                }
                return null;
            });
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Executes every open request until it is answered, and lets delayed requests arrive. */
    private void settle() {
        await().pollDelay(Duration.ZERO).atMost(Duration.ofMinutes(2)).until(() -> {
            due().forEach(job -> succeeds(() -> management.executeJob(job.getId())));
            SYSTEM.executeLateCalls();
            return due().isEmpty();
        });
    }

    private List<Job> due() {
        return management.createJobQuery().messages().list();
    }

    private List<Job> messages(OrderNumber number) {
        return management
                .createJobQuery()
                .processInstanceId(desk.order(number).processInstance())
                .messages()
                .list();
    }

    private Job job(OrderNumber number) {
        return messages(number).get(0);
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException failed) {
            return false;
        }
    }

    private long incidents(OrderNumber number) {
        return runtime.createIncidentQuery()
                .processInstanceId(desk.order(number).processInstance())
                .count();
    }

    /** The time from the failure of the job until it is executed again, to the nearest second. */
    private static Duration pause(Job job) {
        return Duration.between(Instant.now().minusMillis(500), job.getDuedate().toInstant());
    }

    private Health health() {
        return new ExternalStockHealthIndicator(new ExternalStockWaits(Optional.of(externalStockSystem), management))
                .health();
    }

    private void assertShown(OrderNumber number, String sentence) throws Exception {
        browser.perform(get("/orders/" + number).with(user("sally").roles("sales")))
                .andExpect(content().string(containsString(sentence)));
    }

    private List<String> timeline(OrderNumber number) {
        return events.findByOrderNumberOrderByAtAscIdAsc(number).stream()
                .map(event -> event.what())
                .toList();
    }

    private Map<String, Integer> reserved(OrderNumber number) {
        return pickList.lines(number).stream()
                .collect(Collectors.toMap(
                        line -> line.sku() + "@" + line.site(), OpenReservation::quantity, Integer::sum));
    }

    /** Creates a product with this stock in Vienna, here and in the external stock system. */
    private String product(int quantity) {
        var sku = company.product(quantity);
        SYSTEM.addStock(sku, "VIE", quantity);
        return sku;
    }

    private void stock(String sku, String site, int quantity) {
        company.receive(sku, site, quantity);
        SYSTEM.addStock(sku, site, quantity);
    }

    private void find(OrderNumber number, String sku, int quantity) {
        pickList.lines(number).stream()
                .filter(line -> line.sku().equals(sku))
                .forEach(line -> recordPicking.recordFound(number, line.id(), quantity));
    }

    /** Ships a parcel, here and in the external stock system. */
    private void send(OrderNumber number, String site, String sku, int quantity) {
        desk.complete(desk.task(number, site, SHIP_PARCEL), "carrier", "DHL", "trackingNumber", site + "-" + number);
        SYSTEM.issue(number + "-1", sku, site, quantity);
    }

    private NewOrder inParts(Map<String, Integer> quantities) {
        var lines = quantities.entrySet().stream()
                .map(line -> new NewOrder.Line(line.getKey(), line.getValue(), null, null))
                .toList();
        return new NewOrder(
                "test", null, company.customer(), null, null, true, null, TestCompany.BERLIN, lines, Priority.NORMAL);
    }

    private OrderNumber enter(Map<String, Integer> quantities) {
        return enterOrder.enter(TestCompany.order(company.customer(), quantities));
    }
}
