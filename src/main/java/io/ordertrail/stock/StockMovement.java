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

import org.springframework.data.annotation.Immutable;

import io.ordertrail.actor.Stamp;
import io.ordertrail.order.OrderNumber;

/** One change of on hand or reserved; never deleted, and never changed but for the mark of its telling. The sums of all are the stock. */
@Entity
@Immutable
public class StockMovement {

  /** SHORTFALL: reserved goods that the picker did not find. STOCKTAKE: a difference that counting found. TRANSFER: to or from another site. */
  public enum Kind { RECEIPT, RETURN, ADJUSTMENT, LOSS, RESERVATION, RELEASE, SHIPMENT, SHORTFALL, STOCKTAKE, TRANSFER }

  @Id
  @GeneratedValue(generator = "stock_movement")
  @TableGenerator(name = "stock_movement", table = "id_block", pkColumnName = "name", valueColumnName = "next_id", allocationSize = 100)
  private Long id;
  private String externalId;
  private String sku;
  private String site;
  @Enumerated(EnumType.STRING)
  private Kind kind;
  private int onHandChange;
  private int reservedChange;
  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "order_number"))
  private OrderNumber orderNumber;
  private String reason;
  private Long purchase;
  private String document;
  private String actor;
  private Instant at;
  private Long announced;

  protected StockMovement() {
    // JPA
  }

  StockMovement(String sku, String site, Kind kind, int onHandChange, int reservedChange, OrderNumber order, String reason,
      String externalId, Stamp stamp) {
    this.sku = sku;
    this.site = site;
    this.kind = kind;
    this.onHandChange = onHandChange;
    this.reservedChange = reservedChange;
    this.orderNumber = order;
    this.reason = reason;
    this.externalId = externalId;
    this.actor = stamp.by();
    this.at = stamp.at();
  }

  /** Of goods that were bought for the shelf. */
  StockMovement of(PurchaseNumber bought) {
    purchase = bought.id();
    return this;
  }

  /** Says to which stocktake or transfer it belongs, before it is stored. */
  StockMovement of(String document) {
    this.document = document;
    return this;
  }

  public Long id() {
    return id;
  }

  /** The sender's own id; null for our own movements. */
  public String externalId() {
    return externalId;
  }

  public String sku() {
    return sku;
  }

  public String site() {
    return site;
  }

  public Kind kind() {
    return kind;
  }

  public int onHandChange() {
    return onHandChange;
  }

  public int reservedChange() {
    return reservedChange;
  }

  /** Null where no order is the cause. */
  public OrderNumber orderNumber() {
    return orderNumber;
  }

  /** Null where the goods were not bought. */
  public PurchaseNumber purchase() {
    return purchase == null ? null : new PurchaseNumber(purchase);
  }

  public String reason() {
    return reason;
  }

  /** Number of the stocktake or transfer that it belongs to, such as S12 or T7; null where none is the cause. */
  public String document() {
    return document;
  }

  public String actor() {
    return actor;
  }

  public Instant at() {
    return at;
  }
}
