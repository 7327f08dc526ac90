package io.ordertrail.privacy;

/**
 * The tables that hold data of a customer, each with the query for the rows of one of them. Where a table has encrypted
 * columns, the first column is its key.
 */
public enum DataPart {
    CUSTOMER("customer", """
        select number, name, company, street, postal_code, city, region, country, phone, email, credit_limit, blocked, discount_allowed,
          shortage_policy, priority from customer where number = :customer\
        """),
    ORDERS("customer_order", """
        select number, entered_at, entered_by, state, channel, external_reference, requested_delivery, ship_name, ship_street,
          ship_postal_code, ship_city, ship_region, ship_country, ship_phone, ship_email, note, total, currency
        from customer_order where customer = :customer order by entered_at, number\
        """),
    LINES("order_line", """
        select order_number, sku, name, quantity, cancelled_quantity, unit_price, amount
        from order_line where customer = :customer order by order_number, position\
        """),
    HOLDS("order_hold", """
        select h.order_number, h.opened_at, h.reason, h.status, h.closed_by
        from order_hold h join customer_order o on o.number = h.order_number
        where o.customer = :customer order by h.order_number, h.position\
        """),
    TIMELINES("order_event", """
        select e.id, e.order_number, e.at, e.actor, e.what, e.from_state, e.to_state, e.note
        from order_event e join customer_order o on o.number = e.order_number
        where o.customer = :customer order by e.order_number, e.at, e.id\
        """),
    PARCELS("parcel", """
        select p.order_number, p.number, p.state, p.carrier, p.tracking_number, p.shipped_at
        from parcel p join customer_order o on o.number = p.order_number
        where o.customer = :customer order by p.order_number, p.sequence\
        """),
    IMPORTS("order_import_entry", """
        select concat(i.import_number, '/', i.first_row) as id, i.order_number, i.import_number, i.first_row, i.reference, i.state, i.file_rows
        from order_import_entry i join customer_order o on o.number = i.order_number
        where o.customer = :customer order by i.order_number, i.import_number\
        """),
    RECORD_ROWS("record_import_row", """
        select concat(r.import_number, '/', r.row_no) as id, r.import_number, r.row_no as first_row, r.code as reference, r.state, r.cells
        from record_import_row r join record_import i on i.number = r.import_number
        where i.kind = 'CUSTOMERS' and r.code = :customer order by r.import_number, r.row_no\
        """),
    APPROVALS("pending_change", """
        select proposed_at, proposed_by, field, former, proposed, state, decided_by, decided_at
        from pending_change where kind = 'CUSTOMER' and subject = :customer order by proposed_at, id\
        """),
    CHANGES("change_entry", """
        select c.id, c.at, c.actor, c.kind, c.subject, c.act, c.place, c.field, c.former, c.current
        from change_entry c where c.kind = 'CUSTOMER' and c.subject = :customer
          or c.kind = 'ORDER' and c.subject in (select o.number from customer_order o where o.customer = :customer)
        order by c.at, c.id\
        """);

    private final String table;
    private final String query;

    DataPart(String table, String query) {
        this.table = table;
        this.query = query;
    }

    String table() {
        return table;
    }

    String query() {
        return query;
    }
}
