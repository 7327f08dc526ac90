package io.ordertrail.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.ordertrail.retention.RetainedData.Kind;

/** Removes what is older than it may be, on one of the nodes. A kind that fails does not keep the others. */
@Component
public class RemoveOldData {

    private static final Logger LOG = LoggerFactory.getLogger(RemoveOldData.class);

    private final List<RetainedData> data;
    private final RetentionRuns runs;
    private final RetentionSettings settings;
    private final Clock clock;

    RemoveOldData(List<RetainedData> data, RetentionRuns runs, RetentionSettings settings, Clock clock) {
        this.data = data;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void removeWhatIsDue() {
        if (!settings.every().isZero()) {
            data.stream()
                    .filter(one -> !Duration.ZERO.equals(one.keptFor()))
                    .filter(one -> runs.tryBegin(one.kind(), settings.every()))
                    .forEach(this::remove);
        }
    }

    void remove(RetainedData one) {
        var since = clock.instant().minus(Optional.ofNullable(one.keptFor()).orElse(Duration.ZERO));
        try {
            runs.end(one.kind(), since, one.forget(since));
        } catch (RuntimeException e) {
            LOG.error("{} that are older than they may be were not removed", one.kind(), e);
            runs.failed(one.kind(), since, e.getClass().getSimpleName());
        }
    }

    /** For how long each kind is kept: zero for ever, null when each row has a time of its own. */
    public Map<Kind, Duration> keptFor() {
        var times = new EnumMap<Kind, Duration>(Kind.class);
        data.forEach(one -> times.put(one.kind(), one.keptFor()));
        return times;
    }
}
