package io.ordertrail.process.diagram;

import static io.ordertrail.process.engine.ImportOrders.Element.DECIDE_ON_IMPORT;
import static io.ordertrail.process.engine.ImportOrders.Message.IMPORT_RESUMED;
import static io.ordertrail.process.engine.ImportOrders.Variable.DECISION_NEEDED;
import static io.ordertrail.process.engine.ImportOrders.Variable.EVERYTHING_CANCELLED;
import static io.ordertrail.process.engine.ImportOrders.Variable.EVERYTHING_ENTERED;
import static io.ordertrail.process.engine.ImportOrders.Variable.IMPORT_DECISION;
import static io.ordertrail.process.engine.ImportOrders.Variable.IMPORT_PAUSED;
import static io.ordertrail.process.engine.ImportOrders.Variable.MORE_TO_CHECK;
import static io.ordertrail.process.engine.ImportOrders.Variable.NOTHING_TO_ENTER;
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
import java.util.Arrays;
import java.util.Date;
import java.util.Iterator;
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

import io.ordertrail.process.engine.ImportOrders;
import io.ordertrail.process.engine.OrderFulfilment.Group;

/**
 * Runs every path of the diagrams on the engine alone: delegates say what the test tells them, without Spring and
 * without our database.
 */
@Deployment(
        resources = {
            "bpmn/import-orders.bpmn",
            "bpmn/undo-import.bpmn",
            "bpmn/past-order.bpmn",
            "forms/decide-on-import.form"
        })
class ImportOrdersDiagramTest {

    private static final Date DUE = Date.from(Instant.parse("2026-12-01T09:00:00Z"));

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = ProcessEngineCoverageExtension.builder(inMemory())
            .handleTestMethodCoverage(false)
            .assertClassCoverageAtLeast(1.0)
            .build();

    @BeforeEach
    void everything_goes_well() {
        init(engine.getProcessEngine());
        check(found());
        enter(Map.of(IMPORT_PAUSED, false, EVERYTHING_ENTERED, true));
        undo(Map.of(EVERYTHING_CANCELLED, true));
        Mocks.register("cancelImportDelegate", (JavaDelegate) execution -> {});
        Mocks.register("deadlines", new Deadlines());
    }

    @AfterEach
    void reset_mocks() {
        Mocks.reset();
    }

    @Test
    void a_clean_file_is_checked_and_entered() {
        var running = started();
        execute(job("enterImportedOrders", running));
        assertThat(running).isEnded().hasPassed("importEnded").hasNotPassed(DECIDE_ON_IMPORT);
    }

    @Test
    void a_long_file_is_checked_and_entered_in_parts() {
        check(Map.of(MORE_TO_CHECK, true, NOTHING_TO_ENTER, false, DECISION_NEEDED, false), found());
        enter(
                Map.of(IMPORT_PAUSED, false, EVERYTHING_ENTERED, false),
                Map.of(IMPORT_PAUSED, false, EVERYTHING_ENTERED, true));
        var running = started();
        execute(job("checkImportedFile", running));
        execute(job("enterImportedOrders", running));
        execute(job("enterImportedOrders", running));
        assertThat(running).isEnded().hasPassed("importEnded");
    }

    @Test
    void a_file_without_anything_new_ends() {
        check(Map.of(MORE_TO_CHECK, false, NOTHING_TO_ENTER, true, DECISION_NEEDED, false));
        assertThat(started()).isEnded().hasPassed("nothingToEnter");
    }

    @Test
    void a_person_decides_where_a_decision_is_needed() {
        var running = deciding();
        var task = task(DECIDE_ON_IMPORT, running);
        assertThat(task).hasCandidateGroup(Group.SALES).hasDueDate(DUE);
        assertThat(formService()
                        .getTaskFormData(task.getId())
                        .getCamundaFormRef()
                        .getKey())
                .isEqualTo("decide-on-import");
        assertThat(formService().getDeployedTaskForm(task.getId())).isNotEmpty();

        complete(task, withVariables(IMPORT_DECISION, "enterSound"));
        execute(job("enterImportedOrders", running));
        assertThat(running).isEnded().hasPassed("importEnded");
    }

    @Test
    void the_orders_before_the_first_fault_are_entered_too() {
        var running = deciding();
        complete(task(DECIDE_ON_IMPORT, running), withVariables(IMPORT_DECISION, "enterUntilFault"));
        assertThat(running).isWaitingAtExactly("enterImportedOrders");
    }

    @Test
    void a_cancelled_import_ends() {
        var running = deciding();
        complete(task(DECIDE_ON_IMPORT, running), withVariables(IMPORT_DECISION, "cancelImport"));
        assertThat(running)
                .isEnded()
                .hasPassed("cancelImport", "importCancelled")
                .hasNotPassed("enterImportedOrders");
    }

    @Test
    void a_file_is_checked_again_when_somebody_wants_it() {
        var running = deciding();
        complete(task(DECIDE_ON_IMPORT, running), withVariables(IMPORT_DECISION, "checkAgain"));
        assertThat(running).isWaitingAtExactly("checkImportedFile");
    }

    @Test
    void a_paused_import_goes_on_when_somebody_says_so() {
        enter(
                Map.of(IMPORT_PAUSED, true, EVERYTHING_ENTERED, false),
                Map.of(IMPORT_PAUSED, false, EVERYTHING_ENTERED, true));
        var running = started();
        execute(job("enterImportedOrders", running));
        assertThat(running).isWaitingAtExactly("waitToGoOn");
        runtimeService()
                .createMessageCorrelation(IMPORT_RESUMED)
                .processInstanceId(running.getId())
                .correlate();
        execute(job("enterImportedOrders", running));
        assertThat(running).isEnded().hasPassed("importEnded");
    }

    @Test
    void an_import_is_undone_in_parts() {
        undo(Map.of(EVERYTHING_CANCELLED, false), Map.of(EVERYTHING_CANCELLED, true));
        var running = runtimeService().startProcessInstanceByKey(ImportOrders.UNDO, "IMP-1");
        execute(job("cancelImportedOrders", running));
        execute(job("cancelImportedOrders", running));
        assertThat(running).isEnded().hasPassed("importUndone");
    }

    private ProcessInstance started() {
        var running = runtimeService().startProcessInstanceByKey(ImportOrders.PROCESS, "IMP-1");
        execute(job("checkImportedFile", running));
        return running;
    }

    private ProcessInstance deciding() {
        check(Map.of(MORE_TO_CHECK, false, NOTHING_TO_ENTER, false, DECISION_NEEDED, true));
        var running = started();
        assertThat(running).isWaitingAtExactly(DECIDE_ON_IMPORT);
        return running;
    }

    private static Map<String, Object> found() {
        return Map.of(MORE_TO_CHECK, false, NOTHING_TO_ENTER, false, DECISION_NEEDED, false);
    }

    @Test
    void an_order_of_the_past_ends_as_soon_as_it_is_entered() {
        var ended = runtimeService().startProcessInstanceByKey(ImportOrders.PAST_ORDER, "A2B3C4D5E");

        assertThat(ended).isEnded().hasPassed("pastOrderEntered", "receivedInThePast");
    }

    @SafeVarargs
    private static void check(Map<String, Object>... said) {
        says("checkImportedFile", said);
    }

    @SafeVarargs
    private static void enter(Map<String, Object>... said) {
        says("enterImportedOrders", said);
    }

    @SafeVarargs
    private static void undo(Map<String, Object>... said) {
        says("cancelImportedOrders", said);
    }

    /** Each run of the step says the next. */
    private static void says(String step, Map<String, Object>[] said) {
        Iterator<Map<String, Object>> next = Arrays.asList(said).iterator();
        Mocks.register(step + "Delegate", (JavaDelegate) execution -> execution.setVariables(next.next()));
    }

    private static ProcessCoverageInMemProcessEngineConfiguration inMemory() {
        var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("imports");
        configuration.setJdbcUrl("jdbc:h2:mem:imports");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        return configuration;
    }

    /** Answers what the diagram asks about dates. */
    public static final class Deadlines {

        public Date dueIn(String task) {
            return DUE;
        }
    }
}
