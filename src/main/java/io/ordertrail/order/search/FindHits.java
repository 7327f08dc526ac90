package io.ordertrail.order.search;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.search.Beginning;
import io.ordertrail.search.MatchWords;

/**
 * Finds the orders that have what somebody types. Each typed word has to be found, in the order itself, its customer,
 * its products or its parcels; a word that nothing has may contain one typing error.
 */
@Component
class FindHits {

    private static final String WORDS = "words";
    private static final String OF_ORDERS =
            "select distinct w.subject from search_word w where w.kind = 'O' and w.word in (:words) limit :most";
    private static final String OF_CUSTOMERS = "select distinct o.number from customer_order o where o.customer in"
            + " (select c.subject from search_word c where c.kind = 'C' and c.word in (:words)) limit :most";
    private static final String OF_PRODUCTS = "select distinct l.order_number from order_line l where l.sku in"
            + " (select p.subject from search_word p where p.kind = 'P' and p.word in (:words)) limit :most";
    private static final String BY_NUMBER =
            "select o.number from customer_order o where o.number in (:words) limit :most";
    private static final String BY_NUMBER_BEGINNING =
            "select o.number from customer_order o where o.number like :words limit :most";
    private static final String BY_REFERENCE =
            "select o.number from customer_order o where o.external_reference like :words escape '!' limit :most";
    private static final int SHORTEST_BEGINNING = 3;
    private static final int HALF_NUMBER = 4;

    private final MatchWords matchWords;
    private final EntityManager database;

    FindHits(MatchWords matchWords, EntityManager database) {
        this.matchWords = matchWords;
        this.database = database;
    }

    /** Finds the orders of a text that is not blank. */
    OrderHits find(String text, boolean byReceiver) {
        var hits = byWords(text, byReceiver);
        var numbers = beginning(text);
        if (hits.numbers() != null && hits.frequent().isEmpty() && !numbers.isEmpty()) {
            numbers.addAll(hits.numbers());
            hits = new OrderHits(numbers, hits.frequent(), hits.sample());
        }
        return hits.isEmpty() ? OrderHits.named(numbered(OrderNumber.resembling(text))) : hits;
    }

    private OrderHits byWords(String text, boolean byReceiver) {
        var typed = matchWords.typed(text);
        var joined = matchWords.joined(text);
        Function<String, OrderHits> exact = word -> hits(matchWords.matching(word, byReceiver));
        var hits = typed.size() > 1 && !joined.isEmpty() ? exact.apply(joined) : OrderHits.NONE;
        if (hits.isEmpty()) {
            hits = ofEach(typed, exact, byReceiver);
        }
        return hits.isEmpty() && !joined.isEmpty() && !List.of(joined).equals(typed)
                ? forgiving(joined, exact, byReceiver)
                : hits;
    }

    private OrderHits ofEach(List<String> typed, Function<String, OrderHits> exact, boolean byReceiver) {
        var hits = OrderHits.NONE;
        for (int i = 0; i < typed.size() && (i == 0 || !hits.isEmpty()); i++) {
            var found = forgiving(typed.get(i), exact, byReceiver);
            hits = i == 0 ? found : hits.and(found);
        }
        return hits;
    }

    private OrderHits forgiving(String word, Function<String, OrderHits> exact, boolean byReceiver) {
        var found = exact.apply(word);
        return found.isEmpty() ? hits(matchWords.resembling(word, byReceiver)) : found;
    }

    private OrderHits hits(Set<Long> words) {
        var numbers = new HashSet<String>();
        for (var source : List.of(OF_ORDERS, OF_CUSTOMERS, OF_PRODUCTS)) {
            if (!words.isEmpty() && numbers.size() <= OrderCounts.MOST) {
                numbers.addAll(select(source, words));
            }
        }
        return numbers.size() <= OrderCounts.MOST ? OrderHits.named(numbers) : OrderHits.many(words, numbers);
    }

    /** A number or a reference of which only the beginning is typed; what too many begin with says nothing. */
    private Set<String> beginning(String text) {
        var typed = Blanks.trimmed(text).toUpperCase(Locale.ROOT);
        var numbers = new HashSet<String>();
        if (typed.matches("[0-9A-Z]{4}-?[0-9A-Z]{0,4}")) {
            numbers.addAll(select(
                    BY_NUMBER_BEGINNING,
                    typed.substring(0, HALF_NUMBER) + "-"
                            + typed.substring(HALF_NUMBER).replace("-", "") + "%"));
        }
        if (typed.length() >= SHORTEST_BEGINNING) {
            for (var reference : new HashSet<>(List.of(typed, Blanks.trimmed(text)))) {
                numbers.addAll(select(BY_REFERENCE, Beginning.pattern(reference)));
            }
        }
        return numbers.size() <= OrderCounts.MOST ? numbers : Set.of();
    }

    private Set<String> numbered(Set<String> numbers) {
        return numbers.isEmpty() ? Set.of() : Set.copyOf(select(BY_NUMBER, numbers));
    }

    @SuppressWarnings("unchecked")
    private List<String> select(String sql, Object words) {
        return database.createNativeQuery(sql, String.class)
                .setParameter(WORDS, words)
                .setParameter("most", OrderCounts.MOST + 1)
                .getResultList();
    }
}
