package io.ordertrail.process.measure;

import java.time.Duration;

import org.springframework.stereotype.Component;

import io.ordertrail.schedule.BackgroundLoop;

/** Keeps the figures less than a minute behind. Each node tries; the one that comes first measures. */
@Component
class MeasureLoop extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final MeasureHistory measureHistory;

    MeasureLoop(MeasureHistory measureHistory) {
        super("process-measures", PAUSE, true);
        this.measureHistory = measureHistory;
    }

    @Override
    protected void round() {
        while (isRunning() && measureHistory.next()) {
            Thread.yield();
        }
    }
}
