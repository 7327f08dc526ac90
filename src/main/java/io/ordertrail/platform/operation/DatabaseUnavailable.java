package io.ordertrail.platform.operation;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that cannot be reached from every other fault: it comes back, and the same call then goes through. */
public final class DatabaseUnavailable {

    /** The class of states in the SQL standard that stands for the connection. */
    private static final String CONNECTION = "08";

    /** What the pool and the driver say of a connection that broke a moment ago; they have no state for that. */
    private static final Set<String> CLOSED =
            Set.of("Connection is closed", "No operations allowed after statement closed.");

    private DatabaseUnavailable() {}

    public static boolean isBehind(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLException sql && isOfConnection(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfConnection(SQLException fault) {
        return String.valueOf(fault.getSQLState()).startsWith(CONNECTION)
                || CLOSED.contains(String.valueOf(fault.getMessage()));
    }
}
