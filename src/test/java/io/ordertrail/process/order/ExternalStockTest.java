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

/** Orders whose goods lie in the company's own stock system, which answers late, twice, out of order or not at all. */
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
    Concurrently together;

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
    ExternalReservations asked;

    @Autowired
    ExternalStockSystem foreign;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ContentionRetry retry;

    @Autowired
    MockMvc browser;

    @DynamicPropertySource
    static void switchedOn(DynamicPropertyRegistry settings) {
        settings.add("ordertrail.stock-system.switched-on", () -> "true");
        settings.add("ordertrail.stock-system.url", SYSTEM::url);
        settings.add("ordertrail.stock-system.token", () -> SimulatedStockSystem.TOKEN);
        settings.add("ordertrail.stock-system.answer-within", () -> "1500ms");
    }

    @AfterEach
    void nothingIsLeftToDo() {
        SYSTEM.faults(0, SEED);
        settle();
        assertThat(SYSTEM.broken()).isEmpty();
    }

    @AfterAll
    static void end() {
        SYSTEM.close();
    }

    @Test
    void an_order_is_confirmed_when_its_goods_are_set_aside_here_and_there() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        assertThat(desk.state(number)).isEqualTo(OrderState.ENTERED);
        assertThat(desk.available(lamp))
                .as("by our own books it is set aside already")
                .isEqualTo(3);

        management.executeJob(job(number).getId());

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.heldFor(number.value())).isEqualTo(Map.of(lamp + "@VIE", 2));
        assertThat(SYSTEM.calls(number.value())).containsExactly("PUT " + number + "-1");
        assertThat(messages(number)).isEmpty();
    }

    @Test
    void what_was_not_answered_is_asked_again_under_the_same_key_and_done_once() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        for (var fault : List.of(SILENT_AFTERWARDS, DROPPED_AFTERWARDS, ERROR_AFTERWARDS)) {
            SYSTEM.then(fault);
            assertThatThrownBy(() -> management.executeJob(job(number).getId())).hasMessageContaining("stock system");
            assertThat(desk.state(number)).isEqualTo(OrderState.ENTERED);
        }
        SYSTEM.then(TWICE);
        management.executeJob(job(number).getId());

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.calls(number.value())).hasSize(4).containsOnly("PUT " + number + "-1");
        assertThat(SYSTEM.free(lamp, "VIE")).isEqualTo(3);
    }

    @Test
    @Tag("database")
    void who_has_its_answer_locks_the_stock_before_the_order() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        var job = job(number).getId();

        together.meet(
                () -> items.lock(List.of(lamp)), () -> management.executeJob(job), () -> orders.getLocked(number));

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
    }

    @Test
    void what_the_stock_system_does_not_have_is_taken_off_our_books_and_sales_decide() {
        var lamp = company.product(5);
        SYSTEM.has(lamp, "VIE", 3);
        var number = enter(Map.of(lamp, 4));

        management.executeJob(job(number).getId());

        assertThat(desk.state(number)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        assertThat(desk.onHand(lamp))
                .as("neither the one that is missing nor the one that nobody ordered is there")
                .isEqualTo(3);
        assertThat(SYSTEM.heldFor(number.value())).isEmpty();
        assertThat(happened(number)).contains("stock-refused");
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        company.receive(lamp, "VIE", 1);
        SYSTEM.has(lamp, "VIE", 1);
        settle();
        assertThat(desk.state(number)).as("four are there by both books").isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.calls(number.value())).containsExactly("PUT " + number + "-1", "PUT " + number + "-2");
    }

    @Test
    void what_one_site_does_not_have_is_asked_of_the_next_with_a_new_key() {
        var lamp = company.product(5);
        company.receive(lamp, "ROT", 5);
        SYSTEM.has(lamp, "ROT", 5);
        var number = enter(Map.of(lamp, 4));

        settle();

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.heldFor(number.value())).isEqualTo(ours(number));
        assertThat(asked.of(number))
                .extracting(ExternalReservation::status)
                .last()
                .isEqualTo(ExternalReservation.Status.RESERVED);
    }

    @Test
    void goods_whose_release_is_still_on_its_way_are_waited_for_and_not_taken_for_lost() {
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
        assertThat(SYSTEM.heldFor(second.value())).isEqualTo(Map.of(lamp + "@VIE", 2));
    }

    @Test
    void an_order_that_goes_on_with_less_gives_the_former_reservation_back_first() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 4));
        settle();
        company.lose(lamp, "VIE", 3);
        assertThat(desk.state(number)).isEqualTo(OrderState.WAITING_FOR_STOCK);

        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "goOn");
        SYSTEM.then(SILENT_AFTERWARDS);
        settle();

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.heldFor(number.value())).isEqualTo(Map.of(lamp + "@VIE", 2));
        assertThat(asked.of(number))
                .extracting(ExternalReservation::status)
                .containsExactly(ExternalReservation.Status.RELEASED, ExternalReservation.Status.RESERVED);
    }

    @Test
    void goods_lost_while_the_stock_system_is_silent_are_a_shortage_and_not_a_confirmation() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 4));
        SYSTEM.then(SILENT_AFTERWARDS);
        assertThatThrownBy(() -> management.executeJob(job(number).getId())).hasMessageContaining("did not answer");
        company.lose(lamp, "VIE", 3);

        settle();

        assertThat(desk.state(number)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "cancel", "shortageReason", "Gone");
        assertThat(desk.state(number))
                .as("nobody waits for the stock system to see it cancelled")
                .isEqualTo(OrderState.CANCELLED);
        settle();
        assertThat(SYSTEM.heldFor(number.value())).isEmpty();
        assertThat(desk.isEnded(number)).isTrue();
    }

    @Test
    void a_reservation_that_arrives_after_its_release_sets_nothing_aside() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        SYSTEM.then(LATE);
        assertThatThrownBy(() -> management.executeJob(job(number).getId())).hasMessageContaining("did not answer");
        assertThat(SYSTEM.heldFor(number.value())).isEmpty();

        cancelOrder.cancel(number, new Cancellation("Ordered twice"));
        assertThat(desk.state(number)).isEqualTo(OrderState.CANCELLED);
        management.executeJob(job(number).getId());
        SYSTEM.letArrive();

        assertThat(SYSTEM.heldFor(number.value())).isEmpty();
        assertThat(SYSTEM.free(lamp, "VIE")).isEqualTo(5);
        assertThat(SYSTEM.calls(number.value()))
                .containsExactly("PUT " + number + "-1", "DELETE " + number + "-1", "GET " + number + "-1");
        assertThat(desk.isEnded(number)).isTrue();
    }

    @Test
    void an_order_cancelled_while_its_goods_are_asked_for_keeps_none() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        SYSTEM.meanwhile(() -> cancelOrder.cancel(number, new Cancellation("Changed her mind")));
        var before = job(number).getId();

        assertThatThrownBy(() -> management.executeJob(before)).isInstanceOf(RuntimeException.class);
        assertThat(desk.state(number)).isEqualTo(OrderState.CANCELLED);
        assertThat(SYSTEM.heldFor(number.value()))
                .as("it was set aside all the same")
                .isNotEmpty();
        settle();

        assertThat(SYSTEM.heldFor(number.value())).isEmpty();
        assertThat(desk.available(lamp)).isEqualTo(5);
        assertThat(desk.isEnded(number)).isTrue();
    }

    @Test
    void a_confirmed_order_is_cancelled_at_once_and_given_back_there_however_often_that_has_to_be_asked() {
        var lamp = product(5);
        var number = enter(Map.of(lamp, 2));
        settle();
        cancelOrder.cancel(number, new Cancellation("Ordered twice"));
        assertThat(desk.state(number)).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.available(lamp)).isEqualTo(5);

        SYSTEM.then(SILENT_AFTERWARDS, TWICE, ERROR_AFTERWARDS);
        settle();

        assertThat(SYSTEM.heldFor(number.value())).isEmpty();
        assertThat(SYSTEM.free(lamp, "VIE")).as("given back once").isEqualTo(5);
        assertThat(desk.isEnded(number)).isTrue();
    }

    @Test
    void an_order_cancelled_before_anything_was_asked_asks_nothing() {
        var number = enter(Map.of(product(5), 2));
        cancelOrder.cancel(number, new Cancellation("Ordered twice"));

        assertThat(messages(number)).isEmpty();
        assertThat(desk.isEnded(number)).isTrue();
        assertThat(SYSTEM.calls(number.value())).isEmpty();
    }

    @Test
    void a_stock_system_that_is_down_is_an_incident_that_people_see_and_no_lost_order() throws Exception {
        var number = enter(Map.of(product(5), 2));
        var job = job(number).getId();
        SYSTEM.down();
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("could not be asked");
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
                .andExpect(content().string(not(containsString("stock system"))));
    }

    @Test
    @Tag("race")
    void whatever_the_network_does_both_books_end_the_same() throws Exception {
        var products = IntStream.range(0, 5).mapToObj(i -> company.product(60)).toList();
        products.forEach(sku -> SYSTEM.has(sku, "VIE", sku.equals(products.get(0)) ? 20 : 60));
        var random = new Random(SEED);
        var orders = IntStream.range(0, ORDERS)
                .mapToObj(i -> enterOrder.enter(TestCompany.order(
                        company.customer(), Map.of(products.get(random.nextInt(5)), 1 + random.nextInt(2)))))
                .toList();
        SYSTEM.faults(FAULTS_IN_HUNDRED, SEED);

        work(orders);
        SYSTEM.faults(0, SEED);
        settle();

        var states = new HashMap<OrderState, Integer>();
        for (var number : orders) {
            states.merge(desk.state(number), 1, Integer::sum);
            assertThat(SYSTEM.heldFor(number.value()))
                    .as("%s, %s", number, desk.state(number))
                    .isEqualTo(desk.state(number) == OrderState.CONFIRMED ? ours(number) : Map.of());
        }
        var calls = orders.stream()
                .flatMap(number -> SYSTEM.calls(number.value()).stream())
                .toList();
        var releases = calls.stream().filter(call -> call.startsWith("DELETE")).count();
        System.out.println("Stock system with " + FAULTS_IN_HUNDRED + " % faults, seed " + SEED + ": " + states + ", "
                + calls.size() + " calls, " + releases + " of them releases");
        assertThat(releases).as("cancelled in the middle of it").isGreaterThanOrEqualTo(5);
        assertThat(states.get(OrderState.CANCELLED)).isGreaterThanOrEqualTo(ORDERS / 3);
        assertThat(states.get(OrderState.CONFIRMED)).isGreaterThanOrEqualTo(ORDERS / 3);
        assertThat(states).containsOnlyKeys(OrderState.CANCELLED, OrderState.CONFIRMED, OrderState.WAITING_FOR_STOCK);
        for (var sku : products) {
            var held = orders.stream()
                    .mapToInt(number -> SYSTEM.heldFor(number.value()).getOrDefault(sku + "@VIE", 0))
                    .sum();
            assertThat(SYSTEM.free(sku, "VIE") + held).isEqualTo(sku.equals(products.get(0)) ? 20 : 60);
            assertThat(desk.onHand(sku)).isBetween(sku.equals(products.get(0)) ? 20 : 60, 60);
        }
    }

    @Test
    void what_parcels_still_owe_is_set_aside_there_anew_and_what_has_left_stays_as_it_is() {
        var cup = product(4);
        var bowl = company.product(0);
        stock(bowl, "ROT", 2);
        var number = enterOrder.enter(inParts(Map.of(cup, 2, bowl, 2)));
        settle();
        assertThat(SYSTEM.heldFor(number.value())).isEqualTo(Map.of(cup + "@VIE", 2, bowl + "@ROT", 2));

        find(number, cup, 1);
        desk.complete(desk.task(number, "VIE", PICK_AND_PACK), "pickingDecision", "incomplete");
        desk.complete(desk.task(number, "ROT", PICK_AND_PACK), "pickingDecision", "complete");
        send(number, "VIE", cup, 1);
        send(number, "ROT", bowl, 2);
        reportDelivery.deliver(number);
        assertThat(desk.state(number))
                .as("it is asked for before it is promised")
                .isEqualTo(OrderState.PARTLY_DELIVERED);
        assertThat(desk.task(number, PICK_AND_PACK)).isNull();
        settle();

        assertThat(SYSTEM.heldFor(number.value())).isEqualTo(ours(number)).isEqualTo(Map.of(cup + "@VIE", 1));
        assertThat(SYSTEM.free(cup, "VIE"))
                .as("one left, one is held, and one that we miss is free there")
                .isEqualTo(2);
        assertThat(SYSTEM.free(bowl, "ROT")).isZero();
        assertThat(desk.task(number, PICK_AND_PACK)).isNotNull();
    }

    @Test
    void goods_that_nobody_picked_are_free_there_before_they_are_given_to_those_who_wait_here() {
        var lamp = product(2);
        var first = enter(Map.of(lamp, 2));
        settle();
        var second = enter(Map.of(lamp, 2));
        desk.complete(second, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        runtime.createMessageCorrelation(OrderFulfilment.Message.GOODS_LEFT_UNPICKED)
                .processInstanceId(desk.order(first).processInstance())
                .correlate();
        SYSTEM.then(ERROR_BEFORE);
        desk.complete(
                first,
                REVIEW_STALE_RESERVATION,
                "reservationDecision",
                "giveBack",
                "reservationReason",
                "Never called back");
        assertThatThrownBy(() -> management.executeJob(job(first).getId())).hasMessageContaining("stock system");
        assertThat(ours(first))
                .as("as long as it is held there it is set aside here")
                .isEqualTo(Map.of(lamp + "@VIE", 2));

        settle();

        assertThat(desk.state(first)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        assertThat(SYSTEM.heldFor(first.value())).isEmpty();
        assertThat(desk.state(second)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.heldFor(second.value())).isEqualTo(Map.of(lamp + "@VIE", 2));
        assertThat(desk.onHand(lamp)).isEqualTo(2);
    }

    @Test
    void the_rest_of_an_order_that_has_its_goods_in_part_is_given_back_there_and_nobody_takes_it_for_lost() {
        var cup = product(4);
        var plate = product(3);
        var bowl = company.product(0);
        stock(bowl, "ROT", 2);
        var number = enterOrder.enter(inParts(Map.of(cup, 2, plate, 2, bowl, 2)));
        settle();
        find(number, cup, 1);
        find(number, plate, 1);
        desk.complete(desk.task(number, "VIE", PICK_AND_PACK), "pickingDecision", "incomplete");
        desk.complete(desk.task(number, "ROT", PICK_AND_PACK), "pickingDecision", "complete");
        send(number, "VIE", cup, 1);
        SYSTEM.issues(number + "-1", plate, "VIE", 1);
        send(number, "ROT", bowl, 2);
        SYSTEM.has(cup, "VIE", -1); // the one that was not found is corrected there, too
        reportDelivery.deliver(number);
        settle();
        find(number, cup, 1);
        find(number, plate, 0);
        desk.complete(number, PICK_AND_PACK, "pickingDecision", "incomplete");

        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "cancel", "shortageReason", "No longer made");
        assertThat(desk.available(cup)).isEqualTo(2);
        var other = enter(Map.of(cup, 2));
        assertThatThrownBy(() -> management.executeJob(job(other).getId())).hasMessageContaining("before the release");
        assertThat(desk.onHand(cup)).isEqualTo(2);
        settle();

        assertThat(desk.state(number)).isEqualTo(OrderState.DELIVERED);
        assertThat(SYSTEM.heldFor(number.value())).isEmpty();
        assertThat(desk.state(other)).isEqualTo(OrderState.CONFIRMED);
        assertThat(SYSTEM.heldFor(other.value())).isEqualTo(Map.of(cup + "@VIE", 2));
    }

    /** Three do whatever is due, also the same job at once, as nodes do when a lock runs out; a fourth cancels every third order. */
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

    /** Everything that is still to be asked is asked until it is answered, and what is on its way arrives. */
    private void settle() {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            due().forEach(job -> succeeds(() -> management.executeJob(job.getId())));
            SYSTEM.letArrive();
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

    private Health health() {
        return new ExternalStockHealthIndicator(new ExternalStockWaits(Optional.of(foreign), management)).health();
    }

    private void assertShown(OrderNumber number, String sentence) throws Exception {
        browser.perform(get("/orders/" + number).with(user("sally").roles("sales")))
                .andExpect(content().string(containsString(sentence)));
    }

    private List<String> happened(OrderNumber number) {
        return events.findByOrderNumberOrderByAtAscIdAsc(number).stream()
                .map(event -> event.what())
                .toList();
    }

    private Map<String, Integer> ours(OrderNumber number) {
        return pickList.lines(number).stream()
                .collect(Collectors.toMap(
                        line -> line.sku() + "@" + line.site(), OpenReservation::quantity, Integer::sum));
    }

    /** So many lie in Vienna, by both books. */
    private String product(int pieces) {
        var sku = company.product(pieces);
        SYSTEM.has(sku, "VIE", pieces);
        return sku;
    }

    private void stock(String sku, String site, int pieces) {
        company.receive(sku, site, pieces);
        SYSTEM.has(sku, site, pieces);
    }

    private void find(OrderNumber number, String sku, int pieces) {
        pickList.lines(number).stream()
                .filter(line -> line.sku().equals(sku))
                .forEach(line -> recordPicking.found(number, line.id(), pieces));
    }

    /** A parcel leaves, by both books. */
    private void send(OrderNumber number, String site, String sku, int pieces) {
        desk.complete(desk.task(number, site, SHIP_PARCEL), "carrier", "DHL", "trackingNumber", site + "-" + number);
        SYSTEM.issues(number + "-1", sku, site, pieces);
    }

    private NewOrder inParts(Map<String, Integer> pieces) {
        var lines = pieces.entrySet().stream()
                .map(line -> new NewOrder.Line(line.getKey(), line.getValue(), null, null))
                .toList();
        return new NewOrder(
                "test", null, company.customer(), null, null, true, null, TestCompany.BERLIN, lines, Priority.NORMAL);
    }

    private OrderNumber enter(Map<String, Integer> pieces) {
        return enterOrder.enter(TestCompany.order(company.customer(), pieces));
    }
}
