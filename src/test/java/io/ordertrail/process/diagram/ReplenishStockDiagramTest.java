package io.ordertrail.process.diagram;

import static io.ordertrail.process.engine.ReplenishStock.Element.CHASE_SUPPLIER;
import static io.ordertrail.process.engine.ReplenishStock.Element.DECIDE_ON_REPLENISHMENT;
import static io.ordertrail.process.engine.ReplenishStock.Element.GOODS_OVERDUE;
import static io.ordertrail.process.engine.ReplenishStock.Element.WAIT_FOR_GOODS;
import static io.ordertrail.process.engine.ReplenishStock.Message.ALL_GOODS_RECEIVED;
import static io.ordertrail.process.engine.ReplenishStock.Variable.EXPECTED_DAY;
import static io.ordertrail.process.engine.ReplenishStock.Variable.ORDERED_QUANTITY;
import static io.ordertrail.process.engine.ReplenishStock.Variable.REPLENISHMENT_DECISION;
import static io.ordertrail.process.engine.ReplenishStock.Variable.SUPPLIER_DECISION;
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

import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.process.engine.ReplenishStock.Group;

/**
 * Runs every path of the diagram on the engine alone: delegates do nothing, without Spring and without our database.
 */
@Deployment(
        resources = {"bpmn/replenish-stock.bpmn", "forms/decide-on-replenishment.form", "forms/chase-supplier.form"})
class ReplenishStockDiagramTest {

    private static final Date DUE = Date.from(Instant.parse("2026-12-01T09:00:00Z"));

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = ProcessEngineCoverageExtension.builder(inMemory())
            .handleTestMethodCoverage(false)
            .assertClassCoverageAtLeast(1.0)
            .build();

    @BeforeEach
    void everything_goes_well() {
        init(engine.getProcessEngine());
        for (var task : new String[] {
            "proposeReplenishment", "recordPurchase", "declineProposal", "postponePurchase", "closeOpenQuantity"
        }) {
            Mocks.register(task + "Delegate", (JavaDelegate) execution -> {});
        }
        Mocks.register("deadlines", new Deadlines());
    }

    @AfterEach
    void reset_mocks() {
        Mocks.reset();
    }

    @Test
    void goods_are_proposed_ordered_and_received() {
        var purchase = ordered();
        assertThat(purchase)
                .hasPassedInOrder("stockRanLow", "proposeReplenishment", DECIDE_ON_REPLENISHMENT, "recordPurchase");
        comeInFull(purchase);
        assertThat(purchase).isEnded().hasPassed("goodsReceived").hasNotPassed(CHASE_SUPPLIER, "declineProposal");
    }

    @Test
    void a_declined_proposal_ends() {
        var purchase = proposed();
        complete(task(DECIDE_ON_REPLENISHMENT, purchase), withVariables(REPLENISHMENT_DECISION, "decline"));
        assertThat(purchase)
                .isEnded()
                .hasPassed("declineProposal", "replenishmentDeclined")
                .hasNotPassed("recordPurchase");
    }

    @Test
    void each_task_waits_with_its_group_its_form_and_its_due_date() {
        assertOffered(proposed(), DECIDE_ON_REPLENISHMENT, "decide-on-replenishment");
        assertOffered(overdue(), CHASE_SUPPLIER, "chase-supplier");
    }

    @Test
    void goods_are_overdue_after_the_end_of_their_expected_day() {
        assertThat(job(GOODS_OVERDUE, ordered())).hasDueDate(Date.from(Instant.parse("2026-12-03T23:00:00Z")));
    }

    @Test
    void overdue_goods_with_a_new_expected_day_are_waited_for_again() {
        var purchase = overdue();
        complete(
                task(CHASE_SUPPLIER, purchase), withVariables(SUPPLIER_DECISION, "newDay", EXPECTED_DAY, "2026-12-08"));
        assertThat(purchase).hasPassed("postponePurchase").isWaitingAtExactly(WAIT_FOR_GOODS);
        assertThat(job(GOODS_OVERDUE, purchase)).hasDueDate(Date.from(Instant.parse("2026-12-08T23:00:00Z")));
    }

    @Test
    void an_open_quantity_that_will_not_come_is_closed() {
        var purchase = overdue();
        complete(task(CHASE_SUPPLIER, purchase), withVariables(SUPPLIER_DECISION, "close"));
        assertThat(purchase)
                .isEnded()
                .hasPassed("closeOpenQuantity", "restClosed")
                .hasNotPassed("goodsReceived");
    }

    @Test
    void a_receipt_ends_the_task_to_chase_the_supplier() {
        var purchase = overdue();
        comeInFull(purchase);
        assertThat(purchase)
                .isEnded()
                .hasPassed("goodsCameMeanwhile", "goodsReceived")
                .hasNotPassed("closeOpenQuantity");
    }

    private ProcessInstance proposed() {
        var purchase = runtimeService().startProcessInstanceByKey(ReplenishStock.PROCESS, "P-000001");
        assertThat(purchase).isWaitingAtExactly(DECIDE_ON_REPLENISHMENT);
        return purchase;
    }

    private ProcessInstance ordered() {
        var purchase = proposed();
        complete(
                task(DECIDE_ON_REPLENISHMENT, purchase),
                withVariables(REPLENISHMENT_DECISION, "order", ORDERED_QUANTITY, "40", EXPECTED_DAY, "2026-12-03"));
        assertThat(purchase).isWaitingAtExactly(WAIT_FOR_GOODS);
        return purchase;
    }

    private ProcessInstance overdue() {
        var purchase = ordered();
        execute(job(GOODS_OVERDUE, purchase));
        assertThat(purchase).isWaitingAtExactly(CHASE_SUPPLIER);
        return purchase;
    }

    private void comeInFull(ProcessInstance purchase) {
        runtimeService()
                .createMessageCorrelation(ALL_GOODS_RECEIVED)
                .processInstanceId(purchase.getId())
                .correlate();
    }

    private static void assertOffered(ProcessInstance purchase, String task, String form) {
        assertThat(task(task, purchase)).hasCandidateGroup(Group.PURCHASING).hasDueDate(DUE);
        var id = task(task, purchase).getId();
        assertThat(formService().getTaskFormData(id).getCamundaFormRef().getKey())
                .isEqualTo(form);
        assertThat(formService().getDeployedTaskForm(id)).isNotEmpty();
    }

    private static ProcessCoverageInMemProcessEngineConfiguration inMemory() {
        var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("replenishment");
        configuration.setJdbcUrl("jdbc:h2:mem:replenishment");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        return configuration;
    }

    /** Answers what the diagram asks about dates. */
    public static final class Deadlines {

        public Date dueIn(String task) {
            return DUE;
        }

        public Date endOf(String day) {
            return Date.from(Instant.parse(day + "T23:00:00Z"));
        }
    }
}
