package io.ordertrail.process.diagram;

import static io.ordertrail.process.diagram.DiagramAnswers.*;
import static io.ordertrail.process.engine.OrderFulfilment.Element.*;
import static io.ordertrail.process.engine.OrderFulfilment.Message.CANCELLATION_REQUESTED;
import static io.ordertrail.process.engine.OrderFulfilment.Message.GOODS_ARRIVED;
import static io.ordertrail.process.engine.OrderFulfilment.Message.GOODS_LEFT_UNPICKED;
import static io.ordertrail.process.engine.OrderFulfilment.Message.PARCEL_DELIVERED;
import static io.ordertrail.process.engine.OrderFulfilment.Message.RECEIPT_CONFIRMED;
import static io.ordertrail.process.engine.OrderFulfilment.Message.STOCK_LOST;
import static io.ordertrail.process.engine.OrderFulfilment.Variable.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.jobQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Group;

/**
 * Walks every road of an order's diagram, and of its page Resolve shortage, on the engine alone: delegates only answer, no Spring, no
 * database of ours. The parcels that it calls are real; their own roads are walked in {@link ParcelDiagramTest}.
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

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = ProcessEngineCoverageExtension.builder(
                    inMemory(new ProcessCoverageInMemProcessEngineConfiguration(), "order-diagram"))
            .excludeProcessDefinitionKeys(OrderFulfilment.PARCEL)
            .handleTestMethodCoverage(false)
            .assertClassCoverageAtLeast(1.0)
            .build();

    @BeforeEach
    void everything_goes_well() {
        init(engine.getProcessEngine());
        everythingGoesWell();
    }

    @AfterEach
    void forget_the_answers() {
        Mocks.reset();
    }

    @Test
    void an_order_without_fault_travels_the_straight_road() {
        var order = enteredOrder();
        assertThat(order)
                .isWaitingAt(SEND_PARCEL)
                .hasPassedInOrder("orderEntered", "checkOrder", "reserveStock", "confirmOrder");
        parcelsArrive(order);
        assertThat(order)
                .hasPassedInOrder("confirmOrder", SEND_PARCELS, CHECK_FULFILMENT)
                .isWaitingAtExactly(WAIT_FOR_RECEIPT);
        arrives(order, RECEIPT_CONFIRMED);
        assertThat(order)
                .isEnded()
                .hasPassed("orderReceived")
                .hasNotPassed(RECEIPT_BY_SILENCE, REVIEW_ORDER, RESOLVE_SHORTAGE);
    }

    @Test
    void silence_counts_as_receipt() {
        var order = enteredOrder();
        parcelsArrive(order);
        execute(job(RECEIPT_BY_SILENCE, order));
        assertThat(order).isEnded().hasPassed(RECEIPT_BY_SILENCE, "orderReceived");
    }

    @Test
    void every_task_waits_with_its_group_its_form_and_its_due_date() {
        assertOffered(heldOrder(), REVIEW_ORDER, Group.ORDER_REVIEW, "review-order");
        assertOffered(orderToCorrect(), CORRECT_ORDER, Group.SALES, "correct-order");
        assertOffered(shortOrder(), DECIDE_ON_SHORTAGE, Group.SALES, "decide-on-shortage");
    }

    @Test
    void an_approved_order_goes_on_to_stock() {
        var order = heldOrder();
        decide(order, REVIEW_ORDER, REVIEW_DECISION, "approve");
        assertThat(order).hasPassed("recordReview", "reserveStock").isWaitingAt(SEND_PARCEL);
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
                .isWaitingAt(SEND_PARCEL);
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
    void each_shortage_policy_decides_without_a_person() {
        answers("reserveStock", STOCK_RESERVED, false);
        assertThat(under("wait", this::enteredOrder))
                .hasPassed("backorderMissingGoods")
                .isWaitingAtExactly(RESOLVE_SHORTAGE, WAIT_FOR_STOCK);
        assertThat(under("goOn", this::enteredOrder))
                .hasPassed("cancelMissingQuantity", "confirmOrder")
                .isWaitingAt(SEND_PARCEL);
        assertThat(under("cancel", this::enteredOrder))
                .isEnded()
                .hasPassed("releaseStock", "orderCancelled")
                .hasNotPassed("confirmOrder");
    }

    @Test
    void sales_decides_where_the_policy_is_to_ask() {
        var waiting = shortOrder();
        decide(waiting, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "wait");
        assertThat(waiting).hasPassed("backorderMissingGoods").isWaitingAtExactly(RESOLVE_SHORTAGE, WAIT_FOR_STOCK);
        var shortened = shortOrder();
        decide(shortened, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "goOn");
        assertThat(shortened).hasPassed("cancelMissingQuantity", "confirmOrder").isWaitingAt(SEND_PARCEL);
        var cancelled = shortOrder();
        decide(cancelled, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "cancel");
        assertThat(cancelled)
                .isEnded()
                .hasPassed("releaseStock", "orderCancelled")
                .hasNotPassed("cancelRemainder", "confirmOrder");
    }

    @Test
    void an_order_waits_until_its_goods_arrive() {
        var order = backorderedOrder();
        arrives(order, GOODS_ARRIVED);
        assertThat(order)
                .hasPassed(WAIT_FOR_STOCK, "goodsReserved", "confirmOrder")
                .hasNotPassed("cancelMissingQuantity")
                .isWaitingAt(SEND_PARCEL);
    }

    @Test
    void an_order_does_not_wait_when_everything_can_be_reserved_at_once() {
        answers("backorderMissingGoods", STOCK_RESERVED, true);
        answers("reserveStock", STOCK_RESERVED, false);
        var order = under("wait", this::enteredOrder);
        assertThat(order)
                .hasPassed("backorderMissingGoods", "goodsReserved", "confirmOrder")
                .hasNotPassed(WAIT_FOR_STOCK)
                .isWaitingAt(SEND_PARCEL);
    }

    @Test
    void sales_is_asked_again_when_goods_are_long_in_coming() {
        var order = backorderedOrder();
        execute(job(STOCK_WAITED_TOO_LONG, order));
        assertThat(order).isWaitingAtExactly(RESOLVE_SHORTAGE, DECIDE_ON_SHORTAGE);
    }

    @Test
    void goods_that_arrive_take_the_decision_from_sales() {
        var order = shortOrder();
        runtimeService().removeVariable(order.getId(), SHORTAGE_DECISION); // as every form begins empty
        arrives(order, GOODS_ARRIVED);
        assertThat(order)
                .hasPassed("goodsArrivedMeanwhile", "goodsReserved", "confirmOrder")
                .isWaitingAt(SEND_PARCEL);
    }

    @Test
    void an_order_that_has_its_goods_in_part_goes_on_without_a_parcel_when_the_rest_cannot_be_had() {
        toSend();
        answers("cancelMissingQuantity", ANYTHING_TO_SEND, false);
        var order = shortOrder();
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "goOn");
        assertThat(order)
                .hasPassed("nothingMoreToSend", "confirmOrder", CHECK_FULFILMENT)
                .isWaitingAtExactly(WAIT_FOR_RECEIPT);
        assertNoParcelWasCalled(order);
    }

    @Test
    void the_rest_of_an_order_that_has_its_goods_in_part_is_cancelled_and_what_was_sent_stays() {
        toSend();
        answers("releaseStock", ORDER_CANCELLED, false);
        var order = shortOrder();
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "cancel");
        assertThat(order)
                .hasPassed("releaseStock", "cancelRemainder", "nothingMoreToSend", CHECK_FULFILMENT)
                .hasNotPassed("orderCancelled")
                .isWaitingAtExactly(WAIT_FOR_RECEIPT);
        assertNoParcelWasCalled(order);
    }

    @Test
    void after_a_short_pick_each_shortage_policy_decides() {
        assertThat(under("ask", this::shortPickedOrder)).isWaitingAtExactly(RESOLVE_SHORTAGE, DECIDE_ON_SHORTAGE);
        assertThat(under("wait", this::shortPickedOrder)).isWaitingAtExactly(RESOLVE_SHORTAGE, WAIT_FOR_STOCK);
        assertThat(under("goOn", this::shortPickedOrder))
                .hasPassed("cancelMissingQuantity")
                .isWaitingAt(SEND_PARCEL);
        assertThat(under("cancel", this::shortPickedOrder)).isEnded().hasPassed("orderCancelled");
    }

    @Test
    void a_short_pick_that_waited_for_its_goods_is_picked_again() {
        var order = under("wait", this::shortPickedOrder);
        arrives(order, GOODS_ARRIVED);
        assertThat(order).isWaitingAt(SEND_PARCEL);
        parcelsArrive(order);
        assertThat(order).isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void a_booked_loss_leaves_the_order_where_it_is_while_the_rest_is_picked() {
        var order = enteredOrder();
        picking(false, true);
        arrives(theParcel(order), STOCK_LOST);
        assertThat(theParcel(order)).isWaitingAtExactly(PICK_AND_PACK);
        assertThat(order).isWaitingAt(SEND_PARCEL).hasNotPassed(CHECK_FULFILMENT);
    }

    @Test
    void goods_that_are_given_back_leave_a_shortage_to_resolve() {
        var order = enteredOrder();
        var parcel = theParcel(order);
        arrives(parcel, GOODS_LEFT_UNPICKED);
        fulfilment(false, true, false);
        decide(parcel, REVIEW_STALE_RESERVATION, RESERVATION_DECISION, "giveBack");
        assertThat(order).hasPassed(CHECK_FULFILMENT).isWaitingAtExactly(RESOLVE_SHORTAGE, DECIDE_ON_SHORTAGE);
    }

    @Test
    void lost_goods_are_sent_again_out_of_stock_and_the_order_is_confirmed_again() {
        var order = overdueOrder();
        toSend("4711-2");
        fulfilment(false, false, false);
        decide(theParcel(order), CHASE_DELIVERY, CHASE_DECISION, "sendAgain");
        assertThat(theParcel(order))
                .isWaitingAtExactly(PICK_AND_PACK)
                .variables()
                .containsEntry(PARCEL, "4711-2");
        assertThat(order)
                .isWaitingAt(SEND_PARCEL)
                .hasPassed("reserveStock", CHECK_FULFILMENT)
                .hasNotPassed(RESOLVE_SHORTAGE);
        assertThat(timesPassed(order, "confirmOrder")).isEqualTo(2);
        fulfilment(true, false, true);
        parcelsArrive(order);
        assertThat(order).isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void lost_goods_that_are_out_of_stock_are_a_shortage_like_any_other() {
        var order = overdueOrder();
        answers("reserveStock", STOCK_RESERVED, false);
        fulfilment(false, false, false);
        decide(theParcel(order), CHASE_DELIVERY, CHASE_DECISION, "sendAgain");
        assertThat(order).isWaitingAtExactly(RESOLVE_SHORTAGE, DECIDE_ON_SHORTAGE);
    }

    @Test
    void an_order_whose_goods_are_written_off_ends() {
        var order = overdueOrder();
        fulfilment(true, false, false);
        decide(theParcel(order), CHASE_DELIVERY, CHASE_DECISION, "writeOff");
        assertThat(order).isEnded().hasPassed("orderLost").hasNotPassed(WAIT_FOR_RECEIPT);
    }

    @Test
    void parcels_are_sent_at_the_same_time_and_the_order_waits_for_the_last() {
        var order = splitOrder();
        parcelArrives(parcels(order).get(0));
        assertThat(order).isWaitingAt(SEND_EACH_PARCEL).hasNotPassed(CHECK_FULFILMENT);
        assertThat(parcels(order)).hasSize(1);
        parcelArrives(theParcel(order));
        assertThat(order).hasPassed(CHECK_FULFILMENT).isWaitingAtExactly(WAIT_FOR_RECEIPT);
    }

    @Test
    void a_rest_that_was_backordered_at_the_pick_is_sent_in_a_parcel_of_its_own() {
        var order = enteredOrder();
        fulfilment(false, false, true);
        var first = theParcel(order);
        pick(first);
        ship(first);
        toSend("4711-2");
        arrives(first, PARCEL_DELIVERED);
        assertThat(order).isWaitingAt(SEND_PARCEL).hasNotPassed(RESOLVE_SHORTAGE);
        assertThat(theParcel(order)).variables().containsEntry(PARCEL, "4711-2");
    }

    @Test
    void an_order_calls_the_parcel_that_was_deployed_with_it() {
        var newer = repositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/parcel.bpmn")
                .deploy();
        try {
            assertThat(theParcel(enteredOrder()).getProcessDefinitionId())
                    .doesNotContain(newer.getId())
                    .isEqualTo(repositoryService()
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(OrderFulfilment.PARCEL)
                            .processDefinitionVersion(1)
                            .singleResult()
                            .getId());
        } finally {
            repositoryService().deleteDeployment(newer.getId(), true);
        }
    }

    @Test
    void a_cancellation_ends_whatever_the_order_is_waiting_for() {
        for (var order : List.of(heldOrder(), orderToCorrect(), shortOrder(), backorderedOrder(), askingOrder())) {
            arrives(order, CANCELLATION_REQUESTED);
            assertThat(order).isEnded().hasPassed("releaseReservedStock", "orderCancelledOnRequest");
            assertThat(jobQuery().processInstanceId(order.getId()).count()).isZero();
        }
    }

    @Test
    void a_cancellation_takes_the_parcels_down_whatever_they_are_waiting_for() {
        toSend("4711-1", "4711-2", "4711-3");
        var order = enteredOrder();
        pick(parcels(order).get(0));
        arrives(parcels(order).get(1), GOODS_LEFT_UNPICKED);
        assertThat(parcels(order))
                .extracting(parcel ->
                        runtimeService().getActiveActivityIds(parcel.getId()).get(0))
                .containsExactlyInAnyOrder(SHIP_PARCEL, REVIEW_STALE_RESERVATION, PICK_AND_PACK);
        arrives(order, CANCELLATION_REQUESTED);
        assertThat(order)
                .isEnded()
                .hasPassed("releaseReservedStock", "orderCancelledOnRequest")
                .hasNotPassed(CHECK_FULFILMENT);
        assertThat(runtimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(OrderFulfilment.PARCEL)
                        .count())
                .isZero();
        assertThat(jobQuery().count()).isZero();
    }

    @Test
    void where_no_stock_system_is_asked_no_job_is_left_behind() {
        var order = enteredOrder();
        assertThat(order).hasPassed("stockSystemAsked", "confirmOrder").hasNotPassed(ASK_STOCK_SYSTEM);
        assertThat(jobQuery().count()).isZero();
    }

    @Test
    void a_stock_system_is_asked_on_the_engines_own_time_before_the_order_is_confirmed() {
        var order = askingOrder();
        assertThat(order).hasPassed("reserveStock").hasNotPassed("confirmOrder");
        execute(job(ASK_STOCK_SYSTEM, order));
        assertThat(order).hasPassedInOrder(ASK_STOCK_SYSTEM, "confirmOrder").isWaitingAt(SEND_PARCEL);
        assertThat(timesPassed(order, "reserveStock")).isEqualTo(2);
    }

    @Test
    void what_a_stock_system_refuses_is_a_shortage_like_any_other() {
        var order = askingOrder();
        answers("reserveStock", STOCK_RESERVED, false);
        execute(job(ASK_STOCK_SYSTEM, order));
        assertThat(order)
                .hasPassed("applyShortagePolicy")
                .hasNotPassed("confirmOrder")
                .isWaitingAtExactly(RESOLVE_SHORTAGE, DECIDE_ON_SHORTAGE);
    }

    @Test
    void a_stock_system_is_asked_for_goods_that_arrived_and_for_what_is_sent_again_too() {
        var backordered = backorderedOrder();
        toAsk(1);
        arrives(backordered, GOODS_ARRIVED);
        assertThat(backordered).isWaitingAtExactly(ASK_STOCK_SYSTEM);
        answers("reserveStock", STOCK_RESERVED, true);
        var overdue = overdueOrder();
        toAsk(1);
        fulfilment(false, false, false);
        decide(theParcel(overdue), CHASE_DELIVERY, CHASE_DECISION, "sendAgain");
        assertThat(overdue).isWaitingAtExactly(ASK_STOCK_SYSTEM);
    }

    @Test
    void a_stock_system_that_stays_silent_is_asked_six_times_and_then_is_an_incident() {
        Mocks.register("askStockSystemDelegate", (JavaDelegate) execution -> {
            throw new IllegalStateException("silent");
        });
        var order = askingOrder();
        var asked = 0;
        while (runtimeService()
                        .createIncidentQuery()
                        .processInstanceId(order.getId())
                        .count()
                == 0) {
            asked++;
            assertThatThrownBy(() -> execute(job(ASK_STOCK_SYSTEM, order))).hasMessageContaining("silent");
        }
        assertThat(asked).isEqualTo(6);
        assertThat(order).isWaitingAtExactly(ASK_STOCK_SYSTEM);
        Mocks.register("askStockSystemDelegate", (JavaDelegate) execution -> {});
        managementService().setJobRetries(job(ASK_STOCK_SYSTEM, order).getId(), 1);
        execute(job(ASK_STOCK_SYSTEM, order));
        assertThat(order).isWaitingAt(SEND_PARCEL);
        assertThat(runtimeService()
                        .createIncidentQuery()
                        .processInstanceId(order.getId())
                        .count())
                .isZero();
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
        assertThat(order).hasPassed("applyShortagePolicy").isWaitingAtExactly(RESOLVE_SHORTAGE, DECIDE_ON_SHORTAGE);
        return order;
    }

    private ProcessInstance backorderedOrder() {
        var order = shortOrder();
        decide(order, DECIDE_ON_SHORTAGE, SHORTAGE_DECISION, "wait");
        assertThat(order).isWaitingAtExactly(RESOLVE_SHORTAGE, WAIT_FOR_STOCK);
        return order;
    }

    private ProcessInstance askingOrder() {
        answers("reserveStock", STOCK_RESERVED, true);
        toAsk(1);
        answers("checkOrder", HOLDS_FOUND, false);
        var order = enteredOrder();
        assertThat(order).isWaitingAtExactly(ASK_STOCK_SYSTEM);
        return order;
    }

    /** Not everything was found, and the parcel may not go incomplete. */
    private ProcessInstance shortPickedOrder() {
        var order = enteredOrder();
        picking(false, false);
        fulfilment(false, true, false);
        pick(theParcel(order));
        assertThat(order).hasPassed(CHECK_FULFILMENT, "applyShortagePolicy");
        picking(true, false);
        fulfilment(true, false, true);
        return order;
    }

    private ProcessInstance overdueOrder() {
        answers("checkOrder", HOLDS_FOUND, false);
        var order = enteredOrder();
        var parcel = theParcel(order);
        pick(parcel);
        ship(parcel);
        execute(job(DELIVERY_OVERDUE, parcel));
        assertThat(parcel).isWaitingAtExactly(CHASE_DELIVERY);
        return order;
    }

    private ProcessInstance splitOrder() {
        toSend("4711-1", "4711-2");
        var order = enteredOrder();
        assertThat(order).isWaitingAt(SEND_EACH_PARCEL);
        assertThat(parcels(order))
                .extracting(parcel -> runtimeService().getVariable(parcel.getId(), PARCEL))
                .containsExactlyInAnyOrder("4711-1", "4711-2");
        assertThat(parcels(order))
                .allSatisfy(parcel -> assertThat(parcel.getBusinessKey()).isEqualTo("4711"));
        return order;
    }

    private static ProcessInstance under(String policy, Supplier<ProcessInstance> order) {
        answers("applyShortagePolicy", SHORTAGE_DECISION, policy);
        return order.get();
    }

    private static List<ProcessInstance> parcels(ProcessInstance order) {
        return runtimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(order.getId())
                .list();
    }

    private static ProcessInstance theParcel(ProcessInstance order) {
        return parcels(order).stream()
                .reduce((one, other) -> {
                    throw new AssertionError("More than one parcel");
                })
                .orElseThrow();
    }

    private static void parcelsArrive(ProcessInstance order) {
        parcels(order).forEach(OrderFulfilmentDiagramTest::parcelArrives);
    }

    private static void parcelArrives(ProcessInstance parcel) {
        pick(parcel);
        ship(parcel);
        arrives(parcel, PARCEL_DELIVERED);
    }

    private static void assertNoParcelWasCalled(ProcessInstance order) {
        assertThat(historyService()
                        .createHistoricProcessInstanceQuery()
                        .superProcessInstanceId(order.getId())
                        .count())
                .isZero();
    }

    private static long timesPassed(ProcessInstance order, String element) {
        return historyService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(order.getId())
                .activityId(element)
                .finished()
                .count();
    }

    private static void pick(ProcessInstance parcel) {
        complete(task(PICK_AND_PACK, parcel));
    }

    private static void ship(ProcessInstance parcel) {
        decide(parcel, SHIP_PARCEL, TRACKING_NUMBER, "1Z-4711");
    }

    private static void decide(ProcessInstance instance, String task, String variable, String decision) {
        complete(task(task, instance), withVariables(variable, decision));
    }

    private static void arrives(ProcessInstance instance, String message) {
        runtimeService()
                .createMessageCorrelation(message)
                .processInstanceId(instance.getId())
                .correlate();
    }

    private static void assertOffered(ProcessInstance order, String task, String group, String form) {
        assertThat(task(task, order)).hasCandidateGroup(group).hasDueDate(DUE);
        var id = task(task, order).getId();
        assertThat(formService().getTaskFormData(id).getCamundaFormRef().getKey())
                .isEqualTo(form);
        assertThat(formService().getDeployedTaskForm(id)).isNotEmpty();
    }
}
