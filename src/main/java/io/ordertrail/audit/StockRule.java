package io.ordertrail.audit;

/**
 * The invariants of the stock, each with a query for its violations. The results name products, sites and orders, never
 * people. {@code [sku]} becomes the condition that limits the query to some products. The queries combine sums in a
 * union and not in a join, because H2 calculates a joined sum again for each row.
 */
public enum StockRule {
    NOT_BELOW_ZERO("%1$s at %2$s: on hand or reserved is %4$d", """
      select s.sku, s.site, null as order_number, least(s.on_hand, s.reserved) as is_now, 0 as should_be
      from stock_item s where (s.on_hand < 0 or s.reserved < 0) and [s.sku]"""),

    RESERVED_WITHIN_ON_HAND("%1$s at %2$s: reserved is %4$d, on hand %5$d", """
      select s.sku, s.site, null as order_number, s.reserved as is_now, s.on_hand as should_be
      from stock_item s where s.reserved > s.on_hand and [s.sku]"""),

    ON_HAND_IN_LEDGER("%1$s at %2$s: on hand is %4$d, its movements make %5$d", """
      select t.sku, t.site, null as order_number, sum(t.recorded) as is_now, sum(t.booked) as should_be
      from (
        select sku, site, on_hand as recorded, 0 as booked from stock_item where [sku]
        union all select sku, site, 0, sum(on_hand_change) from stock_movement where [sku] group by sku, site
      ) t group by t.sku, t.site having sum(t.recorded) <> sum(t.booked)"""),

    RESERVED_IN_LEDGER("%1$s at %2$s: reserved is %4$d, its movements make %5$d", """
      select t.sku, t.site, null as order_number, sum(t.recorded) as is_now, sum(t.booked) as should_be
      from (
        select sku, site, reserved as recorded, 0 as booked from stock_item where [sku]
        union all select sku, site, 0, sum(reserved_change) from stock_movement where [sku] group by sku, site
      ) t group by t.sku, t.site having sum(t.recorded) <> sum(t.booked)"""),

    RESERVED_FOR_ORDERS("%1$s at %2$s: reserved is %4$d, open reservations make %5$d", """
      select t.sku, t.site, null as order_number, sum(t.recorded) as is_now, sum(t.units) as should_be
      from (
        select sku, site, reserved as recorded, 0 as units from stock_item where [sku]
        union all select sku, site, 0, sum(quantity) from reservation where status = 'OPEN' and [sku] group by sku, site
      ) t group by t.sku, t.site having sum(t.recorded) <> sum(t.units)"""),

    NOTHING_FOR_ENDED_ORDERS("%1$s at %2$s: %4$d reserved for order %3$s, which has ended", """
      select r.sku, r.site, r.order_number, r.quantity as is_now, 0 as should_be
      from reservation r join customer_order o on o.number = r.order_number
      where r.status = 'OPEN' and o.state in (:ended) and [r.sku]"""),

    /**
     * Orders with partial delivery are left out: one parcel may have a shortage while another is still being packed.
     */
    CONFIRMED_IS_RESERVED("%1$s: %4$d reserved for order %3$s, which is confirmed for %5$d", """
      select t.sku, null as site, t.order_number, sum(t.units) as is_now, sum(t.required) as should_be
      from (
        select l.order_number, l.sku, 0 as units, l.quantity - l.cancelled_quantity as required
        from customer_order o join order_line l on l.order_number = o.number where o.state in (:confirmed) and o.partial_delivery = false and [l.sku]
        union all select r.order_number, r.sku, r.quantity, 0
        from customer_order o join reservation r on r.order_number = o.number
        where o.state in (:confirmed) and o.partial_delivery = false and r.status = 'OPEN' and [r.sku]
      ) t group by t.order_number, t.sku having sum(t.units) <> sum(t.required)"""),

    /**
     * The rest of an order with partial delivery waits while its parcels are packed; what is sent again waits while the
     * order stays shipped.
     */
    ONLY_WAITING_ORDERS_HAVE_BACKORDERS("%1$s: order %3$s has a backorder of %4$d and does not wait for stock", """
      select b.sku, null as site, b.order_number, b.missing as is_now, 0 as should_be
      from backorder b join customer_order o on o.number = b.order_number
      where o.state not in (:waiting) and not (o.partial_delivery = true and o.state in (:confirmed)) and [b.sku]"""),

    AVAILABLE_STOCK_IS_ALLOCATED("%1$s at %2$s: %4$d available while orders wait: %5$d", """
      select s.sku, s.site, null as order_number, s.on_hand - s.reserved as is_now, count(*) as should_be
      from stock_item s join backorder b on b.sku = s.sku
      where s.on_hand > s.reserved and [s.sku] group by s.sku, s.site, s.on_hand, s.reserved""");

    private final String sentence;
    private final String sql;

    StockRule(String sentence, String sql) {
        this.sentence = sentence;
        this.sql = sql;
    }

    /** Tells whether the query reads the movements, of which there are ever more. */
    boolean readsLedger() {
        return this == ON_HAND_IN_LEDGER || this == RESERVED_IN_LEDGER;
    }

    String ofAll() {
        return sql.replaceAll("\\[[a-z.]+]", "1 = 1");
    }

    String ofSome() {
        return sql.replaceAll("\\[([a-z.]+)]", "$1 in (:skus)");
    }

    String sentence() {
        return sentence;
    }
}
