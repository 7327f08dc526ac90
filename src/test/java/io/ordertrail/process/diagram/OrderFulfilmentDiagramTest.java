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

/** Walks every road of the diagram on the engine alone: delegates only answer, no Spring, no database of ours. */
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
        goodsLieAt();
        answers("recordPicking", ALL_FOUND, true);
        answers("recordShipment", DELIVERY_DUE, "2026-12-01");
        Mocks.register("deadlines", new Deadlines());
        Mocks.register("externalStock", new StockSystem());
    }

    @AfterEach
    void forget_the_answers() {
        Mocks.reset();
    }

    @Test
    void an_order_without_fault_travels_the_straight_road() {
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
    void silence_counts_as_receipt() {
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
        assertOffered(questionedOrder(), REVIEW_STALE_RESERVATION, Group.SALES, "review-stale-reservation");
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
    void a_corrected_order_is_checked_anew() {
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
    void an_order_that_lacks_stock_is_cancelled_and_gives_back_what_it_had() {
        var order = shortOrder();
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "cancel");
        assertThat(order).isEnded().hasPassed("releaseStock", "orderCancelled").hasNotPassed("confirmOrder");
    }

    @Test
    void an_order_waits_until_its_stock_arrives() {
        var order = orderInLine();
        assertThat(order).isWaitingAtExactly(WAIT_FOR_STOCK).hasPassed("backorderMissingGoods");
        arrives(order, STOCK_ARRIVED);
        assertThat(order)
                .hasPassed("confirmOrder")
                .hasNotPassed("cancelMissingQuantity")
                .isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void an_order_does_not_wait_when_everything_can_be_set_aside_at_once() {
        answers("backorderMissingGoods", STOCK_RESERVED, true);
        var order = orderInLine();
        assertThat(order)
                .hasPassed("backorderMissingGoods", "confirmOrder")
                .hasNotPassed(WAIT_FOR_STOCK, "cancelMissingQuantity")
                .isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void sales_is_asked_again_when_stock_is_long_in_coming() {
        var order = orderInLine();
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
    void a_standing_wish_decides_without_a_person() {
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
    void an_overdue_delivery_was_made_after_all() {
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
    void what_parcels_still_owe_goes_back_to_stock() {
        answers("checkFulfilment", Map.of(EVERYTHING_SENT, false, ANYTHING_SENT, true));
        var order = splitOrder();
        goodsLieAt();
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
    void an_order_that_has_its_goods_in_part_goes_on_without_the_rest_that_cannot_be_had() {
        answers("cancelMissingQuantity", ANYTHING_TO_SEND, false);
        var order = shortOrder();
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "goOn");
        assertThat(order)
                .hasPassed("cancelMissingQuantity", "cancelRemainder")
                .hasNotPassed("confirmOrder")
                .isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void the_rest_of_an_order_that_has_its_goods_in_part_is_cancelled_and_what_arrived_stays() {
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
        var order = questionedOrder();
        decide(order, REVIEW_STALE_RESERVATION, RESERVATION_DECISION, "keep");
        assertThat(order).hasNotPassed("releaseUnpicked").isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void a_reservation_that_is_given_back_leaves_a_shortage_to_decide_on() {
        var order = questionedOrder();
        decide(order, REVIEW_STALE_RESERVATION, RESERVATION_DECISION, "giveBack");
        assertThat(order).hasPassed("releaseUnpicked").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void a_question_that_nobody_answers_gives_the_goods_back() {
        var order = questionedOrder();
        timerFires(order, NOBODY_ANSWERED);
        assertThat(order).hasPassed("releaseUnpicked").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void goods_lost_while_their_reservation_is_questioned_are_a_shortage() {
        var order = questionedOrder();
        answers("recordPicking", ALL_FOUND, false);
        arrives(order, STOCK_LOST);
        assertThat(order).hasPassed("questionedStockLost", "recordPicking").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void a_cancellation_takes_the_parcels_down() {
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
                new ProcessInstance[] {enteredOrder(), shortOrder(), orderInLine(), heldOrder(), orderToCorrect()}) {
            arrives(order, CANCELLATION_REQUESTED);
            assertThat(order).isEnded().hasPassed("releaseReservedStock", "orderCancelledOnRequest");
        }
    }

    @Test
    void where_no_stock_system_is_asked_no_job_is_left_behind() {
        var order = enteredOrder();
        assertThat(order)
                .hasPassed("setAsideHere", "reserveElsewhere", "confirmOrder")
                .hasNotPassed(ASK_FOR_RESERVATION);
        assertThat(jobQuery().count()).isZero();
    }

    @Test
    void a_stock_system_is_asked_on_the_engines_own_time_before_the_order_is_confirmed() {
        asked(true, false);
        var order = enteredOrder();
        assertThat(order)
                .hasPassed("reserveStock")
                .isWaitingAtExactly(ASK_FOR_RESERVATION)
                .hasNotPassed("confirmOrder");
        execute(job(ASK_FOR_RESERVATION, order));
        assertThat(order).hasPassedInOrder(ASK_FOR_RESERVATION, "confirmOrder").isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void what_a_stock_system_does_not_have_is_a_shortage_like_any_other() {
        asked(true, false);
        var order = enteredOrder();
        answers("reserveStock", STOCK_RESERVED, false);
        execute(job(ASK_FOR_RESERVATION, order));
        assertThat(order)
                .hasPassed("applyShortagePolicy")
                .hasNotPassed("confirmOrder")
                .isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void a_stock_system_is_asked_for_goods_that_arrived_too() {
        asked(true, false);
        var order = orderInLine();
        arrives(order, STOCK_ARRIVED);
        assertThat(order).isWaitingAtExactly(ASK_FOR_RESERVATION);
    }

    @Test
    void a_stock_system_gives_back_what_it_holds_when_sales_cancel() {
        var order = shortOrder();
        asked(false, true);
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "cancel");
        assertThat(order).hasPassed("releaseStock").isWaitingAtExactly(ASK_FOR_RELEASE);
        execute(job(ASK_FOR_RELEASE, order));
        assertThat(order).isEnded().hasPassed("orderCancelled");
    }

    @Test
    void a_stock_system_gives_back_what_it_holds_after_a_cancellation_whatever_the_order_waits_for() {
        asked(true, true);
        var asked = enteredOrder();
        asked(false, true);
        var confirmed = enteredOrder();
        for (var order : new ProcessInstance[] {asked, confirmed}) {
            arrives(order, CANCELLATION_REQUESTED);
            assertThat(order).hasPassed("releaseReservedStock").isWaitingAt(ASK_FOR_RELEASE_ON_REQUEST);
            execute(job(ASK_FOR_RELEASE_ON_REQUEST, order));
            assertThat(order).isEnded().hasPassed("orderCancelledOnRequest");
        }
    }

    @Test
    void a_stock_system_gives_back_the_rest_of_an_order_that_has_its_goods_in_part() {
        answers("cancelMissingQuantity", ANYTHING_TO_SEND, false);
        answers("releaseStock", ANYTHING_SENT, true);
        for (var decision : List.of("goOn", "cancel")) {
            var order = shortOrder();
            asked(false, true);
            decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, decision);
            assertThat(order).isWaitingAtExactly(ASK_FOR_RELEASE_OF_REST).hasNotPassed("cancelRemainder");
            execute(job(ASK_FOR_RELEASE_OF_REST, order));
            assertThat(order).hasPassed("cancelRemainder").isWaitingAtExactly(WAIT_FOR_RECEIPT);
        }
    }

    @Test
    void a_stock_system_gives_back_what_nobody_picked_before_it_is_given_back_here() {
        var order = questionedOrder();
        asked(false, true);
        timerFires(order, NOBODY_ANSWERED);
        assertThat(order).isWaitingAtExactly(ASK_FOR_RELEASE_OF_UNPICKED).hasNotPassed("releaseUnpicked");
        execute(job(ASK_FOR_RELEASE_OF_UNPICKED, order));
        assertThat(order).hasPassed("releaseUnpicked").isWaitingAtExactly(DECIDE_ON_SHORTAGE);
    }

    @Test
    void a_stock_system_is_asked_for_what_parcels_still_owe() {
        answers("checkFulfilment", Map.of(EVERYTHING_SENT, false, ANYTHING_SENT, true));
        var order = splitOrder();
        asked(true, false);
        parcelsEnd(order);
        assertThat(order).hasPassedInOrder("checkFulfilment", "reserveStock").isWaitingAtExactly(ASK_FOR_RESERVATION);
    }

    @Test
    void a_stock_system_is_told_nothing_of_what_has_left() {
        answers("checkFulfilment", Map.of(EVERYTHING_SENT, true, ANYTHING_SENT, true));
        var order = splitOrder();
        asked(false, true);
        parcelsEnd(order);
        assertThat(order).hasPassed("cancelRemainder").isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void a_stock_system_that_stays_silent_is_asked_six_times_and_then_is_an_incident() {
        asked(true, true);
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
        asked(false, true);
        managementService().setJobRetries(job(ASK_FOR_RESERVATION, order).getId(), 1);
        execute(job(ASK_FOR_RESERVATION, order));
        assertThat(order).isWaitingAtExactly(PICK_AND_PACK);
        assertThat(runtimeService()
                        .createIncidentQuery()
                        .processInstanceId(order.getId())
                        .count())
                .isZero();
    }

    private static void asked(boolean reserve, boolean release) {
        Mocks.register("externalStock", new StockSystem(reserve ? 1 : 0, release));
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

    private ProcessInstance orderInLine() {
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

    private ProcessInstance questionedOrder() {
        answers("checkOrder", HOLDS_FOUND, false);
        answers("reserveStock", STOCK_RESERVED, true);
        var order = enteredOrder();
        arrives(order, GOODS_LEFT_UNPICKED);
        assertThat(order).isWaitingAtExactly(REVIEW_STALE_RESERVATION);
        return order;
    }

    private ProcessInstance splitOrder() {
        goodsLieAt("ROT", "VIE");
        var order = enteredOrder();
        assertThat(order).isWaitingAt(SEND_PARCELS);
        assertThat(parcels(order))
                .extracting(parcel -> runtimeService().getVariable(parcel.getId(), SITE))
                .containsExactlyInAnyOrder("ROT", "VIE");
        assertThat(parcels(order))
                .allSatisfy(parcel -> assertThat(parcel.getBusinessKey()).isEqualTo("4711"));
        return order;
    }

    private static void goodsLieAt(String... sites) {
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

    /** How a parcel gets to its end is walked in ParcelDiagramTest; here none has anything to send. */
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

    /** Answers the diagram's questions about the company's own stock system: so many reservations have to be asked for. */
    public static final class StockSystem {

        private final boolean release;
        private int reservations;

        StockSystem() {
            this(0, false);
        }

        StockSystem(int reservations, boolean release) {
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

    /** Answers the diagram's questions for a date or a span of time. */
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
