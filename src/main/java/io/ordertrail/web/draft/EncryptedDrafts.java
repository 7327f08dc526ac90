package io.ordertrail.web.draft;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.encryption.EncryptedColumns;

/** What people type may name anybody. It is kept for a week. */
@Component
class EncryptedDrafts implements EncryptedColumns {

    static final String TABLE = "form_draft";
    static final String CONTENT = "content";

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public String key() {
        return "person";
    }

    @Override
    public List<String> columns() {
        return List.of(CONTENT);
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
