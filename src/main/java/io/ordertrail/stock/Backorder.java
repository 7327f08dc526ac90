package io.ordertrail.stock;

import java.time.Instant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import io.ordertrail.order.OrderNumber;

/** A place in the line for a product: so many pieces are missing for an order that waits since then. */
@Entity
public class Backorder {

  @Embeddable
  record Key(@Embedded @AttributeOverride(name = "value", column = @Column(name = "order_number")) OrderNumber order, String sku) {
  }

  @EmbeddedId
  private Key key;
  private int missing;
  private Instant since;

  protected Backorder() {
    // JPA
  }

  Backorder(OrderNumber order, String sku, int missing, Instant since) {
    this.key = new Key(order, sku);
    this.missing = missing;
    this.since = since;
  }

  public OrderNumber order() {
    return key.order();
  }

  public String sku() {
    return key.sku();
  }

  /** Pieces still missing; at least 1. */
  public int missing() {
    return missing;
  }

  /** When the order was entered: who came first is served first. */
  public Instant since() {
    return since;
  }

  void lacks(int pieces) {
    missing = pieces;
  }

  /** @return whether nothing is missing any more */
  boolean got(int pieces) {
    missing -= pieces;
    return missing == 0;
  }
}
