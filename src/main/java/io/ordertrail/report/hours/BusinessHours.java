package io.ordertrail.report.hours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.ordertrail.refusal.Refusal;

/**
 * The hours in which people work at a site.
 *
 * @param week the days of the week on which they do
 * @param holidays days on which nobody does
 */
public record BusinessHours(Map<DayOfWeek, Hours> week, SortedSet<LocalDate> holidays) {

    private static final String DAYS = ";";
    private static final int MOST_HOLIDAYS = 300;

    /** From when to when; the closing time does not count. */
    public record Hours(LocalTime opens, LocalTime closes) {

        @Override
        public String toString() {
            return opens + "-" + closes;
        }
    }

    /**
     * Reads what a person typed.
     *
     * @param opens the times of the seven days from Monday on, empty where it is closed
     * @param holidays days such as 2026-12-25, separated by blanks or lines
     * @throws Refusal when it is no time, or no day
     */
    public static BusinessHours of(List<String> opens, List<String> closes, String holidays) {
        var week = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        if (opens.size() != DayOfWeek.values().length || closes.size() != opens.size()) {
            throw new Refusal(Refusal.Kind.INVALID, "hours.input.time");
        }
        for (var day : DayOfWeek.values()) {
            var from = opens.get(day.ordinal()).strip();
            var to = closes.get(day.ordinal()).strip();
            if (!from.isEmpty() || !to.isEmpty()) {
                week.put(day, hours(from, to));
            }
        }
        return new BusinessHours(week, holidays(holidays));
    }

    private static Hours hours(String opens, String closes) {
        try {
            var hours = new Hours(LocalTime.parse(opens), LocalTime.parse(closes));
            if (hours.opens().isBefore(hours.closes())) {
                return hours;
            }
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Kind.INVALID, "hours.input.time");
        }
        throw new Refusal(Refusal.Kind.INVALID, "hours.input.time");
    }

    private static SortedSet<LocalDate> holidays(String text) {
        try {
            var days = Arrays.stream(text.strip().split("[\\s,;]+"))
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (days.size() > MOST_HOLIDAYS) {
                throw new Refusal(Refusal.Kind.INVALID, "hours.input.holidays", MOST_HOLIDAYS);
            }
            return days;
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Kind.INVALID, "hours.input.holidays", MOST_HOLIDAYS);
        }
    }

    static BusinessHours stored(String week, String holidays) {
        var days = Arrays.asList(week.split(DAYS, -1));
        var ends = new ArrayList<List<String>>();
        days.forEach(day -> ends.add(day.isEmpty() ? List.of("", "") : List.of(day.split("-"))));
        return of(
                ends.stream().map(end -> end.get(0)).toList(),
                ends.stream().map(end -> end.get(1)).toList(),
                holidays);
    }

    /** As it is stored and recorded. */
    String weekText() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> week.containsKey(day) ? week.get(day).toString() : "")
                .collect(Collectors.joining(DAYS));
    }

    public String holidaysText() {
        return holidays.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    /** The hours of a weekday; null when it is closed. */
    public Hours on(DayOfWeek day) {
        return week.get(day);
    }

    WorkingTime in(ZoneId zone) {
        return new WorkingTime() {
            @Override
            public long seconds(Instant from, Instant to) {
                return BusinessHours.this.seconds(from, to, zone);
            }

            @Override
            public Instant daysBefore(Instant moment, int days) {
                return BusinessHours.this
                        .daysBefore(moment.atZone(zone).toLocalDateTime(), days)
                        .atZone(zone)
                        .toInstant();
            }
        };
    }

    /** Goes back over days of business; a moment at which it is closed is the end of the last one. */
    private LocalDateTime daysBefore(LocalDateTime moment, int days) {
        if (week.isEmpty()) {
            return LocalDate.EPOCH.atStartOfDay();
        }
        var hours = hours(moment.toLocalDate());
        var isOpen = hours != null && !moment.toLocalTime().isBefore(hours.opens());
        var day = isOpen ? moment.toLocalDate() : lastBefore(moment.toLocalDate());
        var time = isOpen ? moment.toLocalTime() : LocalTime.MAX;
        for (int back = 0; back < days; back++) {
            day = lastBefore(day);
        }
        var closes = hours(day).closes();
        return day.atTime(time.isBefore(closes) ? time : closes);
    }

    private LocalDate lastBefore(LocalDate day) {
        var last = day.minusDays(1);
        while (hours(last) == null) {
            last = last.minusDays(1);
        }
        return last;
    }

    /** The hours of a day; null when it is closed. */
    private Hours hours(LocalDate day) {
        return holidays.contains(day) ? null : week.get(day.getDayOfWeek());
    }

    private long seconds(Instant from, Instant to, ZoneId zone) {
        var last = LocalDate.ofInstant(to, zone);
        var seconds = 0L;
        for (var day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            var hours = hours(day);
            if (hours != null) {
                var opens = day.atTime(hours.opens()).atZone(zone).toInstant();
                var closes = day.atTime(hours.closes()).atZone(zone).toInstant();
                var begin = opens.isBefore(from) ? from : opens;
                var end = closes.isAfter(to) ? to : closes;
                seconds += Math.max(0, Duration.between(begin, end).toSeconds());
            }
        }
        return seconds;
    }
}
