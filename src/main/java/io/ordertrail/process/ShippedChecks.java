package io.ordertrail.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

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

/**
 * Deploys the decision table that comes with the product, apart from the diagrams, and only where the table in force is one that
 * came with the product before: what a process owner has changed stays in force over an upgrade.
 */
@Component
class ShippedChecks {

  static final String DEPLOYMENT = "Order checks as shipped";

  private static final Logger LOG = LoggerFactory.getLogger(ShippedChecks.class);
  private static final String RESOURCE = "bpmn/order-checks.dmn";

  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;

  ShippedChecks(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
    this.repository = repository;
    this.engine = engine;
  }

  /** Nodes that start at once do so one after the other, so that the second finds what the first deployed. */
  @EventListener(ApplicationStartedEvent.class)
  @Order(0)
  @Transactional
  public void deploy() {
    engine.getCommandExecutorTxRequired().execute(command -> {
      command.getPropertyManager().acquireExclusiveLock();
      return null;
    });
    deploy(shipped());
  }

  void deploy(byte[] shipped) {
    var inForce = inForce();
    if (inForce == null || cameWithTheProduct(inForce) && !Arrays.equals(shipped, bytesOf(inForce))) {
      repository.createDeployment().name(DEPLOYMENT).addInputStream(RESOURCE, new ByteArrayInputStream(shipped)).deploy();
    } else if (!cameWithTheProduct(inForce) && isNew(shipped)) {
      LOG.warn("A newer table of order checks came with this version. Version {}, changed here, stays in force: compare the two.",
          inForce.getVersion());
    }
  }

  private DecisionDefinition inForce() {
    return repository.createDecisionDefinitionQuery().decisionDefinitionKey(OrderFulfilment.CHECKS).latestVersion().singleResult();
  }

  private boolean cameWithTheProduct(DecisionDefinition table) {
    return DEPLOYMENT.equals(deployment(table).getName());
  }

  private Deployment deployment(DecisionDefinition table) {
    return repository.createDeploymentQuery().deploymentId(table.getDeploymentId()).singleResult();
  }

  private boolean isNew(byte[] shipped) {
    return repository.createDecisionDefinitionQuery().decisionDefinitionKey(OrderFulfilment.CHECKS).orderByDecisionDefinitionVersion().desc()
        .list().stream().filter(this::cameWithTheProduct).findFirst().map(last -> !Arrays.equals(shipped, bytesOf(last))).orElse(true);
  }

  private byte[] bytesOf(DecisionDefinition table) {
    try (var resource = repository.getResourceAsStream(table.getDeploymentId(), table.getResourceName())) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] shipped() {
    try (var resource = new ClassPathResource(RESOURCE).getInputStream()) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
