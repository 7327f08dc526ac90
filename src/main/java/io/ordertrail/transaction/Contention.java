package io.ordertrail.transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Recognizes failures that other transactions caused at the same moment. Such work may succeed when it is repeated;
 * other failed work does not.
 */
@Component
public class Contention {

    /** Serialization failure and deadlock in the standard, lock time-out in H2, lock wait time-out in MySQL. */
    private static final Set<String> CONTENDED_STATES = Set.of("40001", "40P01", "HYT00", "41000");

    /** In the standard and in H2; MySQL has one state for all constraints. */
    private static final String DUPLICATE_KEY_STATE = "23505";

    private static final int DUPLICATE_KEY_OF_MYSQL = 1062;

    private final List<ContentionSign> further;

    /**
     * Recognizes failures by the given signs, and by those of Spring, JPA and JDBC.
     *
     * @param further signs of other libraries
     */
    public Contention(List<ContentionSign> further) {
        this.further = further;
    }

    /** Tells whether other transactions held or changed the same rows. */
    public boolean isCauseOf(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> isContention(cause) || further.stream().anyMatch(sign -> sign.matches(cause)));
    }

    /**
     * Tells whether a repetition may succeed: after contention, and when somebody stored the same key first, which a
     * repetition finds. A key that the repetition does not find is no contention.
     */
    public boolean isRepeatable(Throwable failure) {
        return isCauseOf(failure) || causes(failure).anyMatch(Contention::isDuplicateKey);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static boolean isContention(Throwable cause) {
        return cause instanceof ConcurrencyFailureException
                || cause instanceof OptimisticLockException
                || cause instanceof PessimisticLockException
                || cause instanceof SQLException sql && CONTENDED_STATES.contains(String.valueOf(sql.getSQLState()));
    }

    private static boolean isDuplicateKey(Throwable cause) {
        return cause instanceof DuplicateKeyException
                || cause instanceof SQLException sql
                        && (DUPLICATE_KEY_STATE.equals(sql.getSQLState())
                                || sql.getErrorCode() == DUPLICATE_KEY_OF_MYSQL);
    }
}
