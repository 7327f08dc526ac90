package io.ordertrail.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which backups are kept: all of the last 24 hours, and the newest of each of the last days, weeks and months that have
 * one.
 */
record KeepRule(BackupSettings.Keep keep, ZoneId zone) {

    private record Week(int year, int number) {}

    private static final Duration LAST_DAY = Duration.ofHours(24);

    /** Times are counted from the newest one, which is always kept. */
    Set<Instant> kept(Collection<Instant> backups) {
        var newestFirst = backups.stream().sorted(Comparator.reverseOrder()).toList();
        var kept = new HashSet<>(newestFirst.stream()
                .filter(at -> at.isAfter(newestFirst.get(0).minus(LAST_DAY)))
                .toList());
        kept.addAll(newestOfEach(newestFirst, this::day, keep.days()));
        kept.addAll(newestOfEach(newestFirst, at -> week(day(at)), keep.weeks()));
        kept.addAll(newestOfEach(newestFirst, at -> YearMonth.from(day(at)), keep.months()));
        return kept;
    }

    private static List<Instant> newestOfEach(List<Instant> newestFirst, Function<Instant, Object> period, int most) {
        var seen = new HashSet<Object>();
        return newestFirst.stream()
                .filter(at -> seen.add(period.apply(at)))
                .limit(most)
                .toList();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static Week week(LocalDate day) {
        return new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
