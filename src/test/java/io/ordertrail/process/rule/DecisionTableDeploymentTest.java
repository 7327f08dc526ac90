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

/** The rules belong to the process owner: a change counts at once and outlives the next version of the product. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class DecisionTableDeploymentTest {

    private static final String OWNERS = "Changed by the process owner";

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionTableDeployment shippedTables;

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
        shippedTables.deploy();
    }

    @Test
    void a_changed_table_changes_the_verdict_of_the_next_order_without_a_restart() {
        var lamp = company.product(1000);
        assertThat(desk.openHolds(enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 30)))))
                .isEmpty();

        ownerDeploys(strict());

        assertThat(desk.openHolds(enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 30)))))
                .containsExactly("large-first-order");
    }

    @Test
    void a_table_that_the_owner_changed_stays_in_force_over_an_upgrade_and_the_start_says_so(CapturedOutput output) {
        ownerDeploys(strict());

        shippedTables.deploy(Table.ORDER_CHECKS, newerVersion());

        assertThat(versions()).isEqualTo(2);
        assertThat(output).contains("A newer table of order checks came with this version");
    }

    @Test
    void a_table_that_nobody_changed_is_replaced_by_the_one_of_the_upgrade_and_by_none_otherwise() {
        shippedTables.deploy();
        assertThat(versions()).isEqualTo(1);

        shippedTables.deploy(Table.ORDER_CHECKS, newerVersion());
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void a_start_without_news_says_nothing_of_a_newer_table(CapturedOutput output) {
        ownerDeploys(strict());

        shippedTables.deploy();

        assertThat(output).doesNotContain("A newer table");
    }

    private void ownerDeploys(String table) {
        repository
                .createDeployment()
                .name(OWNERS)
                .addString("bpmn/order-checks.dmn", table)
                .deploy();
    }

    /** A first order is large from 200 on. */
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
