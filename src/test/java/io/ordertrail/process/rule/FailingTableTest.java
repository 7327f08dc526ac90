package io.ordertrail.process.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.check.ReleaseHold;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.process.engine.StepIncidents;

/** A table that fails takes no order entry down: the order is held, and an incident is open. */
@JourneyTest
class FailingTableTest {

    private static final String BROKEN = "Broken by the process owner";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    ReleaseHold releaseHold;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    private boolean sitesAreBroken;

    @AfterEach
    void the_shipped_table_is_in_force_again() throws Exception {
        var broken = repository.createDeploymentQuery().deploymentName(BROKEN).list();
        broken.forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        waitForSites();
    }

    /** The table of sites is read at most once a second. */
    private void waitForSites() throws InterruptedException {
        if (sitesAreBroken) {
            Thread.sleep(1_100);
        }
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "name=\"because\" | name=\"reason\"",
                "<text>The customer is blocked</text> | <text>\"The customer is blocked.\"</text>",
                "<text>&gt;&gt; 10</text> | <text>&gt; 10</text>",
                "hitPolicy=\"UNIQUE\" | hitPolicy=\"COLLECT\""
            })
    void an_order_is_taken_and_held_when_the_table_fails(String fault, String right) {
        ownerDeploys(fault, right);

        var order = enterAsBlockedCustomer();

        assertThat(desk.state(order)).isEqualTo(OrderState.IN_REVIEW);
        assertThat(desk.openHolds(order)).contains("order-check-failed");
        assertThat(incident(order)).isNotNull();
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "typeRef=\"date\" /> | typeRef=\"integer\" />",
                "hitPolicy=\"UNIQUE\" | hitPolicy=\"COLLECT\" aggregation=\"SUM\""
            })
    void an_order_is_taken_and_held_when_the_choice_of_sites_fails(String fault, String right) throws Exception {
        ownerBreaksSites(fault, right);

        var order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(10), 3)));

        assertThat(desk.openHolds(order)).containsExactly("order-check-failed");
        assertThat(incident(order)).isNotNull();
    }

    @Test
    void goods_are_reserved_although_the_choice_of_sites_still_fails() throws Exception {
        ownerBreaksSites("hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\" aggregation=\"SUM\"");
        var order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(10), 3)));

        releaseHold.release(order, 0);
        desk.complete(order, Element.REVIEW_ORDER, "reviewDecision", "approve");

        assertThat(desk.state(order)).isEqualTo(OrderState.CONFIRMED);
    }

    @Test
    void the_hold_names_the_incident_and_the_incident_shows_no_exception() {
        ownerDeploys("name=\"because\"", "name=\"reason\"");

        var order = enterAsBlockedCustomer();

        assertThat(desk.order(order).openHolds().get(0).reason())
                .startsWith("The rules could not be checked")
                .contains(incident(order).getConfiguration());
        assertThat(incident(order).getActivityId()).isEqualTo("checkOrder");
        assertThat(incident(order).getIncidentMessage()).isNull();
    }

    @Test
    void the_incident_is_resolved_when_the_order_leaves_the_review() {
        ownerDeploys("name=\"because\"", "name=\"reason\"");
        var order = enterAsBlockedCustomer();

        desk.complete(order, Element.REVIEW_ORDER, "reviewDecision", "reject", "reviewReason", "no");

        assertThat(incident(order)).isNull();
    }

    private OrderNumber enterAsBlockedCustomer() {
        return enterOrder.enter(TestCompany.order(
                company.customer(BigDecimal.ONE, true, ShortagePolicy.ASK), Map.of(company.product(10), 3)));
    }

    private Incident incident(OrderNumber order) {
        return runtime.createIncidentQuery()
                .incidentType(StepIncidents.CHECK_FAILED)
                .processInstanceId(desk.order(order).processInstance())
                .singleResult();
    }

    private void ownerBreaksSites(String fault, String right) throws InterruptedException {
        sitesAreBroken = true;
        ownerDeploys("site-choice.dmn", fault, right);
        waitForSites();
    }

    private void ownerDeploys(String fault, String right) {
        ownerDeploys("order-checks.dmn", fault, right);
    }

    private void ownerDeploys(String file, String fault, String right) {
        var table = shipped(file);
        assertThat(table).contains(right);
        repository
                .createDeployment()
                .name(BROKEN)
                .addString("bpmn/" + file, table.replace(right, fault))
                .deploy();
    }

    private static String shipped(String file) {
        try {
            return Files.readString(Path.of("bpmn", file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
