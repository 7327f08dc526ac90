package io.ordertrail.web.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.util.UriComponentsBuilder;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;

/** What the address of a report says. It leaves out what says nothing. Without days, a report is about the last 30. */
record ReportAddress(
        @DateTimeFormat(iso = ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) LocalDate to,
        String channel,
        String customer,
        String country,
        String site,
        String clock) {

    private static final int MONTH = 30;
    private static final int LONGEST = 1100;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9000;

    ReportAddress {
        channel = channel == null ? "" : channel.strip();
        customer = customer == null ? "" : customer.strip();
        country = country == null ? "" : country.strip();
        site = site == null ? "" : site.strip();
        clock = clock == null ? "" : clock.strip();
    }

    /**
     * Reads the filter.
     *
     * @throws Refusal when the days are no period
     */
    ReportFilter filter(LocalDate today, ZoneId zone) {
        var last = to == null ? (from == null || !from.isAfter(today) ? today : from) : to;
        var first = from == null ? last.minusDays(MONTH - 1L) : from;
        if (first.getYear() < FIRST_YEAR || last.getYear() > LAST_YEAR) {
            throw new Refusal(Refusal.Kind.INVALID, "page.input.date");
        }
        var period = new ReportPeriod(first, last, zone);
        if (period.days() < 1 || period.days() > LONGEST) {
            throw new Refusal(Refusal.Kind.INVALID, "report.period");
        }
        return new ReportFilter(period, channel, customer, country, site, clock);
    }

    ReportAddress on(LocalDate first, LocalDate last) {
        return new ReportAddress(first, last, channel, customer, country, site, clock);
    }

    public String at(String path) {
        return at(path, null);
    }

    /**
     * Returns the address of a page with this filter.
     *
     * @param figure null for the whole report
     */
    String at(String path, FigureAddress figure) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("from", Optional.ofNullable(from))
                .queryParamIfPresent("to", Optional.ofNullable(to))
                .queryParamIfPresent("channel", given(channel))
                .queryParamIfPresent("customer", given(customer))
                .queryParamIfPresent("country", given(country))
                .queryParamIfPresent("site", given(site))
                .queryParamIfPresent("clock", given(clock))
                .queryParamIfPresent("key", Optional.ofNullable(figure).map(FigureAddress::key))
                .queryParamIfPresent("figure", Optional.ofNullable(figure).flatMap(one -> given(one.figure())))
                .queryParamIfPresent(
                        "page",
                        Optional.ofNullable(figure).map(FigureAddress::page).filter(page -> page > 0))
                .encode()
                .build()
                .toUriString();
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
