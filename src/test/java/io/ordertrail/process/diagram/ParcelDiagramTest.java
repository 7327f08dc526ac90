package io.ordertrail.process.diagram;

import static io.ordertrail.process.engine.OrderFulfilment.Element.*;
import static io.ordertrail.process.engine.OrderFulfilment.Message.*;
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

import java.util.Map;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Group;

/** Runs every path of the parcel diagram on the engine alone. */
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
    static ProcessEngineCoverageExtension engine = ProcessEngineCoverageExtension.builder(inMemory())
            .handleTestMethodCoverage(false)
            .assertClassCoverageAtLeast(1.0)
            .build();

    @BeforeEach
    void everything_goes_well() {
        init(engine.getProcessEngine());
        answers("writeOffParcel", Map.of());
        answers("recordPicking", Map.of(ANYTHING_FOUND, true));
        answers("releaseStock", Map.of(ANYTHING_SENT, true));
        answers("recordShipment", Map.of(DELIVERY_DUE, "2026-12-01", ALL_SHIPPED, false));
        answers("recordDelivery", Map.of(ALL_DELIVERED, false));
        Mocks.register("deadlines", new OrderFulfilmentDiagramTest.Deadlines());
    }

    @AfterEach
    void reset_mocks() {
        Mocks.reset();
    }

    @Test
    void the_first_parcel_makes_the_order_partly_shipped_and_partly_delivered() {
        var parcel = shippedParcel();
        assertThat(parcel).hasPassed("orderPartlyShipped").isWaitingAtExactly(WAIT_FOR_DELIVERY);
        arrives(parcel, ORDER_DELIVERED);
        assertThat(parcel)
                .isEnded()
                .hasPassed("recordDelivery", "orderPartlyDelivered", "parcelArrived")
                .hasNotPassed("orderShipped");
    }

    @Test
    void the_last_parcel_makes_the_order_shipped_and_leaves_its_delivery_to_the_order() {
        answers("recordShipment", Map.of(DELIVERY_DUE, "2026-12-01", ALL_SHIPPED, true));
        answers("recordDelivery", Map.of(ALL_DELIVERED, true));
        var parcel = shippedParcel();
        assertThat(parcel).hasPassed("orderShipped");
        arrives(parcel, ORDER_DELIVERED);
        assertThat(parcel)
                .isEnded()
                .hasPassed("parcelArrived")
                .hasNotPassed("orderPartlyDelivered", "orderPartlyShipped");
    }

    @Test
    void a_parcel_without_any_goods_found_ends() {
        answers("recordPicking", Map.of(ANYTHING_FOUND, false));
        var parcel = parcel();
        decide(parcel, PICK_AND_PACK, PICKING_DECISION, "incomplete");
        assertThat(parcel).isEnded().hasPassed("parcelEmpty").hasNotPassed(SHIP_PARCEL);
    }

    @Test
    void the_goods_left_after_a_loss_are_picked_again() {
        var parcel = parcel();
        arrives(parcel, STOCK_LOST);
        assertThat(parcel).hasPassed("recordInterruption").isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void a_parcel_whose_goods_are_all_lost_ends() {
        answers("recordPicking", Map.of(ANYTHING_FOUND, false));
        var parcel = parcel();
        arrives(parcel, STOCK_LOST);
        assertThat(parcel).isEnded().hasPassed("recordInterruption", "parcelEmpty");
    }

    @Test
    void unpicked_goods_are_kept_when_sales_decides_so() {
        var parcel = parcelInReservationReview();
        decide(parcel, REVIEW_STALE_RESERVATION, RESERVATION_DECISION, "keep");
        assertThat(parcel).isWaitingAtExactly(PICK_AND_PACK).hasNotPassed("releaseUnpicked");
    }

    @Test
    void unpicked_goods_are_released_when_sales_decides_so_or_does_not_answer() {
        var decided = parcelInReservationReview();
        decide(decided, REVIEW_STALE_RESERVATION, RESERVATION_DECISION, "giveBack");
        assertThat(decided).isEnded().hasPassed("releaseUnpicked", "parcelGivenBack");
        var unanswered = parcelInReservationReview();
        execute(job(NOBODY_ANSWERED, unanswered));
        assertThat(unanswered).isEnded().hasPassed("releaseUnpicked", "parcelGivenBack");
    }

    @Test
    void the_review_of_a_reservation_ends_when_its_goods_are_lost() {
        var parcel = parcelInReservationReview();
        arrives(parcel, STOCK_LOST);
        assertThat(parcel).hasPassed("recordInterruption").isWaitingAtExactly(PICK_AND_PACK);
    }

    @Test
    void an_overdue_parcel_has_a_new_date() {
        var parcel = overdueParcel();
        complete(task(CHASE_DELIVERY, parcel), withVariables(CHASE_DECISION, "newDate", DELIVERY_DUE, "2026-12-08"));
        assertThat(parcel).isWaitingAtExactly(WAIT_FOR_DELIVERY);
    }

    @Test
    void an_overdue_parcel_was_delivered_or_is_delivered_while_it_is_chased() {
        var decided = overdueParcel();
        decide(decided, CHASE_DELIVERY, CHASE_DECISION, "delivered");
        assertThat(decided).isEnded().hasPassed("recordDelivery");
        var met = overdueParcel();
        arrives(met, ORDER_DELIVERED);
        assertThat(met).isEnded().hasPassed("deliveredMeanwhile", "recordDelivery");
    }

    @Test
    void a_lost_parcel_ends_and_the_order_decides_how_to_go_on() {
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
    void every_task_waits_with_its_group_and_its_form() {
        var parcel = parcel();
        assertOffered(parcel, PICK_AND_PACK, Group.WAREHOUSE, "pick-and-pack");
        decide(parcel, PICK_AND_PACK, PICKING_DECISION, "complete");
        assertOffered(parcel, SHIP_PARCEL, Group.SHIPPING, "ship-parcel");
        assertOffered(parcelInReservationReview(), REVIEW_STALE_RESERVATION, Group.SALES, "review-stale-reservation");
        assertOffered(overdueParcel(), CHASE_DELIVERY, Group.CUSTOMER_SERVICE, "chase-delivery");
    }

    private static ProcessInstance parcel() {
        var parcel = runtimeService().startProcessInstanceByKey(OrderFulfilment.PARCEL, "4711", Map.of(SITE, "VIE"));
        assertThat(parcel).isWaitingAtExactly(PICK_AND_PACK);
        return parcel;
    }

    private static ProcessInstance shippedParcel() {
        var parcel = parcel();
        decide(parcel, PICK_AND_PACK, PICKING_DECISION, "complete");
        decide(parcel, SHIP_PARCEL, TRACKING_NUMBER, "1Z-4711");
        return parcel;
    }

    private static ProcessInstance parcelInReservationReview() {
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

    private static void decide(ProcessInstance parcel, String task, String variable, String decision) {
        complete(task(task, parcel), withVariables(variable, decision));
    }

    private static void arrives(ProcessInstance parcel, String message) {
        runtimeService()
                .createMessageCorrelation(message)
                .processInstanceId(parcel.getId())
                .correlate();
    }

    private static void answers(String task, Map<String, Object> answers) {
        Mocks.register(task + "Delegate", (JavaDelegate) execution -> execution.setVariables(answers));
    }

    private static void assertOffered(ProcessInstance parcel, String task, String group, String form) {
        assertThat(task(task, parcel)).hasCandidateGroup(group);
        var id = task(task, parcel).getId();
        assertThat(formService().getTaskFormData(id).getCamundaFormRef().getKey())
                .isEqualTo(form);
        assertThat(formService().getDeployedTaskForm(id)).isNotEmpty();
    }

    private static ProcessCoverageInMemProcessEngineConfiguration inMemory() {
        var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("parcel");
        configuration.setJdbcUrl("jdbc:h2:mem:parcel");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        return configuration;
    }
}
