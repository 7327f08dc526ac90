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

/** Ranks the sites that can serve an order. Evaluates the rules only when there is a choice, and once per site. */
@Component
class BestSites {

    /** What a site has of the missing goods. */
    private record SiteStock(String site, String country, Map<String, Integer> available) {

        boolean serves(Map<String, Integer> missing) {
            return missing.entrySet().stream().allMatch(product -> of(product.getKey()) >= product.getValue());
        }

        boolean servesWith(SiteStock other, Map<String, Integer> missing) {
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

    private record Rated(SiteStock stock, double points) {}

    private final SiteChoice choice;

    BestSites(SiteChoice choice) {
        this.choice = choice;
    }

    /**
     * Finds the sites that have all missing goods or, where partial deliveries are allowed, the pairs that have them
     * together.
     *
     * @return sites or pairs, the best first
     */
    List<List<String>> thatServe(Demand demand, SortedMap<String, Integer> missing, List<StockLevel> levels) {
        var candidates = siteStocks(missing, levels);
        var alone = candidates.stream().filter(stock -> stock.serves(missing)).toList();
        if (!alone.isEmpty()) {
            return rated(demand, missing, alone).stream()
                    .map(best -> List.of(best.stock().site()))
                    .toList();
        }
        return demand.partial() ? pairs(missing, candidates, demand) : List.of();
    }

    /** Returns every site that has any of the missing goods, the best first. */
    List<String> thatHaveSome(Demand demand, SortedMap<String, Integer> missing, List<StockLevel> levels) {
        return rated(demand, missing, siteStocks(missing, levels)).stream()
                .map(best -> best.stock().site())
                .toList();
    }

    private List<List<String>> pairs(SortedMap<String, Integer> missing, List<SiteStock> candidates, Demand demand) {
        if (missing.entrySet().stream()
                .anyMatch(product -> candidates.stream()
                                .mapToInt(one -> one.of(product.getKey()))
                                .sum()
                        < product.getValue())) {
            return List.of();
        }
        var rated = rated(demand, missing, candidates);
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
                .filter(pair -> pair.better().stock().servesWith(pair.other().stock(), missing))
                .sorted(Comparator.comparingDouble(Pair::points).reversed())
                .map(pair -> List.of(
                        pair.better().stock().site(), pair.other().stock().site()))
                .toList();
    }

    /** Best first, then by code. */
    private List<Rated> rated(Demand demand, SortedMap<String, Integer> missing, List<SiteStock> candidates) {
        if (candidates.size() < 2) {
            return candidates.stream().map(only -> new Rated(only, 0)).toList();
        }
        return candidates.stream()
                .map(stock -> new Rated(
                        stock,
                        choice.points(new SiteChoice.Candidate(
                                demand.country(),
                                stock.site(),
                                stock.country(),
                                stock.country().equals(demand.country()),
                                stock.serves(missing),
                                rank(stock, candidates)))))
                .sorted(Comparator.comparingDouble(Rated::points)
                        .reversed()
                        .thenComparing(rated -> rated.stock().site()))
                .toList();
    }

    private static int rank(SiteStock stock, List<SiteStock> all) {
        return 1
                + (int) all.stream()
                        .filter(other -> other.total() > stock.total())
                        .count();
    }

    private static List<SiteStock> siteStocks(SortedMap<String, Integer> missing, List<StockLevel> levels) {
        return levels.stream()
                .filter(level -> level.available() > 0 && missing.containsKey(level.sku()))
                .collect(Collectors.groupingBy(StockLevel::site, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(at -> new SiteStock(
                        at.get(0).site(),
                        at.get(0).country(),
                        at.stream().collect(Collectors.toMap(StockLevel::sku, StockLevel::available))))
                .toList();
    }
}
