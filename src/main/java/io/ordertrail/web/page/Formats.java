package io.ordertrail.web.page;

import java.math.BigDecimal;
import java.text.Collator;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

import io.ordertrail.catalog.Money;

/** Formats times, amounts and countries for the user's locale and time zone. */
public record Formats(Locale locale, ZoneId zone) {

    /** A country in a selection list. */
    record Country(String code, String name) {}

    private static final int PRICE_PLACES = 4;
    private static final Duration A_DAY_OR_TWO = Duration.ofDays(2);
    private static final Duration MOST_OF_A_YEAR = Duration.ofDays(300);

    public String moment(Instant at) {
        if (at == null) {
            return "";
        }
        var text = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
        return zone.equals(ZoneOffset.UTC) ? text + " UTC" : text;
    }

    /** Short date and time without seconds, for tables; the tooltip has the exact time. */
    public String shortly(Instant at) {
        var pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, FormatStyle.SHORT, IsoChronology.INSTANCE, locale);
        return at == null ? "" : DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
    }

    /** Shortest label that distinguishes the times on the axis of a chart. */
    public String onAxis(Instant at, Duration span) {
        var days = span.compareTo(A_DAY_OR_TWO) > 0;
        var written = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                days ? FormatStyle.SHORT : null, days ? null : FormatStyle.SHORT, IsoChronology.INSTANCE, locale);
        var pattern =
                span.compareTo(MOST_OF_A_YEAR) > 0 ? written : written.replaceAll("[^A-Za-z]*[yu]+[^A-Za-z]*", "");
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
    }

    public String day(LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day);
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("zh") ? "y年M月" : "MMM y", locale)
                .format(month);
    }

    public String money(Money money) {
        return money(money.amount(), money.currency());
    }

    public String money(BigDecimal amount, Currency currency) {
        return currencyFormat(currency).format(amount);
    }

    /** A unit price with up to four decimal places. */
    public String price(BigDecimal amount, Currency currency) {
        var format = currencyFormat(currency);
        format.setMaximumFractionDigits(PRICE_PLACES);
        return format.format(amount);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A change with its sign, so that an increase is not mistaken for a quantity. */
    public String change(long units) {
        return (units > 0 ? "+" : "") + number(units);
    }

    public String change(Money money) {
        return (money.amount().signum() > 0 ? "+" : "") + money(money);
    }

    /**
     * Formats a percentage.
     *
     * @param hundredths for example 12.5 for 12.5 %
     */
    public String percent(BigDecimal hundredths) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(hundredths.movePointLeft(2));
    }

    public String times(BigDecimal ratio) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(ratio);
    }

    public String country(String code) {
        return code == null || code.isBlank() ? "" : new Locale("", code).getDisplayCountry(locale);
    }

    public List<Country> countries() {
        var order = Collator.getInstance(locale);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Country(code, country(code)))
                .sorted(Comparator.comparing(Country::name, order))
                .toList();
    }

    private NumberFormat currencyFormat(Currency currency) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format;
    }
}
