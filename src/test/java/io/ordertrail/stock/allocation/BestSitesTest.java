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

    private final List<Candidate> asked = new ArrayList<>();

    @Test
    void where_one_site_alone_has_it_all_nobody_is_asked() {
        assertThat(sites(points())
                        .thatServe(
                                need(true),
                                goods("A", 2, "B", 1),
                                List.of(at("VIE", "A", 2), at("VIE", "B", 1), at("ROT", "A", 9))))
                .containsExactly(List.of("VIE"));
        assertThat(asked).isEmpty();
    }

    @Test
    void the_site_with_most_points_is_tried_first_and_of_equals_the_one_whose_code_comes_first() {
        var levels = List.of(at("VIE", "A", 5), at("ROT", "A", 9), at("BER", "A", 7));

        assertThat(sites(points("ROT", 1)).thatServe(need(false), goods("A", 5), levels))
                .containsExactly(List.of("ROT"), List.of("BER"), List.of("VIE"));
        assertThat(asked)
                .extracting(Candidate::site, Candidate::stockRank, Candidate::servesAll, Candidate::nearby)
                .containsExactlyInAnyOrder(
                        tuple("VIE", 3, true, false), tuple("ROT", 1, true, false), tuple("BER", 2, true, true));
    }

    @Test
    void two_sites_serve_together_only_what_may_come_in_parts_and_the_better_one_gives_first() {
        var levels = List.of(at("VIE", "A", 5), at("ROT", "A", 1), at("ROT", "B", 2), at("BER", "B", 3));

        assertThat(sites(points()).thatServe(need(false), goods("A", 5, "B", 2), levels))
                .isEmpty();
        assertThat(sites(points("BER", 50, "VIE", 20, "ROT", 10)).thatServe(need(true), goods("A", 5, "B", 2), levels))
                .containsExactly(List.of("BER", "VIE"), List.of("VIE", "ROT"));
    }

    @Test
    void three_sites_are_too_many() {
        assertThat(sites(points())
                        .thatServe(
                                need(true),
                                goods("A", 1, "B", 1, "C", 1),
                                List.of(at("VIE", "A", 1), at("ROT", "B", 1), at("BER", "C", 1))))
                .isEmpty();
    }

    @Test
    void a_site_that_has_nothing_is_no_choice() {
        assertThat(sites(points())
                        .thatHaveSome(need(true), goods("A", 3), List.of(at("VIE", "A", 0), at("ROT", "A", 1))))
                .containsExactly("ROT");
        assertThat(asked).isEmpty();
    }

    private BestSites sites(Map<String, Integer> points) {
        return new BestSites(candidate -> {
            asked.add(candidate);
            return points.getOrDefault(candidate.site(), 0);
        });
    }

    private static Map<String, Integer> points(Object... of) {
        return pairs(of);
    }

    private static TreeMap<String, Integer> goods(Object... of) {
        return pairs(of);
    }

    private static TreeMap<String, Integer> pairs(Object... of) {
        var pairs = new TreeMap<String, Integer>();
        for (int i = 0; i < of.length; i += 2) {
            pairs.put((String) of[i], (Integer) of[i + 1]);
        }
        return pairs;
    }

    private static StockLevel at(String site, String sku, int available) {
        return new StockLevel(sku, site, site.equals("BER") ? "DE" : "XX", "-", available, 0);
    }

    private static Demand need(boolean partial) {
        return new Demand(null, List.of(), "DE", partial, Priority.NORMAL, Instant.EPOCH);
    }
}
