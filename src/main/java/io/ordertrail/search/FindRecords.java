package io.ordertrail.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the customers or products that have what somebody types. Each typed word has to be found in one of their texts;
 * a word that nothing has may contain one typing error.
 */
@Service
@Transactional(readOnly = true)
public class FindRecords {

    private final MatchWords matchWords;
    private final EntityManager database;

    FindRecords(MatchWords matchWords, EntityManager database) {
        this.matchWords = matchWords;
        this.database = database;
    }

    /**
     * Finds records by a text that is not blank.
     *
     * @param byRecipient whether the text may be that of fields that not everybody sees
     * @return their codes
     */
    public Set<String> find(SearchKind kind, String text, boolean byRecipient) {
        var typed = matchWords.typed(text);
        var joined = matchWords.joined(text);
        var found = typed.size() > 1 && !joined.isEmpty()
                ? having(kind, matchWords.matching(joined, byRecipient))
                : Set.<String>of();
        if (found.isEmpty()) {
            found = ofEach(kind, typed, byRecipient);
        }
        return found.isEmpty() && !joined.isEmpty() && !List.of(joined).equals(typed)
                ? forgiving(kind, joined, byRecipient)
                : found;
    }

    private Set<String> ofEach(SearchKind kind, List<String> typed, boolean byRecipient) {
        var found = new HashSet<String>();
        for (int i = 0; i < typed.size() && (i == 0 || !found.isEmpty()); i++) {
            var having = forgiving(kind, typed.get(i), byRecipient);
            if (i == 0) {
                found.addAll(having);
            }
            found.retainAll(having);
        }
        return found;
    }

    private Set<String> forgiving(SearchKind kind, String word, boolean byRecipient) {
        var found = having(kind, matchWords.matching(word, byRecipient));
        return found.isEmpty() ? having(kind, matchWords.resembling(word, byRecipient)) : found;
    }

    private Set<String> having(SearchKind kind, Collection<Long> words) {
        return words.isEmpty()
                ? Set.of()
                : new HashSet<>(database.createQuery(
                                "select distinct w.subject from SearchWord w where w.kind = :kind and w.word in :words",
                                String.class)
                        .setParameter("kind", kind.letter())
                        .setParameter("words", words)
                        .getResultList());
    }
}
