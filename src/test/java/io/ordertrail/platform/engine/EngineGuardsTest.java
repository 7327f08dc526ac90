package io.ordertrail.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.platform.access.PlatformTest;

@PlatformTest
class EngineGuardsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @ValueSource(strings = {"${environment}", "${dataSource}", "${identityService}", "${settings}", "${people}"})
    void an_expression_cannot_reach_other_beans(String expression) {
        assertThatThrownBy(() -> value(expression)).hasMessageContaining("Unknown property");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${[].class.classLoader}"
            })
    void an_expression_cannot_get_from_a_value_to_its_class(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void an_expression_can_compare_and_calculate() {
        assertThat(value("${'abc'.length() == 3}")).isEqualTo(true);
    }

    @Test
    void only_delegates_listeners_deadlines_and_the_external_stock_system_are_visible_to_diagrams() {
        assertThat(ExpressionBeans.isVisible("reserveStockDelegate")).isTrue();
        assertThat(ExpressionBeans.isVisible("deadlines")).isTrue();
        assertThat(ExpressionBeans.isVisible("externalStock")).isTrue();
        assertThat(ExpressionBeans.isVisible("orders")).isFalse();
        assertThat(ExpressionBeans.isVisible("delegateFactory")).isFalse();
    }

    @Test
    void a_plain_diagram_is_deployed() {
        assertThatCode(() -> deploy(process()
                        .serviceTask()
                        .camundaDelegateExpression("${reserveStockDelegate}")
                        .userTask()
                        .camundaCandidateGroups("sales")
                        .camundaDueDate("${deadlines.forTask('review')}")
                        .endEvent()
                        .done()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_diagram_with_a_class_an_expression_or_a_script_is_refused_with_a_sentence() {
        refused(
                process()
                        .serviceTask()
                        .camundaClass("java.lang.Object")
                        .endEvent()
                        .done(),
                "camunda:class is not allowed");
        refused(
                process()
                        .serviceTask()
                        .camundaExpression("${deadlines}")
                        .endEvent()
                        .done(),
                "camunda:expression is not allowed");
        refused(
                process()
                        .scriptTask()
                        .scriptFormat("groovy")
                        .scriptText("1")
                        .endEvent()
                        .done(),
                "no script");
        refused(
                process()
                        .serviceTask()
                        .camundaDelegateExpression("${orders}")
                        .endEvent()
                        .done(),
                "one delegate bean");
        refused(
                process()
                        .serviceTask()
                        .camundaDelegateExpression("${a.bDelegate}")
                        .endEvent()
                        .done(),
                "one delegate bean");
    }

    @Test
    void a_diagram_may_call_the_external_stock_system_for_its_own_order() {
        assertThatCode(() -> deploy(process()
                        .userTask()
                        .camundaAssignee("${externalStock.toReserve(execution.processBusinessKey)}")
                        .endEvent()
                        .done()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.getProcessEngineServices()}",
                "${externalStock.toReserve(execution)}",
                "${externalStock.toReserve(orders.get())}",
                "${a.b}",
                "${deadlines.forTask(execution.processEngine)}",
                "#{task.delete()}",
                "${a['b']}",
                "text ${x.y()} text"
            })
    void an_expression_that_does_more_than_compare_is_refused(String expression) {
        refused(process().userTask().camundaAssignee(expression).endEvent().done(), "nothing else");
    }

    private void refused(BpmnModelInstance diagram, String sentence) {
        assertThatThrownBy(() -> deploy(diagram)).hasStackTraceContaining(sentence);
    }

    private void deploy(BpmnModelInstance diagram) {
        var deployment = repository
                .createDeployment()
                .addModelInstance("guarded.bpmn", diagram)
                .deploy();
        repository.deleteDeployment(deployment.getId(), true);
    }

    private static StartEventBuilder process() {
        return Bpmn.createExecutableProcess("guarded")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent();
    }

    private Object value(String expression) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> engine.getExpressionManager()
                        .createExpression(expression)
                        .getValue(StartProcessVariableScope.getSharedInstance()));
    }
}
