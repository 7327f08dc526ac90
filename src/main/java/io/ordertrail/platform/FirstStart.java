package io.ordertrail.platform;

import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Furnishes the engine with groups, rights and filters before the first request is answered. Adds only what is missing,
 * in one transaction and under the engine's own start-up lock, so that two nodes do not furnish side by side.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

  private final ProcessEngineConfigurationImpl engine;
  private final TransactionTemplate transaction;
  private final Optional<People> people;
  private final GroupRights rights;
  private final TaskFilters filters;
  private final OrdertrailSettings settings;

  /** @param people only where they are kept in the engine's own tables */
  FirstStart(ProcessEngineConfigurationImpl engine, PlatformTransactionManager transactions, Optional<People> people,
      GroupRights rights, TaskFilters filters, OrdertrailSettings settings) {
    this.engine = engine;
    this.transaction = new TransactionTemplate(transactions);
    this.people = people;
    this.rights = rights;
    this.filters = filters;
    this.settings = settings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(status -> furnish());
  }

  private void furnish() {
    engine.getCommandExecutorTxRequired().execute(command -> {
      command.getPropertyManager().acquireExclusiveLockForStartup();
      return null;
    });
    people.ifPresent(People::addGroups);
    rights.grant();
    filters.create();
    if (settings.demo()) {
      people.ifPresent(People::addDemoUsers);
    }
  }
}
