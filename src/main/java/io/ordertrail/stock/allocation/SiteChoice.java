package io.ordertrail.stock.allocation;

/** How well a site suits an order; a process owner keeps the rules outside the program. */
public interface SiteChoice {

    /**
     * A site that could send goods to an order, as the rules see it.
     *
     * @param country of the receiver (ISO 3166 alpha-2)
     * @param nearby whether the site lies in the receiver's country
     * @param servesAll whether everything could come from this site alone
     * @param stockRank 1 where most of the goods is left, 2 where second most is
     */
    record Candidate(
            String country, String site, String siteCountry, boolean nearby, boolean servesAll, int stockRank) {}

    /** The site with most points is the best. */
    double points(Candidate candidate);
}
