package io.ordertrail.process.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.rule.DecisionTableDeployment.Table;

/** The process owner maintains the rules: a change is in force at once and survives the next version of the product. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class DecisionTableDeploymentTest {

    private static final String OWNERS = "Changed by the process owner";

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionTableDeployment decisionTableDeployment;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    private final String shipped = table();

    @AfterEach
    void the_shipped_table_is_in_force_again() {
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> OWNERS.equals(deployment.getName())
                        || Table.ORDER_CHECKS.deployment.equals(deployment.getName()))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        decisionTableDeployment.deploy();
    }

    @Test
    void a_changed_table_applies_to_the_next_order_without_a_restart() {
        var lamp = company.product(1000);
        assertThat(desk.openHolds(enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 30)))))
                .isEmpty();

        ownerDeploys(strict());

        assertThat(desk.openHolds(enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 30)))))
                .containsExactly("large-first-order");
    }

    @Test
    void a_table_that_the_owner_changed_stays_in_force_after_an_upgrade_and_the_start_logs_it(CapturedOutput output) {
        ownerDeploys(strict());

        decisionTableDeployment.deploy(Table.ORDER_CHECKS, newerVersion());

        assertThat(versions()).isEqualTo(2);
        assertThat(output).contains("A newer table of order checks came with this version");
    }

    @Test
    void an_unchanged_table_is_replaced_only_by_an_upgrade() {
        decisionTableDeployment.deploy();
        assertThat(versions()).isEqualTo(1);

        decisionTableDeployment.deploy(Table.ORDER_CHECKS, newerVersion());
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void a_start_without_an_upgrade_logs_no_newer_table(CapturedOutput output) {
        ownerDeploys(strict());

        decisionTableDeployment.deploy();

        assertThat(output).doesNotContain("A newer table");
    }

    private void ownerDeploys(String table) {
        repository
                .createDeployment()
                .name(OWNERS)
                .addString("bpmn/order-checks.dmn", table)
                .deploy();
    }

    /** A table in which a first order is large from 200 on. */
    private String strict() {
        assertThat(shipped).contains("5000");
        return shipped.replace("5000", "200");
    }

    private byte[] newerVersion() {
        return shipped.replace("5000", "6000").getBytes(StandardCharsets.UTF_8);
    }

    private long versions() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(OrderFulfilment.CHECKS)
                .count();
    }

    private static String table() {
        try {
            return Files.readString(Path.of("bpmn/order-checks.dmn"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
