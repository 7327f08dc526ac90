package io.ordertrail.process;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the engine answers and knows the diagram: without that no order can be entered. */
@Component
class EngineHealthIndicator extends AbstractHealthIndicator {

  private final Newest newest;

  EngineHealthIndicator(Newest newest) {
    this.newest = newest;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up().withDetail("diagram", newest.diagram());
  }
}
