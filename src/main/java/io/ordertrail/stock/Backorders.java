package io.ordertrail.stock;

import java.util.Collection;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.order.OrderNumber;

/** The lines of orders that wait for products. */
public interface Backorders extends Repository<Backorder, Backorder.Key> {

  Backorder save(Backorder backorder);

  void delete(Backorder backorder);

  @Query("select b from Backorder b where b.key.sku = :sku order by b.since, b.key.order.value")
  List<Backorder> line(String sku, Limit limit);

  @Query("""
      select b.key.sku as sku, count(b) as orders, sum(b.missing) as pieces
      from Backorder b where b.key.sku in :skus group by b.key.sku""")
  List<Queue> queues(Collection<String> skus);

  @Query("select count(b) from Backorder b where b.key.order = :order")
  long missingFor(OrderNumber order);

  @Query("select b from Backorder b where b.key.order = :order")
  List<Backorder> of(OrderNumber order);

  @Modifying
  @Query("delete from Backorder b where b.key.order = :order")
  int leave(OrderNumber order);

  /** How many orders wait for a product, and for how much. */
  interface Queue {
    String getSku();

    long getOrders();

    /** That they lack, all together. */
    long getPieces();
  }
}
