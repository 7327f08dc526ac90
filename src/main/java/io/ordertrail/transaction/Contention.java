package io.ordertrail.transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Recognizes failures that other transactions caused at the same moment. Such work may succeed when it is repeated;
 * other failed work does not.
 */
@Component
public class Contention {

    /** Serialization failure and deadlock in the standard, lock time-out in H2, lock wait time-out in MySQL. */
    private static final Set<String> CONTENDED_STATES = Set.of("40001", "40P01", "HYT00", "41000");

    private final List<ContentionSign> further;

    /**
     * Recognizes failures by the given signs, and by those of Spring, JPA and JDBC.
     *
     * @param further signs of other libraries
     */
    public Contention(List<ContentionSign> further) {
        this.further = further;
    }

    public boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> isContention(cause) || further.stream().anyMatch(sign -> sign.matches(cause)));
    }

    private static boolean isContention(Throwable cause) {
        return cause instanceof ConcurrencyFailureException
                || cause
                        instanceof
                        DataIntegrityViolationException // the same key was stored first: a repetition finds it
                || cause instanceof OptimisticLockException
                || cause instanceof PessimisticLockException
                || cause instanceof SQLException sql && CONTENDED_STATES.contains(String.valueOf(sql.getSQLState()));
    }
}
