package io.ordertrail.order.book;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.RowKey;

/** What tells to whom an order is sent, and what people wrote about it. Reports read the country. */
@Component
class EncryptedOrders implements EncryptedColumns {

    @Override
    public String table() {
        return "customer_order";
    }

    @Override
    public RowKey key() {
        return RowKey.text("number");
    }

    @Override
    public List<String> columns() {
        return List.of("note", "ship_name", "ship_street", "ship_phone", "ship_email");
    }
}
