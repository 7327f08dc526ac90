package io.ordertrail.customer;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.RowKey;

/** What tells who a customer is and how to reach them. City and country stay in the clear: lists and rules read them. */
@Component
class EncryptedCustomers implements EncryptedColumns {

    private static final String NAME = "name";

    @Override
    public String table() {
        return "customer";
    }

    @Override
    public RowKey key() {
        return RowKey.text("number");
    }

    @Override
    public List<String> columns() {
        return List.of(NAME, "street", "phone", "email");
    }

    /** Lists and reports of companies are read by SQL, too. */
    @Override
    public Optional<String> clearWhere(String column) {
        return column.equals(NAME) ? Optional.of("company") : Optional.empty();
    }
}
