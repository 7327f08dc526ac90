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

/** Tells work that failed for what others did at the same moment, and may succeed when it is repeated, from work that failed for itself. */
@Component
public class Contention {

    /** Serialization failure and deadlock in the standard, lock time-out in H2, lock wait time-out in MySQL. */
    private static final Set<String> CONTENDED_STATES = Set.of("40001", "40P01", "HYT00", "41000");

    private final List<ContentionSign> further;

    /**
     * @param further signs besides those of Spring, JPA and JDBC
     */
    public Contention(List<ContentionSign> further) {
        this.further = further;
    }

    public boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> saysContention(cause) || further.stream().anyMatch(sign -> sign.isShownBy(cause)));
    }

    private static boolean saysContention(Throwable cause) {
        return cause instanceof ConcurrencyFailureException
                || cause
                        instanceof
                        DataIntegrityViolationException // somebody stored the same key first: the next look finds it
                || cause instanceof OptimisticLockException
                || cause instanceof PessimisticLockException
                || cause instanceof SQLException sql && CONTENDED_STATES.contains(String.valueOf(sql.getSQLState()));
    }
}
