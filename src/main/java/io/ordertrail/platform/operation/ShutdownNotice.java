package io.ordertrail.platform.operation;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first step of a shutdown: the node says that it is not ready, and answers as before while proxies notice that and
 * clients close their connections. The web server stops after it.
 */
@Component
class ShutdownNotice implements SmartLifecycle {

    private final ApplicationContext application;
    private final Duration notice;
    private volatile boolean running;

    ShutdownNotice(ApplicationContext application, @Value("${ordertrail.shutdown-notice:0s}") Duration notice) {
        this.application = application;
        this.notice = notice;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        AvailabilityChangeEvent.publish(application, ReadinessState.REFUSING_TRAFFIC);
        try {
            Thread.sleep(notice.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before everything else. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
