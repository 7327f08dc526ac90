package io.ordertrail.process.diagram;

import static io.ordertrail.process.engine.OrderFulfilment.Element.*;
import static io.ordertrail.process.engine.OrderFulfilment.Message.*;
import static io.ordertrail.process.engine.OrderFulfilment.Variable.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.jobQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Group;

/**
 * Runs every path of the diagram on the engine alone: delegates only answer, without Spring and without our database.
 */
@Deployment(
        resources = {
            "bpmn/order-fulfilment.bpmn",
            "bpmn/parcel.bpmn",
            "forms/review-order.form",
            "forms/correct-order.form",
            "forms/decide-on-shortage.form",
            "forms/review-stale-reservation.form",
            "forms/pick-and-pack.form",
            "forms/ship-parcel.form",
            "forms/chase-delivery.form"
        })
class OrderFulfilmentDiagramTest {

    private static final Date DUE = Date.from(Instant.parse("2026-12-01T09:00:00Z"));

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = ProcessEngineCoverageExtension.builder(inMemory())
            .excludeProcessDefinitionKeys(OrderFulfilment.PARCEL)
            .handleTestMethodCoverage(false)
            .assertClassCoverageAtLeast(1.0)
            .build();

    @BeforeEach
    void everything_goes_well() {
        init(engine.getProcessEngine());
        for (var task : new String[] {
            "recordReview", "cancelRemainder", "recordDelivery", "writeOffParcel", "askForReservation", "askForRelease"
        }) {
            Mocks.register(task + "Delegate", (JavaDelegate) execution -> {});
        }
        answers("checkOrder", HOLDS_FOUND, false);
        answers("reserveStock", STOCK_RESERVED, true);
        answers("applyShortagePolicy", SHORTAGE_DECISION, "ask");
        answers("backorderMissingGoods", STOCK_RESERVED, false);
        answers("releaseStock", ANYTHING_SENT, false);
        answers("cancelMissingQuantity", ANYTHING_TO_SEND, true);
        goodsReservedAt();
        answers("recordPicking", ALL_FOUND, true);
        answers("recordShipment", DELIVERY_DUE, "2026-12-01");
        Mocks.register("deadlines", new Deadlines());
        Mocks.register("externalStock", new ExternalStockStub());
    }

    @AfterEach
    void reset_mocks() {
        Mocks.reset();
    }

    @Test
    void an_order_without_exceptions_takes_the_straight_path() {
        var order = enteredOrder();
        assertThat(order)
                .isWaitingAtExactly(PICK_AND_PACK)
                .hasPassedInOrder("orderEntered", "checkOrder", "reserveStock", "confirmOrder");
        pick(order);
        ship(order);
        assertThat(order).isWaitingAtExactly(WAIT_FOR_DELIVERY);
        arrives(order, ORDER_DELIVERED);
        assertThat(order).hasPassed("recordShipment", "recordDelivery").isWaitingAtExactly(WAIT_FOR_RECEIPT);
        arrives(order, RECEIPT_CONFIRMED);
        assertThat(order)
                .isEnded()
                .hasPassed("orderReceived")
                .hasNotPassed(RECEIPT_BY_SILENCE, REVIEW_ORDER, "applyShortagePolicy");
    }

    @Test
    void receipt_is_assumed_after_the_deadline() {
        var order = shippedOrder();
        arrives(order, ORDER_DELIVERED);
        timerFires(order, RECEIPT_BY_SILENCE);
        assertThat(order).isEnded().hasPassed(RECEIPT_BY_SILENCE, "orderReceived");
    }

    @Test
    void every_task_waits_with_its_group_its_form_and_its_due_date() {
        assertOffered(heldOrder(), REVIEW_ORDER, Group.ORDER_REVIEW, "review-order");
        assertOffered(orderToCorrect(), CORRECT_ORDER, Group.SALES, "correct-order");
        assertOffered(overdueOrder(), CHASE_DELIVERY, Group.CUSTOMER_SERVICE, "chase-delivery");
        answers("checkOrder", HOLDS_FOUND, false);
        var order = enteredOrder();
        assertOffered(order, PICK_AND_PACK, Group.WAREHOUSE, "pick-and-pack");
        pick(order);
        assertOffered(order, SHIP_PARCEL, Group.SHIPPING, "ship-parcel");
        assertOffered(shortOrder(), DECIDE_ON_SHORTAGE, Group.SALES, "decide-on-shortage");
        assertOffered(orderInReservationReview(), REVIEW_STALE_RESERVATION, Group.SALES, "review-stale-reservation");
    }

    @Test
    void an_approved_order_goes_on_to_stock() {
        var order = heldOrder();
        decide(order, REVIEW_ORDER, REVIEW_DECISION, "approve");
        assertThat(order).hasPassed("recordReview", "reserveStock").isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void a_rejected_order_ends() {
        var order = heldOrder();
        decide(order, REVIEW_ORDER, REVIEW_DECISION, "reject");
        assertThat(order).isEnded().hasPassed("recordReview", "orderRejected").hasNotPassed("reserveStock");
    }

    @Test
    void a_corrected_order_is_checked_again() {
        var order = orderToCorrect();
        answers("checkOrder", HOLDS_FOUND, false);
        decide(order, CORRECT_ORDER, CORRECTION_DECISION, "resubmit");
        assertThat(order)
                .hasPassedInOrder("checkOrder", CORRECT_ORDER, "reserveStock")
                .isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void a_corrected_order_that_a_rule_still_holds_comes_back_to_the_review() {
        var order = orderToCorrect();
        decide(order, CORRECT_ORDER, CORRECTION_DECISION, "resubmit");
        assertThat(order).isWaitingAtExactly(REVIEW_ORDER);
    }

    @Test
    void a_withdrawn_order_ends() {
        var order = orderToCorrect();
        decide(order, CORRECT_ORDER, CORRECTION_DECISION, "withdraw");
        assertThat(order).isEnded().hasPassed("orderWithdrawn").hasNotPassed("reserveStock");
    }

    @Test
    void an_order_goes_on_with_what_is_there() {
        var order = shortOrder();
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "goOn");
        assertThat(order).hasPassed("cancelMissingQuantity", "confirmOrder").isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void an_order_that_lacks_stock_is_cancelled_and_its_reservations_are_released() {
        var order = shortOrder();
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "cancel");
        assertThat(order).isEnded().hasPassed("releaseStock", "orderCancelled").hasNotPassed("confirmOrder");
    }

    @Test
    void an_order_waits_until_its_stock_arrives() {
        var order = waitingOrder();
        assertThat(order).isWaitingAtExactly(WAIT_FOR_STOCK).hasPassed("backorderMissingGoods");
        arrives(order, STOCK_ARRIVED);
        assertThat(order)
                .hasPassed("confirmOrder")
                .hasNotPassed("cancelMissingQuantity")
                .isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void an_order_does_not_wait_when_everything_can_be_reserved_at_once() {
        answers("backorderMissingGoods", STOCK_RESERVED, true);
        var order = waitingOrder();
        assertThat(order)
                .hasPassed("backorderMissingGoods", "confirmOrder")
                .hasNotPassed(WAIT_FOR_STOCK, "cancelMissingQuantity")
                .isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void sales_is_asked_again_when_stock_does_not_arrive_in_time() {
        var order = waitingOrder();
        timerFires(order, STOCK_WAITED_TOO_LONG);
        assertThat(order).isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void stock_that_arrives_takes_the_decision_from_sales() {
        var order = shortOrder();
        arrives(order, STOCK_ARRIVED);
        assertThat(order)
                .hasPassed("stockArrivedMeanwhile", "confirmOrder")
                .hasNotPassed("cancelMissingQuantity")
                .isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void a_shortage_policy_decides_without_a_person() {
        answers("applyShortagePolicy", SHORTAGE_DECISION, "wait");
        answers("reserveStock", STOCK_RESERVED, false);
        var order = enteredOrder();
        assertThat(order)
                .hasPassed("applyShortagePolicy", "backorderMissingGoods")
                .hasNotPassed(DECIDE_ON_SHORTAGE)
                .isWaitingAtExactly(WAIT_FOR_STOCK);
    }

    @Test
    void a_short_pick_goes_to_the_decision_on_the_shortage() {
        var order = enteredOrder();
        answers("recordPicking", ALL_FOUND, false);
        pick(order);
        assertThat(order)
                .hasPassed("recordPicking", "applyShortagePolicy")
                .hasNotPassed(SHIP_PARCEL)
                .isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void goods_lost_before_they_are_picked_take_the_task_from_the_warehouse() {
        var order = enteredOrder();
        answers("recordPicking", ALL_FOUND, false);
        arrives(order, STOCK_LOST);
        assertThat(order).hasPassed("reservedStockLost", "recordPicking").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void an_overdue_delivery_that_has_a_new_date_is_waited_for_again() {
        var order = overdueOrder();
        complete(task(CHASE_DELIVERY, order), withVariables(CHASE_DECISION, "newDate", DELIVERY_DUE, "2026-12-08"));
        assertThat(order).isWaitingAtExactly(WAIT_FOR_DELIVERY);
        assertThat(job(DELIVERY_OVERDUE, order)).hasDueDate(Date.from(Instant.parse("2026-12-08T23:00:00Z")));
    }

    @Test
    void an_overdue_delivery_was_delivered_after_all() {
        var order = overdueOrder();
        decide(order, CHASE_DELIVERY, CHASE_DECISION, "delivered");
        assertThat(order).hasPassed("recordDelivery").isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void an_overdue_delivery_arrives_while_it_is_chased() {
        var order = overdueOrder();
        arrives(order, ORDER_DELIVERED);
        assertThat(order).hasPassed("deliveredMeanwhile", "recordDelivery").isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void lost_goods_are_sent_again_out_of_stock() {
        var order = overdueOrder();
        answers("reserveStock", STOCK_RESERVED, false);
        decide(order, CHASE_DELIVERY, CHASE_DECISION, "sendAgain");
        assertThat(order).hasPassed("writeOffParcel").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void an_order_whose_goods_are_written_off_ends() {
        answers("checkFulfilment", Map.of(EVERYTHING_SENT, true, ANYTHING_SENT, false));
        var order = overdueOrder();
        decide(order, CHASE_DELIVERY, CHASE_DECISION, "writeOff");
        assertThat(order).isEnded().hasPassed("writeOffParcel", "orderLost").hasNotPassed("recordDelivery");
    }

    @Test
    void goods_at_several_sites_go_in_parcels_at_the_same_time() {
        answers("checkFulfilment", Map.of(EVERYTHING_SENT, true, ANYTHING_SENT, true));
        var order = splitOrder();
        parcelsEnd(order);
        assertThat(order)
                .hasPassed(SEND_PARCELS, "checkFulfilment", "cancelRemainder")
                .hasNotPassed(PICK_AND_PACK)
                .isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void the_open_quantity_after_parcels_goes_back_to_reservation() {
        answers("checkFulfilment", Map.of(EVERYTHING_SENT, false, ANYTHING_SENT, true));
        var order = splitOrder();
        goodsReservedAt();
        parcelsEnd(order);
        assertThat(order).hasPassedInOrder("checkFulfilment", "reserveStock").isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void an_order_none_of_whose_parcels_arrived_ends() {
        answers("checkFulfilment", Map.of(EVERYTHING_SENT, true, ANYTHING_SENT, false));
        var order = splitOrder();
        parcelsEnd(order);
        assertThat(order).isEnded().hasPassed("orderLost").hasNotPassed("cancelRemainder");
    }

    @Test
    void a_partly_delivered_order_goes_on_without_the_unavailable_remainder() {
        answers("cancelMissingQuantity", ANYTHING_TO_SEND, false);
        var order = shortOrder();
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "goOn");
        assertThat(order)
                .hasPassed("cancelMissingQuantity", "cancelRemainder")
                .hasNotPassed("confirmOrder")
                .isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void the_remainder_of_a_partly_delivered_order_is_cancelled_and_the_delivered_goods_stay() {
        answers("releaseStock", ANYTHING_SENT, true);
        var order = shortOrder();
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "cancel");
        assertThat(order)
                .hasPassed("releaseStock", "cancelRemainder")
                .hasNotPassed("orderCancelled")
                .isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void a_reservation_that_is_kept_goes_back_to_be_picked() {
        var order = orderInReservationReview();
        decide(order, REVIEW_STALE_RESERVATION, RESERVATION_DECISION, "keep");
        assertThat(order).hasNotPassed("releaseUnpicked").isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void a_released_reservation_leaves_a_shortage_to_decide_on() {
        var order = orderInReservationReview();
        decide(order, REVIEW_STALE_RESERVATION, RESERVATION_DECISION, "giveBack");
        assertThat(order).hasPassed("releaseUnpicked").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void a_stale_reservation_that_nobody_reviews_is_released() {
        var order = orderInReservationReview();
        timerFires(order, NOBODY_ANSWERED);
        assertThat(order).hasPassed("releaseUnpicked").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void goods_lost_while_their_reservation_is_reviewed_are_a_shortage() {
        var order = orderInReservationReview();
        answers("recordPicking", ALL_FOUND, false);
        arrives(order, STOCK_LOST);
        assertThat(order).hasPassed("questionedStockLost", "recordPicking").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void a_cancellation_ends_the_parcels() {
        var order = splitOrder();
        arrives(order, CANCELLATION_REQUESTED);
        assertThat(order).isEnded().hasPassed("releaseReservedStock", "orderCancelledOnRequest");
        assertThat(runtimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(OrderFulfilment.PARCEL)
                        .count())
                .isZero();
    }

    @Test
    void a_cancellation_ends_whatever_the_order_is_waiting_for() {
        for (var order :
                new ProcessInstance[] {enteredOrder(), shortOrder(), waitingOrder(), heldOrder(), orderToCorrect()}) {
            arrives(order, CANCELLATION_REQUESTED);
            assertThat(order).isEnded().hasPassed("releaseReservedStock", "orderCancelledOnRequest");
        }
    }

    @Test
    void without_an_external_stock_system_no_job_is_created() {
        var order = enteredOrder();
        assertThat(order)
                .hasPassed("setAsideHere", "reserveElsewhere", "confirmOrder")
                .hasNotPassed(ASK_FOR_RESERVATION);
        assertThat(jobQuery().count()).isZero();
    }

    @Test
    void an_external_stock_system_is_asked_asynchronously_before_the_order_is_confirmed() {
        externalStockAsks(true, false);
        var order = enteredOrder();
        assertThat(order)
                .hasPassed("reserveStock")
                .isWaitingAtExactly(ASK_FOR_RESERVATION)
                .hasNotPassed("confirmOrder");
        execute(job(ASK_FOR_RESERVATION, order));
        assertThat(order).hasPassedInOrder(ASK_FOR_RESERVATION, "confirmOrder").isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void goods_that_an_external_stock_system_lacks_are_a_shortage() {
        externalStockAsks(true, false);
        var order = enteredOrder();
        answers("reserveStock", STOCK_RESERVED, false);
        execute(job(ASK_FOR_RESERVATION, order));
        assertThat(order)
                .hasPassed("applyShortagePolicy")
                .hasNotPassed("confirmOrder")
                .isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void an_external_stock_system_is_asked_also_when_backordered_goods_arrive() {
        externalStockAsks(true, false);
        var order = waitingOrder();
        arrives(order, STOCK_ARRIVED);
        assertThat(order).isWaitingAtExactly(ASK_FOR_RESERVATION);
    }

    @Test
    void an_external_stock_system_releases_its_reservation_when_sales_cancels() {
        var order = shortOrder();
        externalStockAsks(false, true);
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "cancel");
        assertThat(order).hasPassed("releaseStock").isWaitingAtExactly(ASK_FOR_RELEASE);
        execute(job(ASK_FOR_RELEASE, order));
        assertThat(order).isEnded().hasPassed("orderCancelled");
    }

    @Test
    void an_external_stock_system_releases_its_reservation_after_a_cancellation_at_any_step() {
        externalStockAsks(true, true);
        var asked = enteredOrder();
        externalStockAsks(false, true);
        var confirmed = enteredOrder();
        for (var order : new ProcessInstance[] {asked, confirmed}) {
            arrives(order, CANCELLATION_REQUESTED);
            assertThat(order).hasPassed("releaseReservedStock").isWaitingAt(ASK_FOR_RELEASE_ON_REQUEST);
            execute(job(ASK_FOR_RELEASE_ON_REQUEST, order));
            assertThat(order).isEnded().hasPassed("orderCancelledOnRequest");
        }
    }

    @Test
    void an_external_stock_system_releases_the_remainder_of_a_partly_delivered_order() {
        answers("cancelMissingQuantity", ANYTHING_TO_SEND, false);
        answers("releaseStock", ANYTHING_SENT, true);
        for (var decision : List.of("goOn", "cancel")) {
            var order = shortOrder();
            externalStockAsks(false, true);
            decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, decision);
            assertThat(order).isWaitingAtExactly(ASK_FOR_RELEASE_OF_REST).hasNotPassed("cancelRemainder");
            execute(job(ASK_FOR_RELEASE_OF_REST, order));
            assertThat(order).hasPassed("cancelRemainder").isWaitingAtExactly(WAIT_FOR_RECEIPT);
        }
    }

    @Test
    void an_external_stock_system_releases_unpicked_goods_before_they_are_released_here() {
        var order = orderInReservationReview();
        externalStockAsks(false, true);
        timerFires(order, NOBODY_ANSWERED);
        assertThat(order).isWaitingAtExactly(ASK_FOR_RELEASE_OF_UNPICKED).hasNotPassed("releaseUnpicked");
        execute(job(ASK_FOR_RELEASE_OF_UNPICKED, order));
        assertThat(order).hasPassed("releaseUnpicked").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void an_external_stock_system_is_asked_for_the_open_quantity_after_parcels() {
        answers("checkFulfilment", Map.of(EVERYTHING_SENT, false, ANYTHING_SENT, true));
        var order = splitOrder();
        externalStockAsks(true, false);
        parcelsEnd(order);
        assertThat(order).hasPassedInOrder("checkFulfilment", "reserveStock").isWaitingAtExactly(ASK_FOR_RESERVATION);
    }

    @Test
    void an_external_stock_system_is_not_asked_after_all_goods_are_shipped() {
        answers("checkFulfilment", Map.of(EVERYTHING_SENT, true, ANYTHING_SENT, true));
        var order = splitOrder();
        externalStockAsks(false, true);
        parcelsEnd(order);
        assertThat(order).hasPassed("cancelRemainder").isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void an_external_stock_system_that_does_not_answer_is_asked_six_times_before_an_incident() {
        externalStockAsks(true, true);
        Mocks.register("askForReservationDelegate", (JavaDelegate) execution -> {
            throw new IllegalStateException("silent");
        });
        var order = enteredOrder();
        var asked = 0;
        while (runtimeService()
                        .createIncidentQuery()
                        .processInstanceId(order.getId())
                        .count()
                == 0) {
            asked++;
            assertThatThrownBy(() -> execute(job(ASK_FOR_RESERVATION, order))).hasMessageContaining("silent");
        }
        assertThat(asked).isEqualTo(6);
        assertThat(order).isWaitingAtExactly(ASK_FOR_RESERVATION);
        Mocks.register("askForReservationDelegate", (JavaDelegate) execution -> {});
        externalStockAsks(false, true);
        managementService().setJobRetries(job(ASK_FOR_RESERVATION, order).getId(), 1);
        execute(job(ASK_FOR_RESERVATION, order));
        assertThat(order).isWaitingAtExactly(PICK_AND_PACK);
        assertThat(runtimeService()
                        .createIncidentQuery()
                        .processInstanceId(order.getId())
                        .count())
                .isZero();
    }

    private static void externalStockAsks(boolean reserve, boolean release) {
        Mocks.register("externalStock", new ExternalStockStub(reserve ? 1 : 0, release));
    }

    private ProcessInstance enteredOrder() {
        return runtimeService().startProcessInstanceByKey(OrderFulfilment.PROCESS, "4711");
    }

    private ProcessInstance heldOrder() {
        answers("checkOrder", HOLDS_FOUND, true);
        var order = enteredOrder();
        assertThat(order).isWaitingAtExactly(REVIEW_ORDER);
        return order;
    }

    private ProcessInstance orderToCorrect() {
        var order = heldOrder();
        decide(order, REVIEW_ORDER, REVIEW_DECISION, "correct");
        assertThat(order).isWaitingAtExactly(CORRECT_ORDER);
        return order;
    }

    private ProcessInstance shortOrder() {
        answers("checkOrder", HOLDS_FOUND, false);
        answers("reserveStock", STOCK_RESERVED, false);
        var order = enteredOrder();
        assertThat(order).hasPassed("applyShortagePolicy").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
        return order;
    }

    private ProcessInstance waitingOrder() {
        var order = shortOrder();
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "wait");
        return order;
    }

    private ProcessInstance shippedOrder() {
        answers("checkOrder", HOLDS_FOUND, false);
        var order = enteredOrder();
        pick(order);
        ship(order);
        return order;
    }

    private ProcessInstance overdueOrder() {
        var order = shippedOrder();
        timerFires(order, DELIVERY_OVERDUE);
        assertThat(order).isWaitingAtExactly(CHASE_DELIVERY);
        return order;
    }

    private ProcessInstance orderInReservationReview() {
        answers("checkOrder", HOLDS_FOUND, false);
        answers("reserveStock", STOCK_RESERVED, true);
        var order = enteredOrder();
        arrives(order, GOODS_LEFT_UNPICKED);
        assertThat(order).isWaitingAtExactly(REVIEW_STALE_RESERVATION);
        return order;
    }

    private ProcessInstance splitOrder() {
        goodsReservedAt("ROT", "VIE");
        var order = enteredOrder();
        assertThat(order).isWaitingAt(SEND_PARCELS);
        assertThat(parcels(order))
                .extracting(parcel -> runtimeService().getVariable(parcel.getId(), SITE))
                .containsExactlyInAnyOrder("ROT", "VIE");
        assertThat(parcels(order))
                .allSatisfy(parcel -> assertThat(parcel.getBusinessKey()).isEqualTo("4711"));
        return order;
    }

    private static void goodsReservedAt(String... sites) {
        Mocks.register("confirmOrderDelegate", (JavaDelegate) execution -> {
            execution.setVariable(SEVERAL_PARCELS, Variables.booleanValue(sites.length > 1, true));
            execution.setVariable(SITES, Variables.untypedValue(List.of(sites), true));
        });
    }

    private static List<ProcessInstance> parcels(ProcessInstance order) {
        return runtimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(order.getId())
                .list();
    }

    /** Ends the parcels without a shipment. ParcelDiagramTest covers their paths. */
    private static void parcelsEnd(ProcessInstance order) {
        answers("recordPicking", ANYTHING_FOUND, false);
        parcels(order).forEach(parcel -> decide(parcel, PICK_AND_PACK, PICKING_DECISION, "incomplete"));
    }

    private static void pick(ProcessInstance order) {
        decide(order, PICK_AND_PACK, PICKING_DECISION, "complete");
    }

    private static void ship(ProcessInstance order) {
        decide(order, SHIP_PARCEL, TRACKING_NUMBER, "1Z-4711");
    }

    private static void decide(ProcessInstance order, String task, String variable, String decision) {
        complete(task(task, order), withVariables(variable, decision));
    }

    private static void arrives(ProcessInstance order, String message) {
        runtimeService()
                .createMessageCorrelation(message)
                .processInstanceId(order.getId())
                .correlate();
    }

    private static void timerFires(ProcessInstance order, String timer) {
        execute(job(timer, order));
    }

    private static void answers(String task, String variable, Object answer) {
        answers(task, Map.of(variable, answer));
    }

    private static void answers(String task, Map<String, Object> answers) {
        Mocks.register(task + "Delegate", (JavaDelegate) execution -> execution.setVariables(answers));
    }

    private static void assertOffered(ProcessInstance order, String task, String group, String form) {
        assertThat(task(task, order)).hasCandidateGroup(group).hasDueDate(DUE);
        var id = task(task, order).getId();
        assertThat(formService().getTaskFormData(id).getCamundaFormRef().getKey())
                .isEqualTo(form);
        assertThat(formService().getDeployedTaskForm(id)).isNotEmpty();
    }

    private static ProcessCoverageInMemProcessEngineConfiguration inMemory() {
        var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("diagram");
        configuration.setJdbcUrl("jdbc:h2:mem:diagram");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        return configuration;
    }

    /**
     * Answers what the diagram asks about the external stock system: how many reservation requests are due, and whether
     * a release is.
     */
    public static final class ExternalStockStub {

        private final boolean release;
        private int reservations;

        ExternalStockStub() {
            this(0, false);
        }

        ExternalStockStub(int reservations, boolean release) {
            this.reservations = reservations;
            this.release = release;
        }

        public boolean toReserve(String order) {
            return reservations-- > 0;
        }

        public boolean toRelease(String order) {
            return release;
        }
    }

    /** Answers what the diagram asks about dates and durations. */
    public static final class Deadlines {

        public Date dueIn(String task) {
            return DUE;
        }

        public String within(String timer) {
            return "P7D";
        }

        public Date endOf(String day) {
            return Date.from(Instant.parse(day + "T23:00:00Z"));
        }
    }
}
