package io.ordertrail.search;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the stored words that match what somebody types. */
@Service
@Transactional(readOnly = true)
public class MatchWords {

    static final String PART = "part:";

    private static final int MOST_WORDS = 500;
    private static final int MOST_TYPED = 8;
    private static final int FORGIVEN_CHARACTERS = 3;
    /**
     * A word as long as this that is stored is what was meant, not a part of another one. The parts of telephone numbers
     * are those of hundreds of thousands.
     */
    private static final int SURELY_WHOLE = 7;

    private final EntityManager database;
    private final SearchKey key;

    MatchWords(EntityManager database, SearchKey key) {
        this.database = database;
        this.key = key;
    }

    /** The words that a search has to find, all of them. */
    public List<String> typed(String text) {
        return FoldedText.words(text).stream().distinct().limit(MOST_TYPED).toList();
    }

    /**
     * What is typed as one word, where it may be a single code or telephone number: no blanks, or no letters. The
     * zeros before a telephone number are left out, because it may be stored with the code of its country.
     */
    public String joined(String text) {
        var joined = FoldedText.joined(text);
        var number = joined.chars().allMatch(Character::isDigit);
        return !number && text.strip().chars().anyMatch(Character::isWhitespace)
                ? ""
                : number ? joined.replaceFirst("^0+(?=\\d{6})", "") : joined;
    }

    /** The stored words that are, begin with or contain the typed one. */
    public Set<Long> matching(String typed, boolean byRecipient) {
        var words = new LinkedHashSet<Long>();
        for (var reach : reaches(byRecipient)) {
            var hashes = key.hashes(reach);
            var whole = hashes.applyAsLong(typed);
            words.add(whole);
            if (typed.length() >= SURELY_WHOLE && !stored(Set.of(whole)).isEmpty()) {
                continue;
            }
            var parts = WordParts.typed(typed).stream()
                    .map(part -> hashes.applyAsLong(PART + part))
                    .collect(Collectors.toSet());
            words.addAll(with(parts, parts.size()));
        }
        return words;
    }

    /** The stored words from which one typing error makes the typed one. */
    public Set<Long> resembling(String typed, boolean byRecipient) {
        var words = new LinkedHashSet<Long>();
        for (var reach : reaches(byRecipient)) {
            var hashes = key.hashes(reach);
            if (FoldedText.isDense(typed)) {
                var characters = WordParts.characters(typed).stream()
                        .map(part -> hashes.applyAsLong(PART + part))
                        .collect(Collectors.toSet());
                if (characters.size() >= FORGIVEN_CHARACTERS) {
                    words.addAll(with(characters, characters.size() - 1));
                }
            } else {
                words.addAll(stored(
                        TypingErrors.of(typed).stream().map(hashes::applyAsLong).collect(Collectors.toSet())));
            }
        }
        return words;
    }

    private static Set<Reach> reaches(boolean byRecipient) {
        return byRecipient ? EnumSet.allOf(Reach.class) : EnumSet.complementOf(EnumSet.of(Reach.RECIPIENT));
    }

    private List<Long> with(Collection<Long> parts, long count) {
        return parts.isEmpty()
                ? List.of()
                : database.createQuery("""
                        select p.word from SearchPart p where p.part in :parts
                        group by p.word having count(distinct p.part) >= :count\
                        """, Long.class)
                        .setParameter("parts", parts)
                        .setParameter("count", count)
                        .setMaxResults(MOST_WORDS)
                        .getResultList();
    }

    private List<Long> stored(Collection<Long> words) {
        return words.isEmpty()
                ? List.of()
                : database.createQuery("select distinct w.word from SearchWord w where w.word in :words", Long.class)
                        .setParameter("words", words)
                        .setMaxResults(MOST_WORDS)
                        .getResultList();
    }
}
