package io.ordertrail.process.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds what happened since the last time to the figures, part by part. Each part and how far the figures reach are
 * stored in one transaction, so that everything counts exactly once, whichever node measures.
 */
@Component
public class MeasureHistory {

    /** Whatever ended earlier is committed: no transaction takes that long. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private static final int LONGEST_SECONDS = 300;

    private final EngineHistory history;
    private final MeasuredSpan measuredSpan;
    private final MeasureBooks books;
    private final Clock clock;

    MeasureHistory(EngineHistory history, MeasuredSpan measuredSpan, MeasureBooks books, Clock clock) {
        this.history = history;
        this.measuredSpan = measuredSpan;
        this.books = books;
        this.clock = clock;
    }

    /**
     * Measures the next part of the history.
     *
     * @return whether there is more to do
     */
    @Transactional(timeout = LONGEST_SECONDS)
    public boolean next() {
        return next(clock.instant().minus(SETTLED));
    }

    /** Measures the next part of what happened before the given time. */
    @Transactional(timeout = LONGEST_SECONDS)
    public boolean next(Instant before) {
        books.lock();
        var progress = books.progress();
        if (progress.againFrom() == null) {
            return measure(progress.until(), before.truncatedTo(ChronoUnit.SECONDS));
        }
        books.forget(progress.againFrom());
        return true;
    }

    /**
     * Has everything measured again of which the engine still has the history. Older figures stay as they are.
     *
     * @return the first day that is measured again
     */
    @Transactional
    public LocalDate again() {
        return new CountAgain(history, books, clock).from();
    }

    /** Until when everything is measured; empty before the first time. */
    @Transactional(readOnly = true)
    public Optional<Instant> until() {
        return Optional.ofNullable(books.progress().until());
    }

    private boolean measure(Instant from, Instant before) {
        var since = from == null ? history.beginning().map(this::startOfSecond).orElse(before) : from;
        if (from != null && !since.isBefore(before)) {
            return false;
        }
        var end = since.isBefore(before) ? history.endOfPart(since, before) : before;
        if (!books.advance(from, end)) {
            return false;
        }
        books.add(measuredSpan.of(new Span(since, end)));
        return end.isBefore(before);
    }

    private Instant startOfSecond(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
