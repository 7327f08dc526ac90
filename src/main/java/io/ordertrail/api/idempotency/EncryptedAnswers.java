package io.ordertrail.api.idempotency;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.encryption.EncryptedColumns;

/** An answer shows what was ordered and to whom it is sent. It is kept until its key expires. */
@Component
class EncryptedAnswers implements EncryptedColumns {

    static final String TABLE = "idempotency_key";
    static final String RESPONSE = "response";

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public String key() {
        return "key_hash";
    }

    @Override
    public List<String> columns() {
        return List.of(RESPONSE);
    }

    @Override
    public boolean byEntity() {
        return false;
    }

    @Override
    public boolean shortLived() {
        return true;
    }
}
