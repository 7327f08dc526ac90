package io.ordertrail.process.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;

/** The process owner maintains the rules: a change applies to the next order. */
@JourneyTest
class ChangedTableTest {

    private static final String OWNERS = "Changed by the process owner";

    @Autowired
    RepositoryService repository;

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
                .filter(deployment -> OWNERS.equals(deployment.getName()))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
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

    private static String table() {
        try {
            return Files.readString(Path.of("bpmn/order-checks.dmn"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
