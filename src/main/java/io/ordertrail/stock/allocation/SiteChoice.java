package io.ordertrail.stock.allocation;

/** Rates how well a site suits an order; a process owner maintains the rules outside the program. */
public interface SiteChoice {

    /**
     * A site that could send goods to an order, as the rules see it.
     *
     * @param country of the receiver (ISO 3166 alpha-2)
     * @param nearby whether the site is in the receiver's country
     * @param servesAll whether everything could come from this site alone
     * @param stockRank 1 for the site with the most of the goods, 2 for the next, and so on
     */
    record Candidate(
            String country, String site, String siteCountry, boolean nearby, boolean servesAll, int stockRank) {}

    /** The site with the most points is the best. */
    double points(Candidate candidate);
}
