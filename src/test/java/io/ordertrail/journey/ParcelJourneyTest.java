package io.ordertrail.journey;

import static io.ordertrail.order.book.OrderState.*;
import static io.ordertrail.process.engine.OrderFulfilment.Element.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.customer.Priority;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.order.fulfilment.ConfirmReceipt;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.process.desk.OpenTasks;
import io.ordertrail.process.order.StaleReservations;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.shipment.CarrierUpdate;
import io.ordertrail.shipment.Parcel;
import io.ordertrail.shipment.Parcels;
import io.ordertrail.shipment.RecordCarrierUpdate;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.stock.picking.PickList;
import io.ordertrail.stock.picking.RecordPicking;

/**
 * Orders whose goods are stocked at two sites and whose customer accepts partial deliveries: 4 cups in Vienna, 3 bowls
 * in Rotterdam.
 */
@JourneyTest
class ParcelJourneyTest {

    @Autowired
    RuntimeService runtime;

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
    RecordCarrierUpdate recordCarrierUpdate;

    @Autowired
    RecordPicking recordPicking;

    @Autowired
    PickList pickList;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    StaleReservations staleReservations;

    @Autowired
    Parcels parcels;

    @Autowired
    OrderEvents events;

    @Autowired
    StockItems items;

    @Autowired
    StockMovements movements;

    private String cup;
    private String bowl;

    @BeforeEach
    void cups_in_vienna_and_bowls_in_rotterdam() {
        cup = company.product(4);
        bowl = company.product(0);
        company.receive(bowl, "ROT", 3);
    }

    @Test
    @Tag("database")
    void each_site_sends_its_parcel_and_the_order_is_received_when_both_have_arrived() {
        var number = split();
        assertThat(openTasks.of(number, desk.order(number).processInstance()))
                .extracting("parcel")
                .containsExactlyInAnyOrder(number + "-1", number + "-2");

        pick(number, "VIE");
        ship(number, "VIE");
        assertThat(desk.state(number)).isEqualTo(PARTLY_SHIPPED);
        assertThat(desk.onHand(cup)).isEqualTo(2);
        assertThat(desk.onHand(bowl)).as("the other parcel has not left").isEqualTo(3);
        pick(number, "ROT");
        ship(number, "ROT");
        assertThat(desk.state(number)).isEqualTo(SHIPPED);
        arrive(number, "VIE");
        assertThat(desk.state(number)).isEqualTo(PARTLY_DELIVERED);
        arrive(number, "ROT");
        confirmReceipt.confirm(number);

        assertThat(states(number))
                .containsExactly(
                        ENTERED,
                        CONFIRMED,
                        IN_FULFILMENT,
                        PARTLY_SHIPPED,
                        SHIPPED,
                        PARTLY_DELIVERED,
                        DELIVERED,
                        RECEIVED);
        assertThat(parcels.shipped(number))
                .extracting(Parcel::number, Parcel::state)
                .containsExactly(
                        tuple(number + "-1", Parcel.State.DELIVERED), tuple(number + "-2", Parcel.State.DELIVERED));
        assertThat(desk.isEnded(number)).isTrue();
        theLedgerAddsUp();
    }

    @Test
    void a_parcel_delivered_before_the_other_is_shipped_does_not_set_the_state_back() {
        var number = split();
        pick(number, "VIE");
        ship(number, "VIE");
        arrive(number, "VIE");
        assertThat(desk.state(number)).isEqualTo(PARTLY_DELIVERED);

        pick(number, "ROT");
        ship(number, "ROT");
        assertThat(desk.state(number)).isEqualTo(PARTLY_DELIVERED);
        arrive(number, "ROT");

        assertThat(states(number))
                .containsExactly(ENTERED, CONFIRMED, IN_FULFILMENT, PARTLY_SHIPPED, PARTLY_DELIVERED, DELIVERED);
    }

    @Test
    void customer_service_reports_the_delivery_of_all_parcels_in_transit() {
        var number = split();
        assertThatThrownBy(() -> reportDelivery.report(number)).isInstanceOf(Refusal.class);
        pick(number, "VIE");
        ship(number, "VIE");
        pick(number, "ROT");
        ship(number, "ROT");

        reportDelivery.report(number);

        assertThat(desk.state(number)).isEqualTo(DELIVERED);
    }

    @Test
    void an_order_without_partial_delivery_is_served_by_one_site_or_waits() {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(cup, 2, bowl, 2)));

        assertThat(desk.state(number)).isEqualTo(WAITING_FOR_STOCK);
        assertThat(desk.available(cup)).isEqualTo(4);
    }

    @Test
    void a_product_ships_from_two_sites_when_neither_has_enough() {
        company.receive(cup, "ROT", 1);
        var number = enterOrder.enter(
                inParts(List.of(new NewOrder.Line(cup, 3, null, null), new NewOrder.Line(cup, 2, null, null))));

        assertThat(desk.state(number)).isEqualTo(CONFIRMED);
        assertThat(pickList.lines(number))
                .extracting("site", "position", "quantity")
                .containsExactlyInAnyOrder(tuple("VIE", 0, 3), tuple("VIE", 1, 1), tuple("ROT", 1, 1));
        theLedgerAddsUp();
    }

    @Test
    void a_short_pick_ships_what_was_found_and_the_order_allocates_the_rest_again() {
        var number = split();
        found(number, "VIE", 1);
        desk.complete(desk.task(number, "VIE", PICK_AND_PACK));
        ship(number, "VIE");
        pick(number, "ROT");
        ship(number, "ROT");
        reportDelivery.report(number);

        assertThat(desk.state(number)).as("two cups are left in the bin for it").isEqualTo(PARTLY_DELIVERED);
        assertThat(pickList.lines(number)).extracting("sku", "quantity").containsExactly(tuple(cup, 1));
        desk.complete(number, PICK_AND_PACK);
        desk.complete(number, SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "REST-" + number);
        reportDelivery.report(number);
        assertThat(desk.state(number)).isEqualTo(DELIVERED);
        theLedgerAddsUp();
    }

    @Test
    void goods_of_a_stale_parcel_go_to_backorders_and_the_order_is_allocated_again() {
        var number = split();
        pick(number, "VIE");
        var waiting = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(bowl, 3)));
        assertThat(desk.state(waiting)).isEqualTo(WAITING_FOR_STOCK);

        staleReservations.review(number);
        assertThat(desk.task(number, "VIE", SHIP_PARCEL))
                .as("the other parcel continues")
                .isNotNull();
        desk.complete(
                number,
                REVIEW_STALE_RESERVATION,
                "reservationDecision",
                "giveBack",
                "reservationReason",
                "Others wait");

        assertThat(desk.state(waiting)).isEqualTo(CONFIRMED);
        assertThat(pickList.lines(number)).extracting("sku").containsOnly(cup);
        ship(number, "VIE");
        arrive(number, "VIE");
        assertThat(desk.state(number)).isEqualTo(PARTLY_DELIVERED);
        assertThat(desk.task(number, DECIDE_ON_SHORTAGE))
                .as("the bowls are allocated to another order")
                .isNotNull();
        theLedgerAddsUp();
    }

    @Test
    void stale_reservations_of_two_parcels_are_reviewed_separately_and_kept() {
        var number = split();
        staleReservations.review(number);
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number))
                .filteredOn(event -> event.what().equals("timer"))
                .as("each parcel separately")
                .hasSize(2);
        for (var site : List.of("VIE", "ROT")) {
            desk.complete(desk.task(number, site, REVIEW_STALE_RESERVATION), "reservationDecision", "keep");
            assertThat(desk.task(number, site, PICK_AND_PACK)).isNotNull();
        }
        assertThat(List.of(desk.available(cup), desk.available(bowl))).containsExactly(2, 1);
        theLedgerAddsUp();
    }

    @Test
    void a_parcel_of_which_nothing_is_found_is_dissolved_and_the_missing_quantity_is_cancelled() {
        company.lose(bowl, "ROT", 1);
        var number = split();
        found(number, "ROT", 0);
        desk.complete(desk.task(number, "ROT", PICK_AND_PACK));
        pick(number, "VIE");
        ship(number, "VIE");
        arrive(number, "VIE");
        assertThat(desk.state(number)).isEqualTo(PARTLY_DELIVERED);
        assertThatThrownBy(() -> cancelOrder.cancel(number, new Cancellation("the rest")))
                .isInstanceOf(Refusal.class);

        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "cancel", "shortageReason", "No longer made");

        assertThat(desk.state(number))
                .as("the delivered goods stay with the customer")
                .isEqualTo(DELIVERED);
        assertThat(desk.order(number).requiredQuantities()).isEqualTo(Map.of(cup, 2));
        theLedgerAddsUp();
    }

    @Test
    void the_missing_quantity_can_be_waited_for() {
        company.lose(bowl, "ROT", 1);
        var number = split();
        found(number, "ROT", 0);
        desk.complete(desk.task(number, "ROT", PICK_AND_PACK));
        pick(number, "VIE");
        ship(number, "VIE");
        arrive(number, "VIE");
        assertThatThrownBy(() -> reportDelivery.report(number))
                .as("nothing is in transit")
                .isInstanceOf(Refusal.class);
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");

        company.receive(bowl, "ROT", 2);
        desk.complete(number, PICK_AND_PACK);
        desk.complete(number, SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "REST-" + number);
        recordCarrierUpdate.record(
                "REST-" + number, new CarrierUpdate("rest-" + number, CarrierUpdate.DELIVERED, Instant.now()));

        assertThat(desk.state(number)).isEqualTo(DELIVERED);
    }

    @Test
    void a_parcel_on_its_way_back_to_its_sender_opens_a_task_at_once() {
        var number = bothShipped();
        var returned = new CarrierUpdate("back-" + number, "returned-to-sender", Instant.now());
        recordCarrierUpdate.record("VIE-" + number, returned);
        recordCarrierUpdate.record("VIE-" + number, returned);
        recordCarrierUpdate.record(
                "VIE-" + number, new CarrierUpdate("late-" + number, "undeliverable", Instant.now()));

        assertThat(openTasks.of(number, desk.order(number).processInstance()))
                .as("one task, and none for the other parcel")
                .hasSize(1);
        assertThat(desk.task(number, "VIE", CHASE_DELIVERY)).isNotNull();
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number))
                .filteredOn(event -> event.what().equals("delivery-trouble"))
                .extracting("note")
                .containsExactly("returned-to-sender", "undeliverable");
        arrive(number, "VIE");
        arrive(number, "ROT");
        assertThat(desk.state(number)).isEqualTo(DELIVERED);
    }

    @Test
    void a_lost_parcel_is_sent_again_when_the_other_is_delivered() {
        var number = bothShipped();
        desk.fireTimer(number, "VIE", DELIVERY_OVERDUE);
        desk.complete(
                desk.task(number, "VIE", CHASE_DELIVERY),
                "chaseDecision",
                "sendAgain",
                "chaseReason",
                "Carrier gave up");
        assertThat(desk.onHand(cup)).isEqualTo(2);
        arrive(number, "ROT");

        assertThat(desk.state(number)).isEqualTo(PARTLY_DELIVERED);
        assertThat(pickList.lines(number)).extracting("sku", "quantity").containsExactly(tuple(cup, 2));
        desk.complete(number, PICK_AND_PACK);
        desk.complete(number, SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "AGAIN-" + number);
        reportDelivery.report(number);

        assertThat(desk.state(number)).isEqualTo(DELIVERED);
        assertThat(desk.onHand(cup)).isZero();
        theLedgerAddsUp();
    }

    @Test
    void a_lost_parcel_is_written_off_and_the_other_completes_the_order() {
        var number = bothShipped();
        desk.fireTimer(number, "VIE", DELIVERY_OVERDUE);
        desk.complete(
                desk.task(number, "VIE", CHASE_DELIVERY),
                "chaseDecision",
                "writeOff",
                "chaseReason",
                "Carrier gave up");
        arrive(number, "ROT");

        assertThat(desk.state(number)).isEqualTo(DELIVERED);
        assertThat(desk.order(number).requiredQuantities()).isEqualTo(Map.of(bowl, 2));
    }

    @Test
    void an_order_both_of_whose_parcels_are_lost_ends_as_lost() {
        var number = bothShipped();
        for (var site : List.of("VIE", "ROT")) {
            desk.fireTimer(number, site, DELIVERY_OVERDUE);
            desk.complete(
                    desk.task(number, site, CHASE_DELIVERY),
                    "chaseDecision",
                    "writeOff",
                    "chaseReason",
                    "Carrier gave up");
        }

        assertThat(desk.state(number)).isEqualTo(CANCELLED);
        assertThat(desk.isEnded(number)).isTrue();
    }

    @Test
    void goods_lost_while_a_parcel_is_picked_affect_only_that_parcel() {
        var number = split();
        var other = desk.task(number, "ROT", PICK_AND_PACK).getId();
        var mine = desk.task(number, "VIE", PICK_AND_PACK).getId();

        company.lose(cup, "VIE", 3);

        assertThat(desk.task(number, "ROT", PICK_AND_PACK).getId()).isEqualTo(other);
        assertThat(desk.task(number, "VIE", PICK_AND_PACK).getId()).isNotEqualTo(mine);
        assertThat(pickList.lines(number, parcelFrom(number, "VIE")))
                .extracting("quantity")
                .containsExactly(1);
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number))
                .anyMatch(event ->
                        event.what().equals("stock-lost") && event.note().equals("1 × " + cup + " @ VIE"));
        company.lose(cup, "VIE", 1);
        assertThat(desk.task(number, "VIE", PICK_AND_PACK))
                .as("nothing is left to be picked")
                .isNull();
        theLedgerAddsUp();
    }

    @Test
    void a_cancellation_ends_both_parcels_and_releases_each_reservation_once() {
        var justConfirmed = split();
        cancelledTwice(justConfirmed);
        var picked = split();
        pick(picked, "VIE");
        cancelledTwice(picked);
        var bothPicked = split();
        pick(bothPicked, "VIE");
        pick(bothPicked, "ROT");
        cancelledTwice(bothPicked);
    }

    @Test
    void an_order_cannot_be_cancelled_once_a_parcel_is_shipped() {
        var number = split();
        pick(number, "VIE");
        ship(number, "VIE");

        assertThatThrownBy(() -> cancelOrder.cancel(number, new Cancellation("too late")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("can no longer be cancelled");

        assertThat(desk.state(number)).isEqualTo(PARTLY_SHIPPED);
        assertThat(desk.task(number, "ROT", PICK_AND_PACK)).isNotNull();
        assertThat(desk.available(bowl)).isEqualTo(1);
    }

    @Test
    void a_parcel_cannot_be_started_without_its_order() {
        var number = split();

        assertThatThrownBy(() -> desk.startParcel(number.value())).isInstanceOf(Refusal.class);
    }

    @Test
    void a_parcel_cannot_be_deleted_but_its_order_can_end_it() {
        var number = split();
        var parcel = desk.task(number, "VIE", PICK_AND_PACK).getProcessInstanceId();

        assertThatThrownBy(() -> runtime.deleteProcessInstance(parcel, "as people do it", true, true))
                .isInstanceOf(Refusal.class);
        assertThat(desk.task(number, "VIE", PICK_AND_PACK)).isNotNull();
        cancelOrder.cancel(number, new Cancellation("Ordered twice"));

        assertThat(desk.isEnded(number)).isTrue();
    }

    private void cancelledTwice(OrderNumber number) {
        cancelOrder.cancel(number, new Cancellation("Ordered twice"));
        assertThatThrownBy(() -> cancelOrder.cancel(number, new Cancellation("Again")))
                .isInstanceOf(Refusal.class);
        assertThat(desk.state(number)).isEqualTo(CANCELLED);
        assertThat(desk.isEnded(number)).isTrue();
        assertThat(List.of(desk.available(cup), desk.available(bowl))).containsExactly(4, 3);
        theLedgerAddsUp();
    }

    @ParameterizedTest
    @EnumSource(ShortagePolicy.class)
    void what_is_missing_from_an_order_that_goes_together_is_left_to_the_shortage_policy(ShortagePolicy policy) {
        var number = enterOrder.enter(TestCompany.order(company.customer(policy), Map.of(cup, 4)));
        found(number, "VIE", 3);
        desk.complete(number, PICK_AND_PACK);

        assertThat(desk.task(number, SHIP_PARCEL)).as("nothing leaves").isNull();
        switch (policy) {
            case ASK -> assertThat(desk.task(number, DECIDE_ON_SHORTAGE)).isNotNull();
            case CANCEL -> assertThat(desk.state(number)).isEqualTo(CANCELLED);
            case WAIT -> {
                assertThat(desk.state(number)).isEqualTo(WAITING_FOR_STOCK);
                company.receive(cup, "VIE", 1);
                assertThat(sent(number)).isEqualTo(Map.of(cup, 4));
            }
            case SHIP_AVAILABLE -> assertThat(sent(number)).isEqualTo(Map.of(cup, 3));
        }
        theLedgerAddsUp();
    }

    @ParameterizedTest
    @EnumSource(ShortagePolicy.class)
    void what_is_missing_from_an_order_in_parts_is_backordered_at_the_pick(ShortagePolicy policy) {
        var number = enterOrder.enter(inPartsFor(policy, List.of(new NewOrder.Line(cup, 4, null, null))));
        found(number, "VIE", 3);
        desk.complete(number, PICK_AND_PACK);
        desk.complete(number, SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "SHORT-" + number);

        assertThat(desk.state(number)).isEqualTo(PARTLY_SHIPPED);
        assertThat(pickList.allocatedTo(number).reservedByLine()).isEmpty();
        company.receive(cup, "VIE", 1);
        assertThat(desk.available(cup)).as("the rest got it").isZero();
        reportDelivery.report(number);
        assertThat(sent(number)).isEqualTo(Map.of(cup, 1));
        theLedgerAddsUp();
    }

    @ParameterizedTest
    @EnumSource(ShortagePolicy.class)
    void goods_that_are_there_are_sent_again_whatever_the_policy_says_about_shortages(ShortagePolicy policy) {
        var number = enterOrder.enter(TestCompany.order(company.customer(policy), Map.of(cup, 2)));
        sent(number);
        desk.fireTimer(number, DELIVERY_OVERDUE);
        desk.complete(number, CHASE_DELIVERY, "chaseDecision", "sendAgain", "chaseReason", "Carrier gave up");

        assertThat(sent(number)).isEqualTo(Map.of(cup, 2));
        assertThat(desk.onHand(cup)).isZero();
        theLedgerAddsUp();
    }

    @Test
    void goods_from_two_sites_that_go_together_are_one_parcel_with_one_pick_list() {
        var number = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 5)));
        company.receive(cup, "ROT", 1);

        assertThat(desk.state(number)).isEqualTo(CONFIRMED);
        assertThat(pickList.lines(number, number + "-1"))
                .extracting("site", "quantity")
                .containsExactly(tuple("ROT", 1), tuple("VIE", 4));
        assertThat(sent(number)).isEqualTo(Map.of(cup, 5));
        assertThat(desk.state(number)).isEqualTo(SHIPPED);
        theLedgerAddsUp();
    }

    @Test
    void the_pick_list_contradicts_nobody_and_what_it_does_not_say_was_found_in_full() {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(cup, 4)));
        desk.complete(number, PICK_AND_PACK);

        assertThat(desk.state(number)).isEqualTo(IN_FULFILMENT);
        assertThat(pickList.lines(number)).extracting("found").containsExactly(4);
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number))
                .anyMatch(event -> event.what().equals("picked"));
    }

    /** Picks and ships the order's open parcel, and returns what was in it. */
    private Map<String, Integer> sent(OrderNumber number) {
        desk.complete(number, PICK_AND_PACK);
        desk.complete(number, SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "S" + System.nanoTime());
        return desk.parcel(number);
    }

    private OrderNumber split() {
        var number = enterOrder.enter(
                inParts(List.of(new NewOrder.Line(cup, 2, null, null), new NewOrder.Line(bowl, 2, null, null))));
        assertThat(desk.state(number)).isEqualTo(CONFIRMED);
        return number;
    }

    private OrderNumber bothShipped() {
        var number = split();
        for (var site : List.of("VIE", "ROT")) {
            pick(number, site);
            ship(number, site);
        }
        return number;
    }

    private NewOrder inParts(List<NewOrder.Line> lines) {
        return inPartsFor(ShortagePolicy.ASK, lines);
    }

    private NewOrder inPartsFor(ShortagePolicy policy, List<NewOrder.Line> lines) {
        return new NewOrder(
                "test",
                null,
                company.customer(policy),
                null,
                null,
                true,
                null,
                TestCompany.BERLIN,
                lines,
                Priority.NORMAL);
    }

    private void found(OrderNumber number, String site, int quantity) {
        pickList.lines(number, parcelFrom(number, site))
                .forEach(line -> recordPicking.recordFound(number, line.id(), quantity));
    }

    private String parcelFrom(OrderNumber number, String site) {
        return pickList.sitesOfParcels(number).entrySet().stream()
                .filter(parcel -> parcel.getValue().contains(site))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void pick(OrderNumber number, String site) {
        desk.complete(desk.task(number, site, PICK_AND_PACK));
    }

    private void ship(OrderNumber number, String site) {
        desk.complete(desk.task(number, site, SHIP_PARCEL), "carrier", "DHL", "trackingNumber", site + "-" + number);
    }

    private void arrive(OrderNumber number, String site) {
        recordCarrierUpdate.record(
                site + "-" + number,
                new CarrierUpdate("update-" + site + number, CarrierUpdate.DELIVERED, Instant.now()));
    }

    private List<OrderState> states(OrderNumber number) {
        return events.findByOrderNumberOrderByAtAscIdAsc(number).stream()
                .filter(event -> event.toState() != null)
                .map(event -> event.toState())
                .toList();
    }

    private void theLedgerAddsUp() {
        var goods = List.of(cup, bowl);
        var stock = items.levels(goods).stream()
                .filter(level -> level.onHand() + level.reserved() > 0)
                .collect(Collectors.toMap(
                        level -> level.sku() + level.site(),
                        level -> List.of((long) level.onHand(), (long) level.reserved())));
        var ledger = movements.sums().stream()
                .filter(sum -> goods.contains(sum.getSku()) && sum.getOnHand() + sum.getReserved() != 0)
                .collect(Collectors.toMap(
                        sum -> sum.getSku() + sum.getSite(), sum -> List.of(sum.getOnHand(), sum.getReserved())));
        assertThat(ledger).isEqualTo(stock);
    }
}
