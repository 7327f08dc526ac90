package io.ordertrail.stock.stocktake;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.catalog.Money;

/** What a stocktake found. @param currency that of the company */
public record Variances(List<StocktakeLine> lines, Currency currency) {

    /** Those that differ, the most expensive first. */
    public List<StocktakeLine> worstFirst() {
        return differing()
                .sorted(Comparator.comparing((StocktakeLine line) ->
                                line.value(currency).amount().abs())
                        .reversed()
                        .thenComparing(StocktakeLine::sku))
                .toList();
    }

    /** The same as they have to be locked and booked. */
    List<StocktakeLine> bySku() {
        return differing().sorted(Comparator.comparing(StocktakeLine::sku)).toList();
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

    /** All of them added up without their signs: what is too much here does not make up for what lacks there. */
    public Money value() {
        return differing()
                .map(line -> line.value(currency))
                .map(value -> new Money(value.amount().abs(), currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    /** By how much the stock is worth more, or less, than the books say. */
    public Money net() {
        return differing().map(line -> line.value(currency)).reduce(Money.zero(currency), Money::plus);
    }

    /** @param submitter of the stocktake */
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
