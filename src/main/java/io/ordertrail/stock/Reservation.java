package io.ordertrail.stock;

import java.time.Instant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

import io.ordertrail.order.OrderNumber;

/** Pieces of a product at a site, set aside for an order. Changed by the conditional updates of {@link Reservations} only. */
@Entity
public class Reservation {

  public enum Status { OPEN, RELEASED, SHIPPED }

  @Id
  @GeneratedValue(generator = "reservation")
  @TableGenerator(name = "reservation", table = "id_block", pkColumnName = "name", valueColumnName = "next_id", allocationSize = 100)
  private Long id;
  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "order_number"))
  private OrderNumber orderNumber;
  private String sku;
  private String site;
  private int quantity;
  private Integer found;
  @Enumerated(EnumType.STRING)
  private Status status;
  private Instant madeAt;

  protected Reservation() {
    // JPA
  }

  Reservation(OrderNumber order, String sku, String site, int quantity, Instant madeAt) {
    this.orderNumber = order;
    this.sku = sku;
    this.site = site;
    this.quantity = quantity;
    this.status = Status.OPEN;
    this.madeAt = madeAt;
  }
}
