package io.ordertrail.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.ordertrail.settings.OrdertrailSettings;

/**
 * Loads a demo company into an empty database while the application already serves requests. The next start completes
 * an interrupted load.
 */
@Component
class DemoCompany {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);

    private final OrdertrailSettings settings;
    private final DemoLoadLock lock;
    private final LoadDemoCompany loadDemoCompany;

    DemoCompany(OrdertrailSettings settings, DemoLoadLock lock, LoadDemoCompany loadDemoCompany) {
        this.settings = settings;
        this.lock = lock;
        this.loadDemoCompany = loadDemoCompany;
    }

    /** The application goes on without a complete demo: a process owner may have changed the diagram since. */
    @EventListener(ApplicationReadyEvent.class)
    void load() {
        if (settings.demo() && lock.tryAcquire()) {
            try {
                loadDemoCompany.load();
            } catch (RuntimeException e) {
                LOG.error("The demo company is not complete; the next start continues to load it", e);
            } finally {
                lock.release();
            }
        }
    }
}
