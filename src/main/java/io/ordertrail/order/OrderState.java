package io.ordertrail.order;

/** Where an order stands. Elements of the diagram carry these names; entering them is the only way from one to another. */
public enum OrderState {
  ENTERED, IN_REVIEW, IN_CORRECTION, WAITING_FOR_STOCK, CONFIRMED, IN_FULFILMENT, SHIPPED, DELIVERED, RECEIVED, REJECTED, CANCELLED;

  /** An ended order is never moved again. */
  public boolean ended() {
    return this == RECEIVED || this == REJECTED || this == CANCELLED;
  }

  /** Whether the goods are still in our hands. */
  public boolean beforeShipping() {
    return compareTo(SHIPPED) < 0;
  }
}
