package io.ordertrail.report.figure;

import java.util.List;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills a MySQL database, through SQL, with the orders of three years until {@link SeededOrders#NOW}, their timelines
 * and their goods. The same count makes the same company.
 */
public final class ManyReported {

    private static final String NUMBER = "concat(lpad(l.n div 10000, 4, '0'), '-', lpad(l.n % 10000, 4, '0'))";
    private static final String NOW = "'2026-11-20 13:37:00'";

    private static final List<String> COMPANY = List.of(
            "set foreign_key_checks = 0",
            "set unique_checks = 0",
            "set cte_max_recursion_depth = 2000000",
            "create table seq (n int primary key)",
            "insert into seq with recursive s (n) as (select 0 union all select n + 1 from s where n < %1$d - 1) select n from s",
            """
            create table life (n int primary key, kind int, t0 datetime, t1 datetime, t2 datetime, t3 datetime, t4 datetime, t5 datetime)""",
            """
            insert into life select n,
              case when crc32(concat(n, 'kind')) %% 100 < 3 then 2 when crc32(concat(n, 'kind')) %% 100 < 9 then 1 else 0 end,
              @t0 := timestampadd(second, n * (94600000.0 / %1$d), '2023-11-21'),
              @t1 := timestampadd(second, 60 + crc32(concat(n, 1)) %% 172800, @t0),
              @t2 := timestampadd(second, 60 + crc32(concat(n, 2)) %% 86400, @t1),
              @t3 := timestampadd(second, 60 + crc32(concat(n, 3)) %% 86400, @t2),
              @t4 := timestampadd(second, 60 + crc32(concat(n, 4)) %% 259200, @t3),
              timestampadd(second, 60 + crc32(concat(n, 5)) %% 604800, @t4) from seq order by n""",
            "insert into site (code, name, country, version) values ('VIE', 'Vienna', 'AT', 0), ('ROT', 'Rotterdam', 'NL', 0)",
            """
            insert into product (sku, name, category, list_price, currency, active, version)
            select concat('S-', n), concat('Thing ', n), concat('Category ', n %% 20), 10, 'EUR', true, 0 from seq where n < 5000""",
            """
            insert into customer (number, name, country, credit_limit, blocked, shortage_policy, version)
            select concat('K-', n), concat('Customer ', n), elt(1 + n %% 3, 'AT', 'DE', 'TW'), 0, false, 'ASK', 0 from seq where n < 20000""",
            "insert into stock_item (sku, site, bin, on_hand, reserved) select concat('S-', n), 'VIE', 'A', 1000, 10 from seq where n < 5000");

    private static final List<String> ORDERS = List.of(
            "insert into customer_order (number, process_instance, customer, channel, currency, requested_delivery, ship_country, total,"
                    + " state, state_since, entered_at, entered_by, partial_delivery, content, version) select "
                    + NUMBER
                    + ", " + NUMBER
                    + ", concat('K-', crc32(n) % 20000), elt(1 + n % 3, 'desk', 'api', 'shop'), 'EUR',"
                    + " case when n % 3 = 0 then null else date(t0) + interval n % 9 day end, null, 100 + n % 900,"
                    + " case when kind = 2 then 'REJECTED' when kind = 1 then 'CANCELLED' when t5 < " + NOW
                    + " then 'RECEIVED' when t4 < " + NOW + " then 'DELIVERED' when t3 < " + NOW
                    + " then 'SHIPPED' when t2 < " + NOW + " then 'IN_FULFILMENT' when t1 < " + NOW
                    + " then 'CONFIRMED' else 'ENTERED' end, t0, t0, concat('person-', n % 30), false, '', 0 from life l",
            line(0),
            line(1),
            event(0, "t0", "'person-0'", "'state'", "null", "'ENTERED'", "true"),
            event(1, "t0", "'rule: credit-limit'", "'held'", "null", "null", "n % 10 = 0"),
            event(
                    2,
                    "t1",
                    "'person-2'",
                    "'state'",
                    "'ENTERED'",
                    "case kind when 2 then 'REJECTED' else 'CANCELLED' end",
                    "kind > 0"),
            event(3, "t1", "'ordertrail'", "'state'", "'ENTERED'", "'CONFIRMED'", "kind = 0"),
            event(4, "t2", "'ordertrail'", "'state'", "'CONFIRMED'", "'IN_FULFILMENT'", "kind = 0"),
            event(5, "t2 + interval 1 hour", "'person-3'", "'picked'", "null", "null", "kind = 0"),
            event(6, "t3", "'person-3'", "'state'", "'IN_FULFILMENT'", "'SHIPPED'", "kind = 0"),
            event(7, "t4", "'system: carrier'", "'state'", "'SHIPPED'", "'DELIVERED'", "kind = 0"),
            event(8, "t5", "'timer: receipt'", "'state'", "'DELIVERED'", "'RECEIVED'", "kind = 0"),
            "insert into order_hold (order_number, position, rule_id, status, opened_at, closed_at, reason, severity) select "
                    + NUMBER
                    + ", 0, elt(1 + n % 3, 'credit-limit', 'price-below-list', 'new-customer'), 'RELEASED', t0, t1, 'reason', 'high' from life l where n % 10 = 0",
            movement(0, "SHIPMENT", "kind = 0 and t3 < " + NOW),
            movement(1, "SHORTFALL", "n % 100 = 7 and kind = 0 and t3 < " + NOW),
            "insert into reservation (id, order_number, position, priority, sku, site, quantity, found, status, reserved_at) select n, "
                    + NUMBER
                    + ", 0, 1, concat('S-', crc32(concat(n, 0)) % 5000), 'VIE', 2, case when t2 < " + NOW
                    + " then 2 end, case when t3 < " + NOW
                    + " then 'SHIPPED' else 'OPEN' end, t1 from life l where kind = 0 and t1 < "
                    + NOW,
            "insert into purchase_order (id, sku, site, state, suggested, ordered, received, expected, proposed_at, decided_at, decided_by, ended_at)"
                    + " select n, concat('S-', n % 5000), 'VIE', 'RECEIVED', 5, 5, 5, date(t3), t0, t1, 'person-1', t4 from life l"
                    + " where n % 20 = 0 and t4 < " + NOW,
            "insert into measured_task (process, ended_on, step, version, role, person, tasks, waited, worked)"
                    + " select 'orderFulfilment', date(t2), 'pickAndPack', 1, 'warehouse', '', count(*), 0, count(*) * 600000 from life where kind = 0 group by date(t2)",
            "drop table life",
            "drop table seq",
            "analyze table customer_order, order_line, order_event, stock_movement, reservation, order_hold, purchase_order");

    public static void fill(DataSource source, int orders) {
        var database = new JdbcTemplate(source);
        COMPANY.forEach(
                sql -> database.execute(sql.contains("%1$d") || sql.contains("%%") ? sql.formatted(orders) : sql));
        ORDERS.forEach(database::execute);
    }

    private static String line(int position) {
        return ("insert into order_line (order_number, position, customer, entered_at, sku, quantity, cancelled_quantity, amount,"
                        + " name, unit_price, list_price, discount_percent) select " + NUMBER
                        + ", #, concat('K-', crc32(n) % 20000), t0, concat('S-', crc32(concat(n, #)) % 5000), 2, 0, 50 + n % 450,"
                        + " 'Thing', 1, 1, 0 from life l")
                .replace("#", Integer.toString(position));
    }

    private static String event(int kind, String at, String actor, String what, String from, String to, String when) {
        return "insert into order_event (id, order_number, at, actor, what, from_state, to_state) select " + kind
                + " * 2000000 + n, " + NUMBER + ", " + at + ", " + actor + ", " + what + ", " + from + ", " + to
                + " from life l where " + when + " and " + at + " < " + NOW;
    }

    private static String movement(int at, String kind, String when) {
        return "insert into stock_movement (id, sku, site, kind, on_hand_change, reserved_change, order_number, actor, at, announced) select "
                + at + " * 2000000 + n, concat('S-', crc32(concat(n, 0)) % 5000), 'VIE', '" + kind + "', -2, -2, "
                + NUMBER
                + ", 'person-3', t3, 1 from life l where " + when;
    }

    private ManyReported() {}
}
