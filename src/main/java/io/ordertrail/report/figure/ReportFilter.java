package io.ordertrail.report.figure;

/**
 * What a report is about; empty means any.
 *
 * @param country to which an order is sent
 * @param site where stock is kept
 */
public record ReportFilter(ReportPeriod period, String channel, String customer, String country, String site) {

    /** The fields by which a report can be filtered. */
    public enum Field {
        PERIOD,
        CHANNEL,
        CUSTOMER,
        COUNTRY,
        SITE
    }

    public static ReportFilter of(ReportPeriod period) {
        return new ReportFilter(period, "", "", "", "");
    }

    public ReportFilter before() {
        return new ReportFilter(period.before(), channel, customer, country, site);
    }

    /** The same filter for one day. */
    public ReportFilter on(ReportPeriod other) {
        return new ReportFilter(other, channel, customer, country, site);
    }
}
