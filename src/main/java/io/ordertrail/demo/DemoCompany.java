package io.ordertrail.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.ordertrail.settings.OrdertrailSettings;

/**
 * Fills an empty house with a company to look at. Pages are answered meanwhile; what an interrupted start left undone
 * is done by the next one.
 */
@Component
class DemoCompany {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);

    private final OrdertrailSettings settings;
    private final DemoLoadLock oneLoads;
    private final LoadDemoCompany loadCompany;

    DemoCompany(OrdertrailSettings settings, DemoLoadLock oneLoads, LoadDemoCompany loadCompany) {
        this.settings = settings;
        this.oneLoads = oneLoads;
        this.loadCompany = loadCompany;
    }

    /** A demo that cannot be loaded is no reason to end: a process owner may have changed the diagram since. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        if (settings.demo() && oneLoads.begin()) {
            try {
                loadCompany.load();
            } catch (RuntimeException e) {
                LOG.error("The demo company is not complete; the next start goes on with it", e);
            } finally {
                oneLoads.end();
            }
        }
    }
}
