package io.ordertrail.process.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Has everything counted again of which the engine still has the history; the running nodes then do so. */
final class CountAgain {

    private final EngineHistory history;
    private final MeasureBooks books;
    private final Clock clock;

    CountAgain(EngineHistory history, MeasureBooks books, Clock clock) {
        this.history = history;
        this.books = books;
        this.clock = clock;
    }

    /**
     * Works within a transaction.
     *
     * @return the first day that is counted again
     */
    LocalDate from() {
        books.lock();
        var from = books.lastDayWithoutHistory(clock.instant())
                .map(day -> day.plusDays(1))
                .or(() -> history.beginning().map(this::day))
                .orElseGet(() -> LocalDate.now(clock));
        books.measureAgain(from, from.atStartOfDay(clock.getZone()).toInstant());
        return from;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
