package io.ordertrail.customer;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.encryption.EncryptedColumns;

/** What tells who a customer is and how to reach them. City and country stay in the clear: lists and rules read them. */
@Component
class EncryptedCustomers implements EncryptedColumns {

    @Override
    public String table() {
        return "customer";
    }

    @Override
    public String key() {
        return "number";
    }

    @Override
    public List<String> columns() {
        return List.of("name", "street", "phone", "email");
    }
}
