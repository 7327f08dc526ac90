package io.ordertrail.stock.booking;

import io.ordertrail.refusal.Refusal;

/**
 * The result of one item of a batch.
 *
 * @param result null when the item was refused or has to be done alone
 * @param refusal null when the item was not refused
 */
public record BatchResult<T>(T result, Refusal refusal) {

    public static <T> BatchResult<T> done(T result) {
        return new BatchResult<>(result, null);
    }

    public static <T> BatchResult<T> refused(Refusal refusal) {
        return new BatchResult<>(null, refusal);
    }

    public static <T> BatchResult<T> alone() {
        return new BatchResult<>(null, null);
    }

    public boolean isAlone() {
        return result == null && refusal == null;
    }
}
