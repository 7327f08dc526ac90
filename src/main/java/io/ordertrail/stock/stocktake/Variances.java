package io.ordertrail.stock.stocktake;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.catalog.Money;

/**
 * The result of a stocktake.
 *
 * @param currency the company's currency
 */
public record Variances(List<StocktakeLine> lines, Currency currency) {

    /** Lines with a variance, the most expensive first. */
    public List<StocktakeLine> worstFirst() {
        return differing()
                .sorted(Comparator.comparing((StocktakeLine line) ->
                                line.value(currency).amount().abs())
                        .reversed()
                        .thenComparing(StocktakeLine::sku))
                .toList();
    }

    /** Lines with a variance in SKU order, in which stock is locked and booked. */
    static List<StocktakeLine> bySku(List<StocktakeLine> lines) {
        return lines.stream()
                .filter(line -> line.difference() != 0)
                .sorted(Comparator.comparing(StocktakeLine::sku))
                .toList();
    }

    public List<StocktakeLine> notCounted() {
        return lines.stream().filter(line -> !line.wasCounted()).toList();
    }

    public long counted() {
        return lines.stream().filter(StocktakeLine::wasCounted).count();
    }

    public long right() {
        return lines.stream().filter(StocktakeLine::isRight).count();
    }

    /** The sum of all variances without their signs: a surplus does not offset a shortage. */
    public Money value() {
        return differing()
                .map(line -> line.value(currency))
                .map(value -> new Money(value.amount().abs(), currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    /** The sum of all variances with their signs: the change of the stock's value. */
    public Money net() {
        return differing().map(line -> line.value(currency)).reduce(Money.zero(currency), Money::plus);
    }

    /** Returns everyone who counted, and the submitter. */
    public Set<String> countedOrSubmittedBy(String submitter) {
        var people = lines.stream()
                .filter(StocktakeLine::wasCounted)
                .map(StocktakeLine::countedBy)
                .collect(Collectors.toCollection(TreeSet::new));
        people.add(submitter);
        return people;
    }

    private Stream<StocktakeLine> differing() {
        return lines.stream().filter(line -> line.difference() != 0);
    }
}
