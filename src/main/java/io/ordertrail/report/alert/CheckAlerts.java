package io.ordertrail.report.alert;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute at the figures for which there is an alert. */
@Component
public class CheckAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(CheckAlerts.class);

    private final Alerts alerts;
    private final ReadFigures figures;
    private final Clock clock;

    CheckAlerts(Alerts alerts, ReadFigures figures, Clock clock) {
        this.alerts = alerts;
        this.figures = figures;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void check() {
        var values = new EnumMap<Figure, BigDecimal>(Figure.class);
        for (var alert : alerts.all()) {
            var after = alert.seen(values.computeIfAbsent(alert.figure(), figures::now), clock.instant());
            alerts.store(alert, after);
            if (alert.isRaised() != after.isRaised()) {
                LOG.warn(
                        "Alert on {} {}: it is {}, the bound is {}",
                        alert.figure(),
                        after.isRaised() ? "raised" : "resolved",
                        after.lastValue().toPlainString(),
                        alert.bound().toPlainString());
            }
        }
    }
}
