package io.ordertrail.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in the log what the local way of signing in is worth. */
@Component
@ConditionalOnProperty(name = "ordertrail.sign-in", havingValue = "local")
class LocalNotice {

  private static final Logger LOG = LoggerFactory.getLogger(LocalNotice.class);

  private final OrdertrailSettings settings;
  private final People people;

  LocalNotice(OrdertrailSettings settings, People people) {
    this.settings = settings;
    this.people = people;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    LOG.info("Signing in is local: for trying out, reachable from this machine alone");
    if (!settings.demo() && DemoUser.ALL.stream().map(DemoUser::name).anyMatch(people::isKnown)) {
      LOG.warn("Demo users are still in this data, and everybody knows their password: delete them in Admin");
    }
  }
}
