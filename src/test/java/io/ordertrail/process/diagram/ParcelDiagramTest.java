package io.ordertrail.process.diagram;

import static io.ordertrail.process.diagram.DiagramAnswers.*;
import static io.ordertrail.process.engine.OrderFulfilment.Element.CHASE_DELIVERY;
import static io.ordertrail.process.engine.OrderFulfilment.Element.DELIVERY_OVERDUE;
import static io.ordertrail.process.engine.OrderFulfilment.Element.NOBODY_ANSWERED;
import static io.ordertrail.process.engine.OrderFulfilment.Element.PICK_AND_PACK;
import static io.ordertrail.process.engine.OrderFulfilment.Element.REVIEW_STALE_RESERVATION;
import static io.ordertrail.process.engine.OrderFulfilment.Element.SHIP_PARCEL;
import static io.ordertrail.process.engine.OrderFulfilment.Element.WAIT_FOR_DELIVERY;
import static io.ordertrail.process.engine.OrderFulfilment.Message.GOODS_LEFT_UNPICKED;
import static io.ordertrail.process.engine.OrderFulfilment.Message.PARCEL_DELIVERED;
import static io.ordertrail.process.engine.OrderFulfilment.Message.STOCK_LOST;
import static io.ordertrail.process.engine.OrderFulfilment.Variable.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.Date;
import java.util.Map;

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

/** Walks every road of a parcel on the engine alone. */
@Deployment(
        resources = {
            "bpmn/parcel.bpmn",
            "forms/pick-and-pack.form",
            "forms/ship-parcel.form",
            "forms/chase-delivery.form",
            "forms/review-stale-reservation.form"
        })
class ParcelDiagramTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = ProcessEngineCoverageExtension.builder(
                    inMemory(new ProcessCoverageInMemProcessEngineConfiguration(), "parcel-diagram"))
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
    void the_only_or_the_last_parcel_makes_the_order_shipped_and_leaves_its_delivery_to_the_order() {
        var parcel = shippedParcel();
        assertThat(parcel)
                .hasPassedInOrder("recordPicking", SHIP_PARCEL, "recordShipment", "orderShipped")
                .isWaitingAtExactly(WAIT_FOR_DELIVERY);
        arrives(parcel, PARCEL_DELIVERED);
        assertThat(parcel)
                .isEnded()
                .hasPassed("recordDelivery", "parcelArrived")
                .hasNotPassed("orderPartlyDelivered", "orderPartlyShipped");
    }

    @Test
    void the_first_of_several_parcels_makes_the_order_partly_shipped_and_partly_delivered() {
        answers("recordShipment", Map.of(DELIVERY_DUE, "2026-12-01", ALL_SHIPPED, false));
        answers("recordDelivery", ALL_DELIVERED, false);
        var parcel = shippedParcel();
        assertThat(parcel)
                .hasPassed("orderPartlyShipped")
                .hasNotPassed("orderShipped")
                .isWaitingAtExactly(WAIT_FOR_DELIVERY);
        arrives(parcel, PARCEL_DELIVERED);
        assertThat(parcel).isEnded().hasPassed("recordDelivery", "orderPartlyDelivered", "parcelArrived");
    }

    @Test
    void a_parcel_that_may_not_go_as_it_is_ends_and_nothing_leaves() {
        picking(false, false);
        var parcel = parcel();
        pick(parcel);
        assertThat(parcel).isEnded().hasPassed("recordPicking", "goodsMissing").hasNotPassed(SHIP_PARCEL);
    }

    @Test
    void what_a_booked_loss_leaves_is_picked() {
        picking(false, true);
        var parcel = parcel();
        arrives(parcel, STOCK_LOST);
        assertThat(parcel).hasPassed("reservedStockLost", "recordPicking").isWaitingAtExactly(PICK_AND_PACK);
        picking(true, false);
        pick(parcel);
        assertThat(parcel).isWaitingAtExactly(SHIP_PARCEL);
    }

    @Test
    void a_parcel_of_which_a_booked_loss_leaves_nothing_that_may_go_ends() {
        picking(false, false);
        var parcel = parcel();
        arrives(parcel, STOCK_LOST);
        assertThat(parcel).isEnded().hasPassed("recordPicking", "goodsMissing");
    }

    @Test
    void goods_that_nobody_picks_stay_reserved_when_sales_says_so() {
        var parcel = staleParcel();
        decide(parcel, REVIEW_STALE_RESERVATION, RESERVATION_DECISION, "keep");
        assertThat(parcel).isWaitingAtExactly(PICK_AND_PACK).hasNotPassed("releaseParcel");
    }

    @Test
    void goods_that_nobody_picks_are_given_back_when_sales_says_so_or_nothing() {
        var told = staleParcel();
        decide(told, REVIEW_STALE_RESERVATION, RESERVATION_DECISION, "giveBack");
        assertThat(told).isEnded().hasPassed("releaseParcel", "parcelReleased");
        var silent = staleParcel();
        execute(job(NOBODY_ANSWERED, silent));
        assertThat(silent).isEnded().hasPassed("releaseParcel", "parcelReleased");
    }

    @Test
    void goods_that_are_lost_while_they_are_reviewed_are_no_longer_reviewed() {
        picking(false, true);
        var parcel = staleParcel();
        arrives(parcel, STOCK_LOST);
        assertThat(parcel).hasPassed("reviewedStockLost", "recordPicking").isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void an_overdue_parcel_that_has_a_new_date_is_waited_for_again() {
        var parcel = overdueParcel();
        complete(task(CHASE_DELIVERY, parcel), withVariables(CHASE_DECISION, "newDate", DELIVERY_DUE, "2026-12-08"));
        assertThat(parcel).isWaitingAtExactly(WAIT_FOR_DELIVERY);
        assertThat(job(DELIVERY_OVERDUE, parcel)).hasDueDate(Date.from(Instant.parse("2026-12-08T23:00:00Z")));
    }

    @Test
    void an_overdue_parcel_was_delivered_or_is_while_it_is_chased() {
        var told = overdueParcel();
        decide(told, CHASE_DELIVERY, CHASE_DECISION, "delivered");
        assertThat(told).isEnded().hasPassed("recordDelivery", "parcelArrived");
        var met = overdueParcel();
        arrives(met, PARCEL_DELIVERED);
        assertThat(met).isEnded().hasPassed("deliveredMeanwhile", "recordDelivery", "parcelArrived");
    }

    @Test
    void a_lost_parcel_ends_and_the_order_knows_what_becomes_of_it() {
        for (var decision : new String[] {"sendAgain", "writeOff"}) {
            var parcel = overdueParcel();
            decide(parcel, CHASE_DELIVERY, CHASE_DECISION, decision);
            assertThat(parcel)
                    .isEnded()
                    .hasPassed("writeOffParcel", "parcelLost")
                    .hasNotPassed("recordDelivery");
        }
    }

    @Test
    void every_task_waits_with_its_group_its_form_and_its_due_date() {
        var parcel = parcel();
        assertOffered(parcel, PICK_AND_PACK, Group.WAREHOUSE, "pick-and-pack");
        pick(parcel);
        assertOffered(parcel, SHIP_PARCEL, Group.SHIPPING, "ship-parcel");
        assertOffered(staleParcel(), REVIEW_STALE_RESERVATION, Group.SALES, "review-stale-reservation");
        assertOffered(overdueParcel(), CHASE_DELIVERY, Group.CUSTOMER_SERVICE, "chase-delivery");
    }

    private static ProcessInstance parcel() {
        var parcel =
                runtimeService().startProcessInstanceByKey(OrderFulfilment.PARCEL, "4711", Map.of(PARCEL, "4711-1"));
        assertThat(parcel).isWaitingAtExactly(PICK_AND_PACK);
        return parcel;
    }

    private static ProcessInstance shippedParcel() {
        var parcel = parcel();
        pick(parcel);
        decide(parcel, SHIP_PARCEL, TRACKING_NUMBER, "1Z-4711");
        return parcel;
    }

    private static ProcessInstance staleParcel() {
        var parcel = parcel();
        arrives(parcel, GOODS_LEFT_UNPICKED);
        assertThat(parcel).isWaitingAtExactly(REVIEW_STALE_RESERVATION);
        return parcel;
    }

    private static ProcessInstance overdueParcel() {
        var parcel = shippedParcel();
        execute(job(DELIVERY_OVERDUE, parcel));
        assertThat(parcel).isWaitingAtExactly(CHASE_DELIVERY);
        return parcel;
    }

    private static void pick(ProcessInstance parcel) {
        complete(task(PICK_AND_PACK, parcel));
    }

    private static void decide(ProcessInstance parcel, String task, String variable, String decision) {
        complete(task(task, parcel), withVariables(variable, decision));
    }

    private static void arrives(ProcessInstance parcel, String message) {
        runtimeService()
                .createMessageCorrelation(message)
                .processInstanceId(parcel.getId())
                .correlate();
    }

    private static void assertOffered(ProcessInstance parcel, String task, String group, String form) {
        assertThat(task(task, parcel)).hasCandidateGroup(group).hasDueDate(DUE);
        var id = task(task, parcel).getId();
        assertThat(formService().getTaskFormData(id).getCamundaFormRef().getKey())
                .isEqualTo(form);
        assertThat(formService().getDeployedTaskForm(id)).isNotEmpty();
    }
}
