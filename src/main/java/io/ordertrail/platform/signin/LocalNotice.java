package io.ordertrail.platform.signin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.WithLocalSignIn;
import io.ordertrail.platform.engine.DemoUser;
import io.ordertrail.platform.engine.People;
import io.ordertrail.settings.OrdertrailSettings;

/** Logs the limits of local sign-in. */
@Component
@WithLocalSignIn
class LocalNotice {

    private static final Logger LOG = LoggerFactory.getLogger(LocalNotice.class);

    private final OrdertrailSettings settings;
    private final People people;
    private final Environment environment;

    LocalNotice(OrdertrailSettings settings, People people, Environment environment) {
        this.settings = settings;
        this.people = people;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void log() {
        LOG.info(
                "Ordertrail is open at http://127.0.0.1:{}. Signing in is local: for trying out, reachable from this machine alone",
                environment.getProperty("local.server.port"));
        if (!settings.demo() && DemoUser.ALL.stream().map(DemoUser::name).anyMatch(people::isKnown)) {
            LOG.warn(
                    "The database still contains demo users, and everybody knows their password: delete them in Admin");
        }
    }
}
