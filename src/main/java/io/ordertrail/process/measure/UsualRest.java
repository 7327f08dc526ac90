package io.ordertrail.process.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/** How long orders of the last months took from a step at which they waited to their end. */
@Component
public class UsualRest {

    /** Fewer orders say nothing about the next one. */
    private static final int FEWEST = 5;

    private static final int DAYS = 90;
    private static final int STEPS = 500;
    private static final Duration CACHED_FOR = Duration.ofMinutes(10);

    /**
     * What orders usually take.
     *
     * @param orders how many there were
     * @param most in which 95 % of them ended
     */
    public record Usual(long orders, Duration median, Duration most) {}

    private final ProcessFigures figures;
    private final Clock clock;
    /** Holds only what is known, so that the first figures show at once. */
    private final LoadingCache<String, Usual> usual;

    UsualRest(ProcessFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
        this.usual = Caffeine.newBuilder()
                .maximumSize(STEPS)
                .expireAfterWrite(CACHED_FOR)
                .build(this::read);
    }

    /**
     * Tells what orders usually take from a step of their process.
     *
     * @return empty when too few have passed it
     */
    public Optional<Usual> of(String step) {
        return Optional.ofNullable(usual.get(step));
    }

    private Usual read(String step) {
        var period = Period.endingOn(LocalDate.now(clock), DAYS);
        var rest = figures.rest(new Asked(OrderFulfilment.PROCESS, ProcessFigures.ALL_VERSIONS, period), step);
        return Optional.of(rest)
                .filter(durations -> durations.count() >= FEWEST)
                .map(durations -> new Usual(
                        durations.count(),
                        Duration.ofMillis(durations.percentile(50)),
                        Duration.ofMillis(durations.percentile(95))))
                .orElse(null);
    }
}
