package io.ordertrail.report.alert;

/** What an alert can watch: counts of now. */
public enum Figure {
    OPEN("select count(*) from customer_order where state not in ('RECEIVED', 'REJECTED', 'CANCELLED')"),
    LATE("""
        select count(*) from customer_order where requested_by < :today and state in
          ('ENTERED', 'IN_REVIEW', 'IN_CORRECTION', 'WAITING_FOR_STOCK', 'CONFIRMED', 'IN_FULFILMENT',
           'PARTLY_SHIPPED', 'SHIPPED', 'PARTLY_DELIVERED')"""),
    IN_REVIEW("select count(*) from customer_order where state = 'IN_REVIEW'"),
    WAITING_FOR_STOCK("select count(*) from customer_order where state = 'WAITING_FOR_STOCK'"),
    ENTERED_LAST_HOUR("select count(*) from customer_order where entered_at > :hour"),
    CANCELLED_LAST_DAY("select count(*) from order_event where to_state = 'CANCELLED' and at > :day"),
    OUT_OF_STOCK(
            "select count(*) from (select sku from stock_item group by sku having sum(on_hand) <= sum(reserved)) missing"),
    LATE_PURCHASES("select count(*) from purchase_order where state = 'ORDERED' and expected < :today"),
    /** The last one failed, or the next one is overdue for an hour; nothing where none was ever made. */
    LATE_BACKUPS("""
        select count(*) from backup_duty d where exists (select 1 from backup_run) and (d.due_at < :hour or exists
          (select 1 from backup_run r where r.work = d.work and r.findings <> '' and r.begun_at =
            (select max(n.begun_at) from backup_run n where n.work = d.work)))"""),
    /** Only the engine knows it. */
    INCIDENTS(null);

    private final String sql;

    Figure(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
