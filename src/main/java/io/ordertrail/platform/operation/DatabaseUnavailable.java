package io.ordertrail.platform.operation;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Recognizes that the database cannot be reached: the fault is temporary, and the same call succeeds once it is back.
 */
public final class DatabaseUnavailable {

    /** The class of SQL states that the standard reserves for the connection. */
    private static final String CONNECTION = "08";

    /** Messages of the pool and the driver about a connection that has just broken; they set no SQL state for it. */
    private static final Set<String> CLOSED =
            Set.of("Connection is closed", "No operations allowed after statement closed.");

    private DatabaseUnavailable() {}

    public static boolean isBehind(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLException sql && isConnectionFault(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnectionFault(SQLException fault) {
        return String.valueOf(fault.getSQLState()).startsWith(CONNECTION)
                || CLOSED.contains(String.valueOf(fault.getMessage()));
    }
}
