package io.ordertrail.web.audit;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.ordertrail.change.Changes;
import io.ordertrail.change.Sought;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.refusal.Refusal;

/**
 * What an auditor looks for.
 *
 * @param kind null for all
 * @param from the first day, as typed; empty for the beginning
 * @param until the last day, as typed; empty for now
 */
record AuditQuery(Kind kind, String subject, String actor, String from, String until) {

    AuditQuery {
        subject = stripped(subject);
        actor = stripped(actor);
        from = stripped(from);
        until = stripped(until);
    }

    /** Days are those of the company. */
    Sought sought(Clock clock) {
        return new Sought(
                kind == null ? List.of(Kind.values()) : List.of(kind),
                subject,
                actor,
                from.isEmpty()
                        ? Instant.EPOCH
                        : day(from).atStartOfDay(clock.getZone()).toInstant(),
                until.isEmpty()
                        ? Changes.NEVER
                        : day(until).plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /** The filter in one line, for the trail. */
    String line() {
        return String.join(" ", kind == null ? "*" : kind.name(), subject, actor, from, until)
                .replaceAll(" +", " ")
                .strip();
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Kind.INVALID, "page.input.date");
        }
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
