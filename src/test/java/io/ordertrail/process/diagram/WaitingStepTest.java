package io.ordertrail.process.diagram;

import static io.ordertrail.process.diagram.DiagramAnswers.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.engine.OrderFulfilment.Variable;

/** An owner of the diagrams may put a step in front of any other at which an order waits: copies of the diagrams, changed here. */
class WaitingStepTest {

    private static final String STEP = "waitBefore_";

    private static ProcessEngine engine;

    @BeforeAll
    static void start_the_engine() {
        engine = inMemory(new StandaloneInMemProcessEngineConfiguration(), "waitingStep")
                .buildProcessEngine();
    }

    @AfterAll
    static void stop_the_engine() {
        engine.close();
    }

    @BeforeEach
    void everything_goes_well() {
        init(engine);
        everythingGoesWell();
    }

    @AfterEach
    void forget_all() {
        Mocks.reset();
        repositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> repositoryService().deleteDeployment(deployment.getId(), true));
    }

    @Test
    void parcels_are_counted_when_they_are_sent_and_not_when_the_order_was_confirmed() {
        deploy(withStepOn("confirmOrder_to_sendParcels"), read("parcel"));
        var order = enteredOrder();
        assertThat(order).hasPassed("confirmOrder").isWaitingAtExactly(STEP + "confirmOrder_to_sendParcels");

        toSend("4711-1", "4711-2");
        complete(task(order));

        assertThat(order).isWaitingAt(Element.SEND_EACH_PARCEL);
        assertThat(runtimeService()
                        .createProcessInstanceQuery()
                        .superProcessInstanceId(order.getId())
                        .list())
                .extracting(parcel -> runtimeService().getVariable(parcel.getId(), Variable.PARCEL))
                .containsExactlyInAnyOrder("4711-1", "4711-2");
    }

    @Test
    void an_order_that_waits_on_every_road_gets_to_its_end() {
        deploy(withStepOnEveryFlowOf("order-fulfilment"), withStepOnEveryFlowOf("parcel"));
        toSend("4711-1", "4711-2");
        answers("reserveStock", Variable.STOCK_RESERVED, false);
        answers("applyShortagePolicy", Variable.SHORTAGE_DECISION, "wait");
        var order = enteredOrder();

        var waited = goOn(order);

        assertThat(order)
                .isEnded()
                .hasPassed(RESOLVE_SHORTAGE, Element.WAIT_FOR_STOCK, "confirmOrder", CHECK_FULFILMENT, "orderReceived");
        assertThat(waited)
                .contains(
                        STEP + "backorderMissingGoods_to_allThereAlready",
                        STEP + "recordPicking_to_mayItGo",
                        STEP + "checkFulfilment_to_everythingSent");
    }

    /** Ends what people do and brings the news, until nothing is left to be done. */
    private static List<String> goOn(ProcessInstance order) {
        var done = new ArrayList<String>();
        do {
            var tasks = taskService().createTaskQuery().list();
            tasks.stream().map(Task::getTaskDefinitionKey).forEach(done::add);
            tasks.forEach(task -> taskService().complete(task.getId()));
            if (tasks.isEmpty()) {
                List.of(Message.GOODS_ARRIVED, Message.PARCEL_DELIVERED, Message.RECEIPT_CONFIRMED)
                        .forEach(WaitingStepTest::arrives);
            }
        } while (runtimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(order.getId())
                                .count()
                        > 0
                && done.size() < 100);
        return done;
    }

    private static void arrives(String message) {
        runtimeService()
                .createExecutionQuery()
                .messageEventSubscriptionName(message)
                .list()
                .forEach(execution -> runtimeService().messageEventReceived(message, execution.getId()));
    }

    private static ProcessInstance enteredOrder() {
        return runtimeService().startProcessInstanceByKey(OrderFulfilment.PROCESS, "4711");
    }

    private static void deploy(BpmnModelInstance order, BpmnModelInstance parcel) {
        repositoryService()
                .createDeployment()
                .addModelInstance("order-fulfilment.bpmn", order)
                .addModelInstance("parcel.bpmn", parcel)
                .deploy();
    }

    private static BpmnModelInstance read(String diagram) {
        return Bpmn.readModelFromFile(Path.of("bpmn", diagram + ".bpmn").toFile());
    }

    private static BpmnModelInstance withStepOn(String flow) {
        var order = read("order-fulfilment");
        putStep(order.getModelElementById(flow));
        return order;
    }

    private static BpmnModelInstance withStepOnEveryFlowOf(String diagram) {
        var model = read(diagram);
        List.copyOf(model.getModelElementsByType(SequenceFlow.class)).forEach(WaitingStepTest::putStep);
        return model;
    }

    /** The flow now ends at the step, and a new one leads on; who asked for the flow, such as a gateway with its default, still finds it. */
    private static void putStep(SequenceFlow flow) {
        var model = flow.getModelInstance();
        var scope = flow.getParentElement();
        var step = model.newInstance(UserTask.class);
        step.setAttributeValue("id", STEP + flow.getId(), true);
        scope.addChildElement(step);
        var next = flow.getTarget();
        var on = model.newInstance(SequenceFlow.class);
        scope.addChildElement(on);
        next.getIncoming().remove(flow);
        flow.setTarget(step);
        step.getIncoming().add(flow);
        on.setSource(step);
        step.getOutgoing().add(on);
        on.setTarget(next);
        next.getIncoming().add(on);
    }
}
