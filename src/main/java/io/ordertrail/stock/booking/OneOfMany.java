package io.ordertrail.stock.booking;

import io.ordertrail.refusal.Refusal;

/**
 * What became of one of many that were handed in together.
 *
 * @param result null where it was refused, or has to be done alone
 * @param refusal null where it was not refused
 */
public record OneOfMany<T>(T result, Refusal refusal) {

  public static <T> OneOfMany<T> done(T result) {
    return new OneOfMany<>(result, null);
  }

  public static <T> OneOfMany<T> refused(Refusal refusal) {
    return new OneOfMany<>(null, refusal);
  }

  public static <T> OneOfMany<T> alone() {
    return new OneOfMany<>(null, null);
  }

  public boolean isAlone() {
    return result == null && refusal == null;
  }
}
