package io.ordertrail.process.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.process.engine.OrderFulfilment;

/**
 * Deploys the decision tables that come with the product, separately from the diagrams, and only when the table in
 * force came with an earlier version of the product: a table that the process owner changed stays in force after an
 * upgrade.
 */
@Component
class DecisionTableDeployment {

    /** A table and the name of its deployments, which marks a version that came with the product. */
    enum Table {
        ORDER_CHECKS(OrderFulfilment.CHECKS, "order checks", "bpmn/order-checks.dmn", "Order checks as shipped"),
        SITE_CHOICE(OrderFulfilment.SITE_CHOICE, "site choice", "bpmn/site-choice.dmn", "Site choice as shipped");

        private final String decision;
        private final String title;
        private final String resource;
        final String deployment;

        Table(String decision, String title, String resource, String deployment) {
            this.decision = decision;
            this.title = title;
            this.resource = resource;
            this.deployment = deployment;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(DecisionTableDeployment.class);

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    DecisionTableDeployment(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /**
     * Nodes that start at the same time deploy one after the other, so that the second finds what the first deployed.
     */
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    @Transactional
    public void deploy() {
        engine.getCommandExecutorTxRequired().execute(command -> {
            command.getPropertyManager().acquireExclusiveLock();
            return null;
        });
        Stream.of(Table.values()).forEach(table -> deploy(table, shipped(table)));
    }

    void deploy(Table table, byte[] shipped) {
        var inForce = inForce(table);
        if (inForce == null || isShipped(table, inForce) && !Arrays.equals(shipped, bytesOf(inForce))) {
            repository
                    .createDeployment()
                    .name(table.deployment)
                    .addInputStream(table.resource, new ByteArrayInputStream(shipped))
                    .deploy();
        } else if (!isShipped(table, inForce) && isNewer(table, shipped)) {
            LOG.warn(
                    "A newer table of {} came with this version. Version {}, changed here, stays in force: compare the two.",
                    table.title,
                    inForce.getVersion());
        }
    }

    private DecisionDefinition inForce(Table table) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table.decision)
                .latestVersion()
                .singleResult();
    }

    private boolean isShipped(Table table, DecisionDefinition version) {
        return table.deployment.equals(deployment(version).getName());
    }

    private Deployment deployment(DecisionDefinition version) {
        return repository
                .createDeploymentQuery()
                .deploymentId(version.getDeploymentId())
                .singleResult();
    }

    private boolean isNewer(Table table, byte[] shipped) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table.decision)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list()
                .stream()
                .filter(version -> isShipped(table, version))
                .findFirst()
                .map(last -> !Arrays.equals(shipped, bytesOf(last)))
                .orElse(true);
    }

    private byte[] bytesOf(DecisionDefinition version) {
        try (var resource = repository.getResourceAsStream(version.getDeploymentId(), version.getResourceName())) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] shipped(Table table) {
        try (var resource = new ClassPathResource(table.resource).getInputStream()) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
