package io.ordertrail.web.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.stock.allocation.Backorder;
import io.ordertrail.stock.allocation.Backorders;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.picking.PickList;

/** What an order lacks, and what there is of it. */
@Component
@Transactional(readOnly = true)
public class ReadShortage {

    /** @param others orders that wait for the product too */
    public record Shortage(String sku, String name, int wanted, int setAside, List<StockLevel> levels, long others) {

        public int missing() {
            return wanted - setAside;
        }
    }

    private final Orders orders;
    private final PickList pickList;
    private final StockItems items;
    private final Backorders backorders;

    ReadShortage(Orders orders, PickList pickList, StockItems items, Backorders backorders) {
        this.orders = orders;
        this.pickList = pickList;
        this.items = items;
        this.backorders = backorders;
    }

    public List<Shortage> of(OrderNumber number) {
        var order = orders.get(number);
        var setAside = pickList.setAside(number);
        var promised = pickList.promised(number).pieces();
        var wanted = new TreeMap<>(order.wanted());
        wanted.replaceAll((sku, pieces) ->
                pieces - promised.getOrDefault(sku, 0) + setAside.getOrDefault(sku, 0)); // what has left is not short
        if (wanted.isEmpty()) {
            return List.of();
        }
        var levels = items.levels(wanted.keySet());
        var others = others(number, wanted.keySet());
        return order.lines().stream()
                .map(line -> Map.entry(line.sku(), line.name()))
                .distinct()
                .filter(product -> wanted.containsKey(product.getKey()))
                .map(product -> new Shortage(
                        product.getKey(),
                        product.getValue(),
                        wanted.get(product.getKey()),
                        setAside.getOrDefault(product.getKey(), 0),
                        levels.stream()
                                .filter(level -> level.sku().equals(product.getKey()))
                                .toList(),
                        others.getOrDefault(product.getKey(), 0L)))
                .toList();
    }

    private Map<String, Long> others(OrderNumber number, Collection<String> skus) {
        var waiting = backorders.queues(skus).stream()
                .collect(Collectors.toMap(Backorders.Queue::getSku, Backorders.Queue::getOrders));
        backorders.of(number).stream()
                .map(Backorder::sku)
                .distinct()
                .forEach(own -> waiting.merge(own, -1L, Long::sum));
        return waiting;
    }
}
