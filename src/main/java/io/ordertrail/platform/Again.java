package io.ordertrail.platform;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Does a piece of work again, as a whole, when somebody else was at the same rows at the same moment. */
@Component
public class Again {

  private static final Logger LOG = LoggerFactory.getLogger(Again.class);
  private static final int ATTEMPTS = 3;
  private static final int LONGEST_PAUSE_MILLIS = 60;
  private static final Set<Integer> CONTENDED_CODES =
      Set.of(BuiltinExceptionCode.OPTIMISTIC_LOCKING.getCode(), BuiltinExceptionCode.DEADLOCK.getCode());
  /** Serialization failure and deadlock in the standard, lock time-out in H2, lock wait time-out in MySQL. */
  private static final Set<String> CONTENDED_STATES = Set.of("40001", "40P01", "HYT00", "41000");

  public void ifContended(Runnable work) {
    ifContended(() -> {
      work.run();
      return null;
    });
  }

  /** The work has to open its own transaction: a part of a failed one cannot be done again. */
  public <T> T ifContended(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Work is done again as a whole, so not from within a transaction");
    }
    for (var attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException refused) {
        if (!isContention(refused)) {
          throw refused;
        }
        if (attempt == ATTEMPTS) {
          throw new ConcurrencyFailureException("Others were changing the same at the same moment", refused);
        }
        LOG.debug("Contended, attempt {} of {}", attempt, ATTEMPTS, refused);
        pause(attempt);
      }
    }
  }

  /** Whether it failed for what others did at the same moment, so that it may succeed when it is done again. */
  public static boolean isContention(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (saysContention(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysContention(Throwable cause) {
    return cause instanceof ConcurrencyFailureException
        || cause instanceof DataIntegrityViolationException     // somebody stored the same key first: the next look finds it
        || cause instanceof OptimisticLockingException
        || cause instanceof OptimisticLockException
        || cause instanceof PessimisticLockException
        || cause instanceof ProcessEngineException engine && CONTENDED_CODES.contains(engine.getCode())
        || cause instanceof SQLException sql && CONTENDED_STATES.contains(String.valueOf(sql.getSQLState()));
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS * attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConcurrencyFailureException("Interrupted while waiting for others", e);
    }
  }
}
