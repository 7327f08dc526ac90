package io.ordertrail.stock.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.ordertrail.customer.Priority;
import io.ordertrail.stock.allocation.SiteChoice.Candidate;
import io.ordertrail.stock.ledger.StockLevel;

class BestSitesTest {

    private final List<Candidate> rated = new ArrayList<>();

    @Test
    void when_only_one_site_has_everything_no_rule_is_evaluated() {
        assertThat(sites(points())
                        .thatServe(
                                demand(true),
                                goods("A", 2, "B", 1),
                                List.of(at("VIE", "A", 2), at("VIE", "B", 1), at("ROT", "A", 9))))
                .containsExactly(List.of("VIE"));
        assertThat(rated).isEmpty();
    }

    @Test
    void the_site_with_the_most_points_comes_first_then_the_order_is_by_code() {
        var levels = List.of(at("VIE", "A", 5), at("ROT", "A", 9), at("BER", "A", 7));

        assertThat(sites(points("ROT", 1)).thatServe(demand(false), goods("A", 5), levels))
                .containsExactly(List.of("ROT"), List.of("BER"), List.of("VIE"));
        assertThat(rated)
                .extracting(Candidate::site, Candidate::stockRank, Candidate::servesAll, Candidate::nearby)
                .containsExactlyInAnyOrder(
                        tuple("VIE", 3, true, false), tuple("ROT", 1, true, false), tuple("BER", 2, true, true));
    }

    @Test
    void two_sites_serve_an_order_together_only_if_it_allows_partial_delivery_and_the_better_one_comes_first() {
        var levels = List.of(at("VIE", "A", 5), at("ROT", "A", 1), at("ROT", "B", 2), at("BER", "B", 3));

        assertThat(sites(points()).thatServe(demand(false), goods("A", 5, "B", 2), levels))
                .isEmpty();
        assertThat(sites(points("BER", 50, "VIE", 20, "ROT", 10))
                        .thatServe(demand(true), goods("A", 5, "B", 2), levels))
                .containsExactly(List.of("BER", "VIE"), List.of("VIE", "ROT"));
    }

    @Test
    void no_order_is_served_by_three_sites() {
        assertThat(sites(points())
                        .thatServe(
                                demand(true),
                                goods("A", 1, "B", 1, "C", 1),
                                List.of(at("VIE", "A", 1), at("ROT", "B", 1), at("BER", "C", 1))))
                .isEmpty();
    }

    @Test
    void a_site_without_available_goods_is_left_out() {
        assertThat(sites(points())
                        .thatHaveSome(demand(true), goods("A", 3), List.of(at("VIE", "A", 0), at("ROT", "A", 1))))
                .containsExactly("ROT");
        assertThat(rated).isEmpty();
    }

    private BestSites sites(Map<String, Integer> points) {
        return new BestSites(candidate -> {
            rated.add(candidate);
            return points.getOrDefault(candidate.site(), 0);
        });
    }

    private static Map<String, Integer> points(Object... keysAndValues) {
        return pairs(keysAndValues);
    }

    private static TreeMap<String, Integer> goods(Object... keysAndValues) {
        return pairs(keysAndValues);
    }

    private static TreeMap<String, Integer> pairs(Object... keysAndValues) {
        var pairs = new TreeMap<String, Integer>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            pairs.put((String) keysAndValues[i], (Integer) keysAndValues[i + 1]);
        }
        return pairs;
    }

    private static StockLevel at(String site, String sku, int available) {
        return new StockLevel(sku, site, site.equals("BER") ? "DE" : "XX", "-", available, 0);
    }

    private static Demand demand(boolean partial) {
        return new Demand(null, List.of(), "DE", partial, Priority.NORMAL, Instant.EPOCH);
    }
}
