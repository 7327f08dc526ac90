package io.ordertrail.process.measure;

import java.time.Duration;

import org.springframework.stereotype.Component;

import io.ordertrail.schedule.BackgroundLoop;

/** Keeps the figures less than a minute behind. Each node tries; the one that comes first measures. */
@Component
class MeasureLoop extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final MeasureHistory measureHistory;
    private final OrderBacklog orderBacklog;

    MeasureLoop(MeasureHistory measureHistory, OrderBacklog orderBacklog) {
        super("process-measures", PAUSE, true);
        this.measureHistory = measureHistory;
        this.orderBacklog = orderBacklog;
    }

    @Override
    protected void round() {
        while (isRunning() && measureHistory.next()) {
            Thread.yield();
        }
        orderBacklog.keep();
    }
}
