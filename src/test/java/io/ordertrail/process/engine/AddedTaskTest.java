package io.ordertrail.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderEvent;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;

/** A process owner adds a task that the product does not know: it has a deadline, and the timeline shows it. */
@JourneyTest
class AddedTaskTest {

    private static final String OWNERS = "Diagram of the process owner";
    private static final String FORM = """
            {"type": "default", "id": "call-customer", "schemaVersion": 16, "components": [
              {"type": "radio", "id": "callDecision", "key": "callDecision", "label": "What does the customer say?",
                "values": [{"label": "Goes ahead", "value": "goAhead"}, {"label": "Is not there", "value": "absent"}]},
              {"type": "textarea", "id": "callReason", "key": "callReason", "label": "Note"}]}
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    OrderEvents events;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @AfterEach
    void the_shipped_diagram_is_in_force_again() throws InterruptedException {
        repository
                .createDeploymentQuery()
                .deploymentName(OWNERS)
                .list()
                .forEach(owners -> repository.deleteDeployment(owners.getId(), true));
        Thread.sleep(1100); // the version in force is read once a second
    }

    @Test
    void a_task_that_an_owner_adds_has_a_deadline_and_is_on_the_timeline_by_its_name() throws InterruptedException {
        ownerDeploys();
        var order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 1)));

        assertThat(desk.task(order, "callCustomer").getDueDate()).isNotNull();
        desk.complete(order, "callCustomer", "callDecision", "absent", "callReason", "on holiday");

        assertThat(desk.state(order)).isEqualTo(OrderState.CONFIRMED);
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(order))
                .filteredOn(event -> event.what().equals("task-done"))
                .extracting(OrderEvent::note)
                .containsExactly("Call customer: Is not there, on holiday");
        cancelOrder.cancel(order, new Cancellation("ends it, so that its diagram can be deleted"));
    }

    private void ownerDeploys() throws InterruptedException {
        var deployment = repository
                .createDeployment()
                .name(OWNERS)
                .addModelInstance("bpmn/order-fulfilment.bpmn", withCall())
                .addString("bpmn/parcel.bpmn", read(Path.of("bpmn/parcel.bpmn")))
                .addString("forms/call-customer.form", FORM);
        shippedForms(deployment);
        deployment.deploy();
        Thread.sleep(1100);
    }

    private static void shippedForms(DeploymentBuilder deployment) {
        for (var form : Path.of("forms").toFile().listFiles((folder, name) -> name.endsWith(".form"))) {
            deployment.addString("forms/" + form.getName(), read(form.toPath()));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped diagram with a call between the check and the reservation. */
    private static BpmnModelInstance withCall() {
        var model = Bpmn.readModelFromFile(Path.of("bpmn/order-fulfilment.bpmn").toFile());
        SequenceFlow flow = model.getModelElementById("anythingToReview_to_reserveStock");
        ServiceTask reserve = model.getModelElementById("reserveStock");
        var process = flow.getParentElement();
        var call = model.newInstance(UserTask.class);
        call.setId("callCustomer");
        call.setName("Call customer");
        call.setCamundaFormRef("call-customer");
        call.setCamundaFormRefBinding("deployment");
        call.setCamundaCandidateGroups("sales");
        call.setCamundaDueDate("${deadlines.dueIn('callCustomer')}");
        process.addChildElement(call);
        reserve.getIncoming().remove(flow);
        flow.setTarget(call);
        call.getIncoming().add(flow);
        var on = model.newInstance(SequenceFlow.class);
        on.setId("callCustomer_to_reserveStock");
        on.setSource(call);
        on.setTarget(reserve);
        process.addChildElement(on);
        call.getOutgoing().add(on);
        reserve.getIncoming().add(on);
        return model;
    }
}
