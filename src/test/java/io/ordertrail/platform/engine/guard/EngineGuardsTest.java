package io.ordertrail.platform.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ParseException;
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
import io.ordertrail.refusal.Refusal;

@PlatformTest
class EngineGuardsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identities;

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
        assertThat(value("${'abc' == 'abc' && 1 + 2 == 3}")).isEqualTo(true);
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
                "text ${x.y()} text",
                "${execution}",
                "#{task}",
                "${reserveStockDelegate}",
                "${'}'.concat(execution.processEngineServices)}",
                "${true ? '}' : execution.processEngineServices.repositoryService}",
                "${\"}\" == execution['processEngineServices']}",
                "${((execution)['processEngineServices'])['runtimeService']}",
                "${(((x)['a'])['b'])()}",
                "${[execution][0].id}",
                "${empty(execution).id}",
                "${(execution).processEngineServices}",
                "${execution .processBusinessKey.getClass()}",
                "${execution['processBusinessKey']}",
                "${(deadlines)['getClass']()}",
                "${deadlines.getClass()}",
                "${deadlines.wait('1')}",
                "${deadlines.forTask(deadlines)}",
                "${externalStock.toReserve(execution.processInstance)}",
                "${parcelsToSend.of(task)}",
                "${parcelsToSend.only(execution)}",
                "${parcelsToSend.getClass()}",
                "${''.getClass()}",
                "${''['class']}",
                "${currentUser()}",
                "${x = execution}",
                "${unfinished",
                "${a} and ${b.c}"
            })
    void an_expression_that_does_more_than_compare_is_refused(String expression) {
        refused(process().userTask().camundaAssignee(expression).endEvent().done(), "nothing else");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.getProcessEngineServices()}",
                "${execution}",
                "${(execution)['processEngineServices']}",
                "${task.delete()}",
                "${dateTime().getClass()}",
                "${now().getClass().forName('x')}",
                "${externalStock.getClass()}"
            })
    void the_engine_evaluates_no_such_expression_wherever_it_comes_from(String expression) {
        assertThatThrownBy(() -> engine.getExpressionManager().createExpression(expression))
                .isInstanceOf(Refusal.class);
    }

    /** The engine divides a list at its commas before it reads the expressions in it. */
    @Test
    void a_list_that_only_together_looks_like_text_is_refused() {
        var diagram = process()
                .userTask()
                .camundaCandidateUsers("${'},${execution.getProcessEngineServices()},'}")
                .endEvent()
                .done();
        assertThatThrownBy(() -> deploy(diagram)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser()}",
                "${currentUserGroups()}",
                "${now()}",
                "${dateTime().plusDays(2).minusHours(1)}",
                "${reserveStockDelegate}",
                "${deadlines.endOf(deliveryDue)}",
                "${parcelsToSend.of(execution.processBusinessKey)}",
                "${parcelsToSend.isOne(execution.processBusinessKey)}",
                "${!a && (b == 'x' || c != 1)}",
                "sales"
            })
    void what_diagrams_and_filters_need_is_evaluated(String expression) {
        assertThatCode(() -> engine.getExpressionManager().createExpression(expression))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='t' camunda:class='java.lang.Object'/>",
                "<serviceTask id='t' operaton:class='java.lang.Object'/>",
                "<serviceTask id='t' activiti:class='java.lang.Object'/>",
                "<serviceTask id='t' activiti:expression='${execution.id}'/>",
                "<serviceTask id='t' operaton:delegateExpression='${orders}'/>",
                "<serviceTask id='t' activiti:delegateExpression='${orders}'/>",
                "<serviceTask id='t' camunda:type='shell'/>",
                "<serviceTask id='t' activiti:type='mail'/>",
                "<sendTask id='t' camunda:type='external' camunda:topic='x'/>",
                "<businessRuleTask id='t' camunda:type='external' camunda:topic='x'/>",
                "<callActivity id='t' calledElement='parcel' camunda:variableMappingClass='java.lang.Object'/>",
                "<callActivity id='t' calledElement='parcel' camunda:variableMappingDelegateExpression='${orders}'/>",
                "<serviceTask id='t'"
                        + " camunda:delegateExpression='${checkOrderDelegate}'><extensionElements><camunda:executionListener"
                        + " event='start' class='java.lang.Object'/></extensionElements></serviceTask>",
                "<serviceTask id='t'"
                        + " camunda:delegateExpression='${checkOrderDelegate}'><extensionElements><camunda:executionListener"
                        + " event='start' expression='${execution.id}'/></extensionElements></serviceTask>",
                "<serviceTask id='t'"
                        + " camunda:delegateExpression='${checkOrderDelegate}'><extensionElements><activiti:executionListener"
                        + " event='start' class='java.lang.Object'/></extensionElements></serviceTask>",
                "<serviceTask id='t' camunda:delegateExpression='${checkOrderDelegate}'><extensionElements>"
                        + "<camunda:field name='clock' stringValue='x'/></extensionElements></serviceTask>",
                "<serviceTask id='t'"
                        + " camunda:delegateExpression='${checkOrderDelegate}'><extensionElements><camunda:inputOutput><camunda:inputParameter"
                        + " name='x'><camunda:script scriptFormat='juel'>${execution}"
                        + "</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
                "<userTask id='t'><extensionElements><camunda:taskListener event='create' class='java.lang.Object'/>"
                        + "</extensionElements></userTask>",
                "<userTask id='t' camunda:formKey='embedded:deployment:evil.html'/>",
                "<userTask id='t' camunda:formKey='embedded:app:forms/evil.html'/>",
                "<userTask id='t' camunda:formKey='https://evil.example/form'/>",
                "<userTask id='t' activiti:formKey='embedded:deployment:evil.html'/>",
                "<userTask id='t' camunda:formHandlerClass='java.lang.Object'/>",
                "<userTask id='t'><extensionElements><camunda:formData><camunda:formField id='f'"
                        + " type='string'><camunda:validation><camunda:constraint name='validator'"
                        + " config='java.lang.Object'/></camunda:validation>"
                        + "</camunda:formField></camunda:formData></extensionElements></userTask>",
                "<userTask id='t' name='${execution.id}'/>",
                "<exclusiveGateway id='t'/><endEvent id='u'/><sequenceFlow id='g' sourceRef='t' targetRef='u'>"
                        + "<conditionExpression language='juel'>${execution.id}</conditionExpression></sequenceFlow>",
                "<exclusiveGateway id='t'/><endEvent id='u'/><sequenceFlow id='g' sourceRef='t' targetRef='u'>"
                        + "<conditionExpression language='javascript' camunda:resource='x.js'/></sequenceFlow>",
                "<scriptTask id='t' scriptFormat='juel' camunda:resource='deployment://x'/>",
                "<startEvent"
                        + " id='u'><timerEventDefinition><timeCycle>R/PT1S</timeCycle></timerEventDefinition></startEvent>",
                "<startEvent id='u'><signalEventDefinition signalRef='s'/></startEvent>",
                "<startEvent id='u'><messageEventDefinition messageRef='m'/></startEvent>",
                "<startEvent id='u'><conditionalEventDefinition><condition>${x =="
                        + " 1}</condition></conditionalEventDefinition></startEvent>"
            })
    void nothing_in_a_diagram_names_code_of_its_own_in_any_namespace(String element) {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("guarded.bpmn", withElement(element))
                        .deploy())
                .isInstanceOfSatisfying(ParseException.class, refusal -> {
                    assertThat(refusal.getResorceReports()).hasSize(1);
                    assertThat(refusal.getResorceReports().get(0).getErrors())
                            .allSatisfy(problem -> assertThat(problem.getLine()).isPositive());
                });
    }

    @Test
    void all_findings_of_a_diagram_are_told_at_once() {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString(
                                "guarded.bpmn",
                                withElement("<userTask id='t' camunda:formKey='embedded:x'/><scriptTask"
                                        + " id='u'/><startEvent id='v'><signalEventDefinition/></startEvent>"))
                        .deploy())
                .isInstanceOfSatisfying(
                        ParseException.class,
                        refusal -> assertThat(refusal.getResorceReports().get(0).getErrors())
                                .hasSize(3));
    }

    @Test
    void a_diagram_without_such_an_element_is_deployed() {
        var deployment = repository
                .createDeployment()
                .addString(
                        "guarded.bpmn",
                        withElement("<serviceTask id='t' camunda:delegateExpression='${checkOrderDelegate}'/>"))
                .deploy();
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    void a_person_deploys_no_process_of_another_name() {
        identities.setAuthentication("demo-admin", List.of("camunda-admin"));
        try {
            refused(process().endEvent().done(), "guarded is none of this product");
        } finally {
            identities.clearAuthentication();
        }
    }

    private static String withElement(String element) {
        return """
            <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='x'
                xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:activiti='http://activiti.org/bpmn'
                xmlns:operaton='http://operaton.org/schema/1.0/bpmn'>
              <signal id='s' name='s'/>
              <message id='m' name='m'/>
              <process id='guarded' isExecutable='true' camunda:historyTimeToLive='P1D'>
                <startEvent id='start'/><sequenceFlow id='f' sourceRef='start' targetRef='t'/>
                %s
              </process>
            </definitions>
            """.formatted(element.contains("id='t'") ? element : element + "<endEvent id='t'/>");
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
