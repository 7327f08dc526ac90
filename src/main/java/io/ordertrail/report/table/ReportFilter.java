package io.ordertrail.report.table;

/**
 * What a report is about; empty means any.
 *
 * @param country to which an order is sent
 * @param site where stock is kept
 * @param clock the site by whose business hours durations are measured; empty for around the clock
 */
public record ReportFilter(
        ReportPeriod period, String channel, String customer, String country, String site, String clock) {

    /** The fields by which a report can be filtered. */
    public enum Field {
        PERIOD,
        CHANNEL,
        CUSTOMER,
        COUNTRY,
        SITE,
        CLOCK
    }

    public static ReportFilter of(ReportPeriod period) {
        return new ReportFilter(period, "", "", "", "", "");
    }

    public ReportFilter before() {
        return new ReportFilter(period.before(), channel, customer, country, site, clock);
    }

    /** The same filter for one day. */
    public ReportFilter on(ReportPeriod other) {
        return new ReportFilter(other, channel, customer, country, site, clock);
    }
}
