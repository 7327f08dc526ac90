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

/** Reads the missing quantities of an order and the stock levels of their products. */
@Component
@Transactional(readOnly = true)
public class ReadShortage {

    /**
     * A product of the order with its open demand; quantities are in units.
     *
     * @param ordered ordered quantity without what was cancelled
     * @param demand quantity that has not been shipped
     * @param reserved reserved quantity
     * @param otherOrders number of other orders that wait for the product
     */
    public record Shortage(
            String sku, String name, int ordered, int demand, int reserved, List<StockLevel> levels, long otherOrders) {

        /** Units at all sites that no order has reserved. */
        public int available() {
            return levels.stream().mapToInt(StockLevel::available).sum();
        }

        /** Units that are missing if the order goes on with what is reserved and available now. */
        public int missing() {
            return Math.max(0, demand - reserved - available());
        }

        /** Units that were shipped. */
        public int shipped() {
            return ordered - demand;
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
        var reserved = pickList.reservedBySku(number);
        var allocated = pickList.allocatedTo(number).bySku();
        var demand = new TreeMap<>(order.requiredQuantities());
        demand.replaceAll((sku, quantity) ->
                quantity - allocated.getOrDefault(sku, 0) + reserved.getOrDefault(sku, 0)); // without shipped goods
        if (demand.isEmpty()) {
            return List.of();
        }
        var levels = items.levels(demand.keySet());
        var others = others(number, demand.keySet());
        return order.lines().stream()
                .map(line -> Map.entry(line.sku(), line.name()))
                .distinct()
                .filter(product -> demand.containsKey(product.getKey()))
                .map(product -> new Shortage(
                        product.getKey(),
                        product.getValue(),
                        order.requiredQuantities().get(product.getKey()),
                        demand.get(product.getKey()),
                        reserved.getOrDefault(product.getKey(), 0),
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
