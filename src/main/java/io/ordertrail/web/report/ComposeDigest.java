package io.ordertrail.web.report;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import io.ordertrail.catalog.Company;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.figure.Headlines;
import io.ordertrail.report.table.ReportPeriod;
import io.ordertrail.report.table.Unit;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.page.Formats;

/** Composes the digest of the last whole week, with only what its reader may see. */
@Component
class ComposeDigest {

    private static final int WEEK = 7;
    /** A mail has no style sheet of its own. */
    private static final String STYLE = """
        body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
        table { border-collapse: collapse; }
        th, td { padding: .4rem .8rem; border-bottom: 1px solid #ccc; text-align: left; vertical-align: top; }
        td { text-align: right; white-space: nowrap; }
        small { font-weight: normal; color: #555; }""";

    /**
     * The figures of a week.
     *
     * @param from its Monday
     * @param to its Sunday
     */
    record Digest(LocalDate from, LocalDate to, List<Card> cards) {}

    private final Headlines headlines;
    private final Company company;
    private final ReportRights rights;
    private final ITemplateEngine templates;
    private final Clock clock;

    ComposeDigest(Headlines headlines, Company company, ReportRights rights, ITemplateEngine templates, Clock clock) {
        this.headlines = headlines;
        this.company = company;
        this.rights = rights;
        this.templates = templates;
        this.clock = clock;
    }

    /** The Monday of this week. */
    LocalDate monday() {
        return LocalDate.ofInstant(clock.instant(), company.timeZone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    Digest of(CurrentUser reader, Formats shown) {
        var from = monday().minusDays(WEEK);
        var to = from.plusDays(WEEK - 1L);
        var texts = new ReportTexts(shown, company.currency());
        return new Digest(
                from,
                to,
                headlines.of(new ReportPeriod(from, to, company.timeZone())).stream()
                        .filter(headline -> headline.unit() != Unit.MONEY || rights.seesMoney(reader))
                        .map(headline -> Card.of(headline, texts, null))
                        .toList());
    }

    static String title(Digest digest, Formats shown) {
        return Sentence.of("digest.subject", shown.day(digest.from()), shown.day(digest.to()));
    }

    static String text(Digest digest) {
        return digest.cards().stream()
                .map(card -> card.title() + ": " + card.value()
                        + (card.before() == null
                                ? ""
                                : " (" + Sentence.of("reports.before", card.before())
                                        + (card.change().isEmpty() ? "" : "; " + card.change()) + ")"))
                .collect(Collectors.joining("\n"));
    }

    /** As a page that needs nothing else. */
    String html(Digest digest, Formats shown) {
        var context = new Context(shown.locale());
        context.setVariable("style", STYLE);
        context.setVariable("digest", digest);
        context.setVariable("week", title(digest, shown));
        return templates.process("digest-mail", context);
    }
}
