package io.ordertrail.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores by which words a record is found, in the transaction that changes the record. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class WriteSearchWords {

    private final EntityManager database;
    private final SearchKey key;
    private final KnownWords knownWords;

    WriteSearchWords(EntityManager database, SearchKey key, KnownWords knownWords) {
        this.knownWords = knownWords;
        this.database = database;
        this.key = key;
    }

    /** Stores the words of a new record, which has none. */
    public void create(SearchKind kind, String subject, SearchTexts texts) {
        var words = hashed(texts);
        storeParts(kind.letter() + subject, words);
        words.keySet().forEach(word -> database.persist(new SearchWord(kind, subject, word)));
    }

    /** Adds words to those that the record has. */
    public void add(SearchKind kind, String subject, SearchTexts texts) {
        var missing = hashed(texts);
        missing.keySet().removeAll(stored(kind, subject));
        store(kind, subject, missing);
    }

    /** Replaces the words of the record. */
    public void replace(SearchKind kind, String subject, SearchTexts texts) {
        var wanted = hashed(texts);
        var stored = stored(kind, subject);
        var former = new HashSet<>(stored);
        former.removeAll(wanted.keySet());
        former.forEach(word ->
                database.remove(database.find(SearchWord.class, new SearchWord.Key(kind.letter(), subject, word))));
        wanted.keySet().removeAll(stored);
        store(kind, subject, wanted);
    }

    private void store(SearchKind kind, String subject, Map<Long, SearchTexts.Word> words) {
        storeParts(kind.letter() + subject, words);
        words.keySet().forEach(word -> database.persist(new SearchWord(kind, subject, word)));
    }

    private Set<Long> stored(SearchKind kind, String subject) {
        return new HashSet<>(database.createQuery(
                        "select w.word from SearchWord w where w.kind = :kind and w.subject = :subject", Long.class)
                .setParameter("kind", kind.letter())
                .setParameter("subject", subject)
                .getResultList());
    }

    private void storeParts(String source, Map<Long, SearchTexts.Word> words) {
        var inParts = new TreeMap<>(words);
        inParts.values().removeIf(word -> !word.inParts());
        inParts.keySet().removeIf(knownWords::has);
        knownWords.addAfterCommit(inParts.keySet());
        inParts.keySet().removeAll(known(inParts.keySet()));
        var hashes = hashes();
        inParts.forEach((hash, word) -> {
            var parts = new TreeSet<>(Set.of(hash));
            WordParts.of(word.text())
                    .forEach(part -> parts.add(hashes.get(word.reach()).applyAsLong(MatchWords.PART + part)));
            parts.forEach(part -> database.persist(new SearchPart(part, hash, source)));
        });
    }

    /** Which of these words have their parts. It does not flush: orders that are entered together are stored together. */
    private List<Long> known(Collection<Long> words) {
        return words.isEmpty()
                ? List.of()
                : database.createQuery(
                                "select distinct p.word from SearchPart p where p.part in :words and p.part = p.word",
                                Long.class)
                        .setParameter("words", words)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getResultList();
    }

    private Map<Long, SearchTexts.Word> hashed(SearchTexts texts) {
        var hashes = hashes();
        var words = new LinkedHashMap<Long, SearchTexts.Word>();
        texts.words()
                .forEach(word -> words.merge(
                        hashes.get(word.reach()).applyAsLong(word.text()),
                        word,
                        (one, other) -> one.inParts() ? one : other));
        return new TreeMap<>(words);
    }

    private Map<Reach, ToLongFunction<String>> hashes() {
        var hashes = new EnumMap<Reach, ToLongFunction<String>>(Reach.class);
        for (var reach : Reach.values()) {
            hashes.put(reach, key.hashes(reach));
        }
        return hashes;
    }
}
