package io.ordertrail.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** A product at a site. Its quantities are changed by the conditional updates of {@link StockItems} and never through this object. */
@Entity
@IdClass(StockItem.Key.class)
public class StockItem {

  /** Names a product at a site. */
  public record Key(String sku, String site) {
  }

  @Id
  private String sku;
  @Id
  private String site;
  private String shelf;
  private int onHand;
  private int reserved;

  protected StockItem() {
    // JPA
  }
}
