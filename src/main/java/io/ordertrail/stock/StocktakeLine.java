package io.ordertrail.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.ordertrail.catalog.Money;

/** A product in a stocktake. What was counted is written by a conditional update of {@link StocktakeLines} only. */
@Entity
@IdClass(StocktakeLine.Key.class)
public class StocktakeLine {

  /** Names a product in a stocktake. */
  public record Key(Long stocktake, String sku) {
  }

  @Id
  private Long stocktake;
  @Id
  private String sku;
  private String openSite;
  private String shelf;
  private Integer counted;
  private Integer onHand;
  private Integer picked;
  private BigDecimal listPrice;
  private String countedBy;
  private Instant countedAt;

  protected StocktakeLine() {
    // JPA
  }

  StocktakeLine(Long stocktake, String sku, String site, String shelf) {
    this.stocktake = stocktake;
    this.sku = sku;
    this.openSite = site;
    this.shelf = shelf;
  }

  /** As it was counted; for what is not stored. */
  StocktakeLine(String sku, Integer counted, Integer onHand, Integer picked, BigDecimal listPrice, String countedBy) {
    this.sku = sku;
    this.counted = counted;
    this.onHand = onHand;
    this.picked = picked;
    this.listPrice = listPrice;
    this.countedBy = countedBy;
  }

  public long stocktake() {
    return stocktake;
  }

  public String sku() {
    return sku;
  }

  public String shelf() {
    return shelf;
  }

  /** Pieces; null until somebody counted them. */
  public Integer counted() {
    return counted;
  }

  public boolean wasCounted() {
    return counted != null;
  }

  /** What should have lain there at the moment of the count: on hand by the books, without what was in the boxes of orders already. */
  public int expected() {
    return onHand - picked;
  }

  /** Pieces in boxes at the moment of the count. */
  public int picked() {
    return picked;
  }

  /** Pieces that there are more than in the books; fewer when negative. None where nobody counted. */
  public int difference() {
    return wasCounted() ? counted - expected() : 0;
  }

  public boolean isRight() {
    return wasCounted() && difference() == 0;
  }

  /** What the difference is worth at the list price of that day, with its sign. */
  public Money value(Currency currency) {
    return wasCounted() ? new Money(listPrice, currency).times(difference()).rounded() : Money.zero(currency);
  }

  public String countedBy() {
    return countedBy;
  }

  public Instant countedAt() {
    return countedAt;
  }
}
