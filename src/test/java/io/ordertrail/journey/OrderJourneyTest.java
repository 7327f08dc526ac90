package io.ordertrail.journey;

import static io.ordertrail.order.book.OrderState.*;
import static io.ordertrail.process.engine.OrderFulfilment.Element.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.customer.Priority;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.check.ReleaseHold;
import io.ordertrail.order.entry.CorrectOrder;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.order.fulfilment.ConfirmReceipt;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.process.order.StaleReservations;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.shipment.CarrierUpdate;
import io.ordertrail.shipment.Parcel;
import io.ordertrail.shipment.Parcels;
import io.ordertrail.shipment.RecordCarrierUpdate;
import io.ordertrail.stock.picking.PickList;
import io.ordertrail.stock.picking.RecordPicking;

/** One order on each path through bpmn/order-fulfilment.bpmn, without mocks. */
@JourneyTest
class OrderJourneyTest {

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CorrectOrder correctOrder;

    @Autowired
    ReleaseHold releaseHold;

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
    StaleReservations staleReservations;

    @Autowired
    Parcels parcels;

    @Autowired
    OrderEvents events;

    @Test
    @Tag("database")
    void an_order_without_holds_is_confirmed_within_the_call_that_enters_it_and_reaches_its_receipt() {
        var lamp = company.product(5);
        var number = enter(Map.of(lamp, 2));
        assertThat(desk.state(number)).isEqualTo(CONFIRMED);
        assertThat(desk.available(lamp)).isEqualTo(3);

        desk.complete(number, PICK_AND_PACK);
        assertThat(desk.state(number)).isEqualTo(IN_FULFILMENT);
        ship(number);
        assertThat(desk.state(number)).isEqualTo(SHIPPED);
        assertThat(desk.onHand(lamp)).isEqualTo(3);
        reportDelivery.report(number);
        assertThat(desk.state(number)).isEqualTo(DELIVERED);
        confirmReceipt.confirm(number);

        assertThat(desk.state(number)).isEqualTo(RECEIVED);
        assertThat(states(number)).containsExactly(ENTERED, CONFIRMED, IN_FULFILMENT, SHIPPED, DELIVERED, RECEIVED);
        assertThat(desk.isEnded(number)).isTrue();
    }

    @Test
    void a_held_order_is_approved_only_when_all_its_holds_are_released() {
        var number = enterOrder.enter(cheap(company.product(5)));
        assertThat(desk.state(number)).isEqualTo(IN_REVIEW);
        assertThat(desk.openHolds(number)).containsExactly("price-below-list");

        assertThatThrownBy(() -> desk.complete(number, REVIEW_ORDER, "reviewDecision", "approve"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("still has open holds");
        assertThat(desk.task(number, REVIEW_ORDER)).isNotNull();
        releaseHold.release(number, 0);
        desk.complete(number, REVIEW_ORDER, "reviewDecision", "approve");

        assertThat(desk.state(number)).isEqualTo(CONFIRMED);
    }

    @Test
    void a_rejected_order_ends_with_the_reason_and_reserves_no_stock() {
        var lamp = company.product(5);
        var number = enterOrder.enter(cheap(lamp));

        assertThatThrownBy(() -> desk.complete(number, REVIEW_ORDER, "reviewDecision", "reject"))
                .hasRootCauseInstanceOf(Refusal.class);
        desk.complete(number, REVIEW_ORDER, "reviewDecision", "reject", "reviewReason", "Not at that price");

        assertThat(desk.state(number)).isEqualTo(REJECTED);
        assertThat(desk.available(lamp)).isEqualTo(5);
        assertThat(notes(number)).contains("Not at that price");
    }

    @Test
    void a_corrected_order_is_checked_again() {
        var lamp = company.product(5);
        var cheap = cheap(lamp);
        var number = enterOrder.enter(cheap);
        desk.complete(number, REVIEW_ORDER, "reviewDecision", "correct", "reviewReason", "Price is a slip");
        assertThat(desk.state(number)).isEqualTo(IN_CORRECTION);

        correctOrder.correct(number, TestCompany.order(cheap.customer(), Map.of(lamp, 1)));
        desk.complete(number, CORRECT_ORDER, "correctionDecision", "resubmit");

        assertThat(desk.state(number)).isEqualTo(CONFIRMED);
        assertThat(states(number)).containsExactly(ENTERED, IN_REVIEW, IN_CORRECTION, ENTERED, CONFIRMED);
    }

    @Test
    void an_order_can_be_withdrawn_instead_of_corrected() {
        var number = enterOrder.enter(cheap(company.product(5)));
        desk.complete(number, REVIEW_ORDER, "reviewDecision", "correct", "reviewReason", "Price is a slip");

        desk.complete(
                number,
                CORRECT_ORDER,
                "correctionDecision",
                "withdraw",
                "correctionReason",
                "Customer changed her mind");

        assertThat(desk.state(number)).isEqualTo(CANCELLED);
    }

    @Test
    @Tag("database")
    void an_order_waits_for_stock_and_continues_when_all_of_it_has_arrived() {
        var lamp = company.product(1);
        var number = enter(Map.of(lamp, 3));
        assertThat(desk.state(number)).isEqualTo(WAITING_FOR_STOCK);
        assertThat(desk.available(lamp))
                .as("the failed reservation leaves nothing reserved")
                .isEqualTo(1);
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        assertThat(desk.available(lamp)).isZero();

        company.receive(lamp, "ROT", 1);
        assertThat(desk.state(number)).isEqualTo(WAITING_FOR_STOCK);
        company.receive(lamp, "VIE", 4);

        assertThat(desk.state(number)).isEqualTo(CONFIRMED);
        assertThat(desk.available(lamp)).isEqualTo(3);
    }

    @Test
    void a_later_order_does_not_overtake_a_backorder() {
        var lamp = company.product(0);
        var first = enter(Map.of(lamp, 5));
        desk.complete(first, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");

        company.receive(lamp, "VIE", 3);
        var second = enter(Map.of(lamp, 2));
        assertThat(desk.state(second)).isEqualTo(WAITING_FOR_STOCK);
        desk.complete(second, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        company.receive(lamp, "VIE", 2);

        assertThat(desk.state(first)).isEqualTo(CONFIRMED);
        assertThat(desk.state(second)).isEqualTo(WAITING_FOR_STOCK);
        company.receive(lamp, "VIE", 2);
        assertThat(desk.state(second)).isEqualTo(CONFIRMED);
    }

    @Test
    void higher_priorities_overtake_earlier_orders_but_not_each_other() {
        var lamp = company.product(0);
        var normal = waiting(lamp, null);
        var high = waiting(lamp, Priority.HIGH);
        var highLater = waiting(lamp, Priority.HIGH);
        var low = waiting(lamp, Priority.LOW);
        var inTurn = List.of(high, highLater, normal, low);

        for (int i = 0; i < inTurn.size(); i++) {
            company.receive(lamp, "VIE", 1);
            assertThat(inTurn.subList(0, i + 1)).extracting(desk::state).containsOnly(CONFIRMED);
            assertThat(inTurn.subList(i + 1, inTurn.size()))
                    .extracting(desk::state)
                    .allMatch(WAITING_FOR_STOCK::equals);
        }
    }

    @Test
    void each_line_of_the_same_product_has_its_own_backorder_and_reservation() {
        var lamp = company.product(3);
        var number = enterOrder.enter(TestCompany.order(
                company.customer(ShortagePolicy.WAIT),
                TestCompany.BERLIN,
                List.of(new NewOrder.Line(lamp, 2, null, null), new NewOrder.Line(lamp, 3, null, null))));
        assertThat(pickList.allocatedTo(number).reservedByLine()).isEqualTo(Map.of(0, 2, 1, 1));

        company.receive(lamp, "VIE", 2);

        assertThat(desk.state(number)).isEqualTo(CONFIRMED);
        assertThat(pickList.allocatedTo(number).reservedByLine()).isEqualTo(Map.of(0, 2, 1, 3));
    }

    @Test
    void a_loss_takes_goods_from_the_lowest_priority_first() {
        var lamp = company.product(4);
        var low = enterWith(lamp, 2, Priority.LOW);
        var normal = enterWith(lamp, 2, null);

        company.lose(lamp, "VIE", 2);

        assertThat(desk.state(low))
                .as("it was allocated first, but has the lower priority")
                .isEqualTo(WAITING_FOR_STOCK);
        assertThat(desk.state(normal)).isEqualTo(CONFIRMED);
        assertThat(notes(low)).contains("2 × " + lamp + " @ VIE");
        assertThat(desk.task(low, DECIDE_ON_SHORTAGE))
                .as("sales has a decision to make")
                .isNotNull();
    }

    @Test
    void a_review_of_a_stale_reservation_can_keep_it() {
        var lamp = company.product(2);
        var number = enter(Map.of(lamp, 2));
        staleReservations.review(number);
        assertThat(desk.task(number, PICK_AND_PACK)).isNull();

        desk.complete(number, REVIEW_STALE_RESERVATION, "reservationDecision", "keep");

        assertThat(desk.task(number, PICK_AND_PACK)).isNotNull();
        assertThat(desk.available(lamp)).isZero();
    }

    @Test
    void goods_of_a_released_stale_reservation_go_to_backorders() {
        var lamp = company.product(2);
        var number = enter(Map.of(lamp, 2));
        var next = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(lamp, 1)));
        staleReservations.review(number);
        assertThatThrownBy(() -> desk.complete(number, REVIEW_STALE_RESERVATION, "reservationDecision", "giveBack"))
                .hasRootCauseInstanceOf(Refusal.class);

        desk.complete(
                number,
                REVIEW_STALE_RESERVATION,
                "reservationDecision",
                "giveBack",
                "reservationReason",
                "The customer is in no hurry");

        assertThat(desk.state(number)).isEqualTo(WAITING_FOR_STOCK);
        assertThat(desk.task(number, DECIDE_ON_SHORTAGE)).isNotNull();
        assertThat(desk.state(next)).isEqualTo(CONFIRMED);
        assertThat(desk.available(lamp)).isEqualTo(1);
    }

    @Test
    void a_stale_reservation_is_released_when_nobody_reviews_it() {
        var lamp = company.product(2);
        var number = enter(Map.of(lamp, 2));
        staleReservations.review(number);

        desk.fireTimer(number, NOBODY_ANSWERED);

        assertThat(desk.state(number)).isEqualTo(WAITING_FOR_STOCK);
        assertThat(desk.task(number, REVIEW_STALE_RESERVATION)).isNull();
        assertThat(desk.available(lamp)).isEqualTo(2);
        cancelOrder.cancel(number, new Cancellation("Nobody wants it"));
        assertThat(desk.available(lamp)).as("released once").isEqualTo(2);
    }

    @Test
    void goods_lost_during_the_review_of_a_stale_reservation_are_a_shortage() {
        var lamp = company.product(2);
        var number = enter(Map.of(lamp, 2));
        staleReservations.review(number);

        company.lose(lamp, "VIE", 1);

        assertThat(desk.task(number, REVIEW_STALE_RESERVATION)).isNull();
        assertThat(desk.state(number)).isEqualTo(WAITING_FOR_STOCK);
    }

    @Test
    void an_order_that_waited_too_long_goes_to_sales_again_and_keeps_its_backorder() {
        var lamp = company.product(0);
        var number = enter(Map.of(lamp, 2));
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        company.receive(lamp, "VIE", 1);

        desk.fireTimer(number, STOCK_WAITED_TOO_LONG);
        assertThat(desk.task(number, DECIDE_ON_SHORTAGE)).isNotNull();
        assertThat(desk.available(lamp)).isZero();
        company.receive(lamp, "VIE", 1);

        assertThat(desk.state(number))
                .as("the goods arrived while sales had the task")
                .isEqualTo(CONFIRMED);
    }

    @Test
    void the_missing_quantity_is_cancelled_when_the_available_goods_are_shipped() {
        var lamp = company.product(1);
        var shade = company.product(2);
        var number = enter(Map.of(lamp, 3, shade, 2));

        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "goOn");

        assertThat(desk.state(number)).isEqualTo(CONFIRMED);
        assertThat(desk.order(number).requiredQuantities()).isEqualTo(Map.of(lamp, 1, shade, 2));
        assertThat(desk.order(number).total().amount()).isEqualByComparingTo("30.00");
    }

    @Test
    void shipping_available_goods_when_there_are_none_is_refused_and_the_task_stays_open() {
        var number = enter(Map.of(company.product(0), 3));

        assertThatThrownBy(() -> desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "goOn"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nothing of order");

        assertThat(desk.task(number, DECIDE_ON_SHORTAGE)).isNotNull();
        assertThat(desk.order(number).requiredQuantities()).isNotEmpty();
    }

    @Test
    void a_shortage_can_cancel_the_order_and_release_all_reservations() {
        var lamp = company.product(2);
        var number = enter(Map.of(lamp, 3));
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        desk.fireTimer(number, STOCK_WAITED_TOO_LONG);

        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "cancel", "shortageReason", "No longer made");

        assertThat(desk.state(number)).isEqualTo(CANCELLED);
        assertThat(desk.available(lamp)).isEqualTo(2);
    }

    @Test
    void the_shortage_policy_of_the_customer_decides_without_a_person() {
        var lamp = company.product(1);
        var patient = enterOrder.enter(
                TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(company.product(1), 3)));
        var impatient = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.CANCEL), Map.of(lamp, 3)));
        var modest =
                enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.SHIP_AVAILABLE), Map.of(lamp, 3)));
        var late =
                enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.SHIP_AVAILABLE), Map.of(lamp, 3)));

        assertThat(desk.state(patient)).isEqualTo(WAITING_FOR_STOCK);
        assertThat(desk.task(patient, DECIDE_ON_SHORTAGE)).isNull();
        assertThat(desk.state(impatient)).isEqualTo(CANCELLED);
        assertThat(desk.state(modest)).isEqualTo(CONFIRMED);
        assertThat(desk.state(late)).as("there is nothing to ship").isEqualTo(WAITING_FOR_STOCK);
    }

    @Test
    void a_short_pick_corrects_the_stock_and_asks_sales() {
        var lamp = company.product(5);
        var number = enter(Map.of(lamp, 4));
        recordPicking.recordFound(number, pickList.lines(number).get(0).id(), 3);
        desk.complete(number, PICK_AND_PACK);

        assertThat(desk.state(number)).isEqualTo(WAITING_FOR_STOCK);
        assertThat(desk.onHand(lamp)).isEqualTo(4);
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        assertThat(desk.state(number))
                .as("the other unit in the bin serves the order")
                .isEqualTo(CONFIRMED);
        desk.complete(number, PICK_AND_PACK);
        assertThat(desk.state(number)).isEqualTo(IN_FULFILMENT);
    }

    @Test
    void a_loss_takes_the_goods_of_the_order_allocated_last_and_sales_gets_a_task() {
        var lamp = company.product(5);
        var first = enter(Map.of(lamp, 3));
        var last = enter(Map.of(lamp, 2));

        company.lose(lamp, "VIE", 1);

        assertThat(desk.state(first)).isEqualTo(CONFIRMED);
        assertThat(desk.state(last)).isEqualTo(WAITING_FOR_STOCK);
        desk.complete(last, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        company.receive(lamp, "VIE", 1);
        assertThat(desk.state(last)).isEqualTo(CONFIRMED);
    }

    @Test
    void a_carrier_update_delivers_the_order_and_a_repeated_one_changes_nothing() {
        var number = shipped();
        var tracking = parcels.shipped(number).get(0).trackingNumber();
        var update = new CarrierUpdate("event-" + tracking, CarrierUpdate.DELIVERED, Instant.now());

        recordCarrierUpdate.record(tracking, update);
        recordCarrierUpdate.record(tracking, update);

        assertThat(desk.state(number)).isEqualTo(DELIVERED);
        assertThat(parcels.tracked(tracking).state()).isEqualTo(Parcel.State.DELIVERED);
    }

    @Test
    void silence_counts_as_receipt_and_the_timer_is_named() {
        var number = shipped();
        reportDelivery.report(number);

        desk.fireTimer(number, RECEIPT_BY_SILENCE);

        assertThat(desk.state(number)).isEqualTo(RECEIVED);
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number))
                .last()
                .satisfies(last -> assertThat(last.actor()).isEqualTo("timer: Silence counts as receipt"));
    }

    @Test
    void an_overdue_delivery_gets_a_new_date_or_turns_out_to_be_delivered() {
        var number = shipped();
        desk.fireTimer(number, DELIVERY_OVERDUE);
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number)).last().satisfies(last -> {
            assertThat(last.actor()).isEqualTo("timer: Delivery overdue");
            assertThat(last.what()).isEqualTo("timer");
        });
        desk.complete(
                number,
                CHASE_DELIVERY,
                "chaseDecision",
                "newDate",
                "deliveryDue",
                LocalDate.now().plusDays(3).toString());
        assertThat(desk.state(number)).isEqualTo(SHIPPED);

        desk.fireTimer(number, DELIVERY_OVERDUE);
        desk.complete(number, CHASE_DELIVERY, "chaseDecision", "delivered");

        assertThat(desk.state(number)).isEqualTo(DELIVERED);
    }

    @Test
    void a_new_delivery_date_is_required_and_must_be_in_the_future() {
        var number = shipped();
        desk.fireTimer(number, DELIVERY_OVERDUE);

        assertThatThrownBy(() -> desk.complete(number, CHASE_DELIVERY, "chaseDecision", "newDate"))
                .hasRootCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() ->
                        desk.complete(number, CHASE_DELIVERY, "chaseDecision", "newDate", "deliveryDue", "2020-01-01"))
                .hasRootCauseInstanceOf(Refusal.class);
    }

    @Test
    void a_task_that_is_created_again_has_no_decision_yet() {
        var lamp = company.product(1);
        var number = enter(Map.of(lamp, 2));
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        desk.fireTimer(number, STOCK_WAITED_TOO_LONG);

        assertThat(desk.variable(number, "shortageDecision"))
                .as("the form shows no choice")
                .isNull();
        assertThatThrownBy(() -> desk.complete(number, DECIDE_ON_SHORTAGE)).hasRootCauseInstanceOf(Refusal.class);
    }

    @Test
    void a_parcel_that_arrives_while_it_is_chased_ends_the_chase() {
        var number = shipped();
        desk.fireTimer(number, DELIVERY_OVERDUE);

        reportDelivery.report(number);

        assertThat(desk.state(number)).isEqualTo(DELIVERED);
        assertThat(desk.task(number, CHASE_DELIVERY)).isNull();
    }

    @Test
    void a_lost_parcel_is_sent_again() {
        var lamp = company.product(5);
        var number = shippedOf(lamp, 2);
        desk.fireTimer(number, DELIVERY_OVERDUE);

        desk.complete(number, CHASE_DELIVERY, "chaseDecision", "sendAgain", "chaseReason", "Carrier gave up");
        assertThat(desk.state(number))
                .as("an order that has left never goes back")
                .isEqualTo(SHIPPED);
        assertThatThrownBy(() -> cancelOrder.cancel(number, new Cancellation("Too late")))
                .isInstanceOf(Refusal.class);
        assertThat(desk.onHand(lamp)).isEqualTo(3);
        assertThat(desk.available(lamp)).isEqualTo(1);
        desk.complete(number, PICK_AND_PACK);
        ship(number);

        assertThat(desk.state(number)).isEqualTo(SHIPPED);
        assertThat(parcels.shipped(number))
                .extracting(Parcel::state)
                .containsExactly(Parcel.State.LOST, Parcel.State.IN_TRANSIT);
    }

    @Test
    void a_lost_parcel_is_written_off_and_the_order_ends() {
        var lamp = company.product(5);
        var number = shippedOf(lamp, 2);
        desk.fireTimer(number, DELIVERY_OVERDUE);

        desk.complete(number, CHASE_DELIVERY, "chaseDecision", "writeOff", "chaseReason", "Carrier gave up");

        assertThat(desk.state(number)).isEqualTo(CANCELLED);
        assertThat(desk.onHand(lamp)).isEqualTo(3);
    }

    @Test
    void an_order_can_be_cancelled_until_its_goods_are_shipped() {
        var lamp = company.product(5);
        var early = enter(Map.of(lamp, 2));
        cancelOrder.cancel(early, new Cancellation("Ordered twice"));
        assertThat(desk.state(early)).isEqualTo(CANCELLED);
        assertThat(desk.available(lamp)).isEqualTo(5);
        assertThatThrownBy(() -> cancelOrder.cancel(early, new Cancellation("Again")))
                .isInstanceOf(Refusal.class);
        assertThat(desk.available(lamp)).isEqualTo(5);

        var late = shippedOf(lamp, 2);
        assertThatThrownBy(() -> cancelOrder.cancel(late, new Cancellation("Too late")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("can no longer be cancelled");
        assertThat(desk.state(late)).isEqualTo(SHIPPED);
        assertThat(notes(late)).doesNotContain("Too late");
    }

    @Test
    void released_goods_of_a_cancelled_order_go_to_backorders() {
        var lamp = company.product(2);
        var first = enter(Map.of(lamp, 2));
        var second = enter(Map.of(lamp, 1));
        desk.complete(second, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");

        cancelOrder.cancel(first, new Cancellation("Ordered twice"));

        assertThat(desk.state(second)).isEqualTo(CONFIRMED);
    }

    @Test
    void a_completion_with_a_variable_that_is_not_in_the_form_is_refused() {
        var number = enter(Map.of(company.product(5), 2));

        assertThatThrownBy(() -> desk.complete(number, PICK_AND_PACK, "stockReserved", "true"))
                .hasRootCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.complete(number, PICK_AND_PACK, "pickingDecision", "complete"))
                .as("the pick list tells what was found, and nothing else does")
                .hasRootCauseInstanceOf(Refusal.class);

        assertThat(desk.task(number, PICK_AND_PACK)).isNotNull();
    }

    @Test
    void a_completion_without_a_decision_or_with_an_unknown_one_is_refused() {
        var number = enter(Map.of(company.product(1), 2));

        assertThatThrownBy(() -> desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "perhaps"))
                .hasRootCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.complete(number, DECIDE_ON_SHORTAGE)).hasRootCauseInstanceOf(Refusal.class);

        assertThat(desk.task(number, DECIDE_ON_SHORTAGE)).isNotNull();
    }

    @Test
    void no_instance_can_be_started_for_an_order_that_has_one_or_does_not_exist() {
        var number = enter(Map.of(company.product(5), 2));

        assertThatThrownBy(() -> desk.startInstance(number.value())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.startInstance("2222-2222")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.startInstance(null)).isInstanceOf(Refusal.class);
    }

    @Test
    void an_instance_of_an_order_cannot_be_deleted_even_without_listeners_or_with_its_diagram() {
        var number = enter(Map.of(company.product(5), 2));
        var instance = desk.order(number).processInstance();

        assertThatThrownBy(() -> runtime.deleteProcessInstance(instance, "no")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> runtime.deleteProcessInstance(instance, "no", true))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> runtime.createProcessInstanceModification(instance)
                        .cancelAllForActivity(SEND_PARCELS)
                        .execute())
                .isInstanceOf(Refusal.class);
        var definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        assertThatThrownBy(() -> repository.deleteProcessDefinition(definition, true))
                .isInstanceOf(Refusal.class);

        desk.complete(number, PICK_AND_PACK);
        assertThat(desk.state(number)).isEqualTo(IN_FULFILMENT);
    }

    private OrderNumber enter(Map<String, Integer> quantities) {
        return enterOrder.enter(TestCompany.order(company.customer(), quantities));
    }

    private OrderNumber waiting(String sku, Priority priority) {
        var number = enterWith(sku, 1, priority);
        desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        return number;
    }

    private OrderNumber enterWith(String sku, int quantity, Priority priority) {
        return enterOrder.enter(new NewOrder(
                "test",
                null,
                company.customer(),
                null,
                null,
                false,
                null,
                TestCompany.BERLIN,
                List.of(new NewOrder.Line(sku, quantity, null, null)),
                priority));
    }

    /** At half the list price, so that a rule holds it. */
    private NewOrder cheap(String sku) {
        return TestCompany.order(
                company.customer(), TestCompany.BERLIN, List.of(new NewOrder.Line(sku, 1, new BigDecimal("5"), null)));
    }

    private OrderNumber shipped() {
        return shippedOf(company.product(5), 2);
    }

    private OrderNumber shippedOf(String sku, int quantity) {
        var number = enter(Map.of(sku, quantity));
        desk.complete(number, PICK_AND_PACK);
        ship(number);
        return number;
    }

    private void ship(OrderNumber number) {
        desk.complete(number, SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "JD" + System.nanoTime());
    }

    private List<OrderState> states(OrderNumber number) {
        return events.findByOrderNumberOrderByAtAscIdAsc(number).stream()
                .filter(event -> event.toState() != null)
                .map(event -> event.toState())
                .toList();
    }

    private List<String> notes(OrderNumber number) {
        return events.findByOrderNumberOrderByAtAscIdAsc(number).stream()
                .map(event -> event.note())
                .toList();
    }
}
