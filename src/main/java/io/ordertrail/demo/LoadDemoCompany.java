package io.ordertrail.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads what is missing of the demo company: all of it the first time, and the rest where a load was interrupted. */
@Component
class LoadDemoCompany {

    private static final Logger LOG = LoggerFactory.getLogger(LoadDemoCompany.class);

    private final SetUpDemoCompany furnishCompany;
    private final AdvanceDemoOrder bringOrder;
    private final LoadDemoPurchases loadPurchases;
    private final DemoLoadLock oneLoads;
    private final Clock clock;

    LoadDemoCompany(
            SetUpDemoCompany furnishCompany,
            AdvanceDemoOrder bringOrder,
            LoadDemoPurchases loadPurchases,
            DemoLoadLock oneLoads,
            Clock clock) {
        this.furnishCompany = furnishCompany;
        this.bringOrder = bringOrder;
        this.loadPurchases = loadPurchases;
        this.oneLoads = oneLoads;
        this.clock = clock;
    }

    void load() {
        var begun = clock.instant();
        if (furnishCompany.hasNothing()) {
            LOG.info("Loading the demo company");
            furnishCompany.furnish();
        }
        var missing = missing();
        missing.forEach(order -> {
            oneLoads.goOn();
            bringOrder.bring(order);
        });
        if (furnishCompany.isFurnished() && !loadPurchases.isDone()) {
            oneLoads.goOn();
            loadPurchases.load();
        }
        if (!missing.isEmpty()) {
            LOG.info(
                    "The demo company is complete: {} orders were worked to their places in {} s",
                    missing.size(),
                    Duration.between(begun, clock.instant()).toSeconds());
        }
    }

    /** A house with products of its own is no demo company and gets no orders. */
    private List<DemoOrder> missing() {
        return furnishCompany.isFurnished()
                ? DemoOrder.all().stream()
                        .filter(order -> !bringOrder.isThere(order))
                        .toList()
                : List.of();
    }
}
