package io.ordertrail.search;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.schedule.BackgroundLoop;

/** Gives older records their words after an upgrade, beside the work of the day. */
@Component
class FillSearchLoop extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final FillSearch fillSearch;
    private final List<OlderRecords> kinds;

    FillSearchLoop(FillSearch fillSearch, List<OlderRecords> kinds) {
        super("search-fill", PAUSE, true);
        this.fillSearch = fillSearch;
        this.kinds = kinds;
    }

    @Override
    protected void round() {
        for (var records : kinds) {
            while (isRunning() && fillSearch.fill(records)) {
                Thread.yield();
            }
        }
    }
}
