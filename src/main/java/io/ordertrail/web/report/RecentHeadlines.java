package io.ordertrail.web.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.springframework.stereotype.Component;

import io.ordertrail.report.figure.Headline;
import io.ordertrail.report.figure.Headlines;
import io.ordertrail.report.table.ReportPeriod;

/**
 * The figures of the home, calculated at most once a minute for each period, however many people look at them. Who comes
 * later sees the last ones, with their time, while they are calculated again.
 */
@Component
class RecentHeadlines {

    private static final Duration NEW = Duration.ofMinutes(1);
    private static final Duration SHOWN = Duration.ofMinutes(10);
    private static final int PERIODS = 100;

    /**
     * The figures of a period.
     *
     * @param at when they were calculated
     */
    record Calculated(List<Headline> headlines, Instant at) {}

    private final LoadingCache<ReportPeriod, Calculated> recent;

    RecentHeadlines(Headlines headlines, Clock clock) {
        this.recent = Caffeine.newBuilder()
                .refreshAfterWrite(NEW)
                .expireAfterWrite(SHOWN)
                .maximumSize(PERIODS)
                .build(period -> new Calculated(headlines.of(period), clock.instant()));
    }

    Calculated of(ReportPeriod period) {
        return recent.get(period);
    }
}
