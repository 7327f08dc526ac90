package io.ordertrail.stock.picking;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.SetAside;
import io.ordertrail.stock.allocation.Shelves;

/** The goods of an order leave the stock. */
@Service
@Transactional
public class IssueStock {

  private final AllocatedGoods allocated;
  private final Shelves shelves;

  IssueStock(AllocatedGoods allocated, Shelves shelves) {
    this.allocated = allocated;
    this.shelves = shelves;
  }

  /**
   * @param site where they lie; null for the whole order
   * @param parcel its tracking number
   * @return pieces per product that left
   */
  public Map<String, Integer> issue(OrderNumber order, String site, String parcel) {
    var open = allocated.locked(order, site);
    open.forEach(line -> shelves.send(line, parcel));
    return open.stream().collect(Collectors.toMap(SetAside::sku, SetAside::quantity, Integer::sum, TreeMap::new));
  }
}
