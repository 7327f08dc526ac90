package io.ordertrail.stock.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.StockLevel;

/** Which sites serve an order, the best first. The rules are asked where there is a choice, and once for each site. */
@Component
class BestSites {

    /** What of the wanted goods lies at a site. */
    private record Offering(String site, String country, Map<String, Integer> available) {

        boolean serves(Map<String, Integer> missing) {
            return missing.entrySet().stream().allMatch(product -> of(product.getKey()) >= product.getValue());
        }

        boolean servesWith(Offering other, Map<String, Integer> missing) {
            return missing.entrySet().stream()
                    .allMatch(product -> of(product.getKey()) + other.of(product.getKey()) >= product.getValue());
        }

        int of(String sku) {
            return available.getOrDefault(sku, 0);
        }

        int total() {
            return available.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private record Rated(Offering offering, double points) {}

    private final SiteChoice choice;

    BestSites(SiteChoice choice) {
        this.choice = choice;
    }

    /** @return in the sequence in which to try them: sites that have it all, or else, where parts are allowed, pairs that have it together */
    List<List<String>> thatServe(Demand need, SortedMap<String, Integer> missing, List<StockLevel> levels) {
        var offerings = offerings(missing, levels);
        var alone =
                offerings.stream().filter(offering -> offering.serves(missing)).toList();
        if (!alone.isEmpty()) {
            return rated(need, missing, alone).stream()
                    .map(best -> List.of(best.offering().site()))
                    .toList();
        }
        return need.partial() ? pairs(missing, offerings, need) : List.of();
    }

    /** @return every site that has any of it */
    List<String> thatHaveSome(Demand need, SortedMap<String, Integer> missing, List<StockLevel> levels) {
        return rated(need, missing, offerings(missing, levels)).stream()
                .map(best -> best.offering().site())
                .toList();
    }

    private List<List<String>> pairs(SortedMap<String, Integer> missing, List<Offering> offerings, Demand need) {
        if (missing.entrySet().stream()
                .anyMatch(product -> offerings.stream()
                                .mapToInt(one -> one.of(product.getKey()))
                                .sum()
                        < product.getValue())) {
            return List.of();
        }
        var rated = rated(need, missing, offerings);
        record Pair(Rated better, Rated other) {
            double points() {
                return better.points() + other.points();
            }
        }
        var pairs = new ArrayList<Pair>();
        IntStream.range(0, rated.size())
                .forEach(i -> IntStream.range(i + 1, rated.size())
                        .forEach(j -> pairs.add(new Pair(rated.get(i), rated.get(j)))));
        return pairs.stream()
                .filter(pair -> pair.better().offering().servesWith(pair.other().offering(), missing))
                .sorted(Comparator.comparingDouble(Pair::points).reversed())
                .map(pair -> List.of(
                        pair.better().offering().site(), pair.other().offering().site()))
                .toList();
    }

    /** Best first; of equals, by code. */
    private List<Rated> rated(Demand need, SortedMap<String, Integer> missing, List<Offering> offerings) {
        if (offerings.size() < 2) {
            return offerings.stream().map(only -> new Rated(only, 0)).toList();
        }
        return offerings.stream()
                .map(offering -> new Rated(
                        offering,
                        choice.points(new SiteChoice.Candidate(
                                need.country(),
                                offering.site(),
                                offering.country(),
                                offering.country().equals(need.country()),
                                offering.serves(missing),
                                rank(offering, offerings)))))
                .sorted(Comparator.comparingDouble(Rated::points)
                        .reversed()
                        .thenComparing(rated -> rated.offering().site()))
                .toList();
    }

    private static int rank(Offering offering, List<Offering> all) {
        return 1
                + (int) all.stream()
                        .filter(other -> other.total() > offering.total())
                        .count();
    }

    private static List<Offering> offerings(SortedMap<String, Integer> missing, List<StockLevel> levels) {
        return levels.stream()
                .filter(level -> level.available() > 0 && missing.containsKey(level.sku()))
                .collect(Collectors.groupingBy(StockLevel::site, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(at -> new Offering(
                        at.get(0).site(),
                        at.get(0).country(),
                        at.stream().collect(Collectors.toMap(StockLevel::sku, StockLevel::available))))
                .toList();
    }
}
