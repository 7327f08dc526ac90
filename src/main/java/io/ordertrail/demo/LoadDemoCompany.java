package io.ordertrail.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads what is missing of the demo company: all of it the first time, the rest after an interrupted load. */
@Component
class LoadDemoCompany {

    private static final Logger LOG = LoggerFactory.getLogger(LoadDemoCompany.class);

    private final SetUpDemoCompany setUpDemoCompany;
    private final AdvanceDemoOrder advanceDemoOrder;
    private final LoadDemoPurchases loadDemoPurchases;
    private final DemoLoadLock lock;
    private final Clock clock;

    LoadDemoCompany(
            SetUpDemoCompany setUpDemoCompany,
            AdvanceDemoOrder advanceDemoOrder,
            LoadDemoPurchases loadDemoPurchases,
            DemoLoadLock lock,
            Clock clock) {
        this.setUpDemoCompany = setUpDemoCompany;
        this.advanceDemoOrder = advanceDemoOrder;
        this.loadDemoPurchases = loadDemoPurchases;
        this.lock = lock;
        this.clock = clock;
    }

    void load() {
        var begun = clock.instant();
        if (setUpDemoCompany.isEmpty()) {
            LOG.info("Loading the demo company");
            setUpDemoCompany.setUp();
        }
        var missing = missing();
        missing.forEach(order -> {
            lock.extend();
            advanceDemoOrder.advance(order);
        });
        if (setUpDemoCompany.isSetUp() && !loadDemoPurchases.isDone()) {
            lock.extend();
            loadDemoPurchases.load();
        }
        if (!missing.isEmpty()) {
            LOG.info(
                    "The demo company is complete: {} orders were loaded in {} s",
                    missing.size(),
                    Duration.between(begun, clock.instant()).toSeconds());
        }
    }

    /** A database with other products is no demo company and gets no orders. */
    private List<DemoOrder> missing() {
        return setUpDemoCompany.isSetUp()
                ? DemoOrder.all().stream()
                        .filter(order -> !advanceDemoOrder.exists(order))
                        .toList()
                : List.of();
    }
}
