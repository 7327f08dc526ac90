package io.ordertrail.web.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.Place;
import io.ordertrail.encryption.RowKey;
import io.ordertrail.retention.RetainedData;
import io.ordertrail.retention.RetentionSettings;

/** Keeps one draft for each person and form. Nobody else ever sees it. */
@Component
@Transactional
public class FormDrafts implements RetainedData {

    private static final String TABLE = "form_draft";
    private static final String CONTENT = "content";

    private final JdbcClient jdbc;
    private final RetentionSettings settings;
    private final Clock clock;
    private final FieldCipher cipher;

    FormDrafts(JdbcClient jdbc, RetentionSettings settings, Clock clock, FieldCipher cipher) {
        this.cipher = cipher;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @EncryptedTables
    static class Encrypted {

        /** What people type may name anybody. */
        @Bean
        static EncryptedColumns encryptedDrafts() {
            return EncryptedTable.shortLived(TABLE, RowKey.text("person").then(RowKey.text("form")), CONTENT);
        }
    }

    @Transactional(readOnly = true)
    public Optional<FormDraft> find(String person, String form) {
        return of(
                        person,
                        form,
                        "select content, saved_at from form_draft where person = :person and form = :form and saved_at"
                                + " > :since")
                .param("since", time(since()))
                .query((row, number) -> new FormDraft(
                        cipher.decrypt(place(person, form), row.getString("content")),
                        row.getObject("saved_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .optional();
    }

    public void save(String person, String form, String content) {
        var stored = cipher.encrypt(place(person, form), content);
        var updated = of(
                        person,
                        form,
                        "update form_draft set content = :content, saved_at = :now where person = :person and form ="
                                + " :form")
                .param("content", stored)
                .param("now", time(clock.instant()))
                .update();
        if (updated == 0) {
            of(
                            person,
                            form,
                            "insert into form_draft (person, form, content, saved_at) values (:person, :form,"
                                    + " :content, :now)")
                    .param("content", stored)
                    .param("now", time(clock.instant()))
                    .update();
        }
    }

    public void delete(String person, String form) {
        of(person, form, "delete from form_draft where person = :person and form = :form")
                .update();
    }

    @Override
    public Kind kind() {
        return Kind.FORM_DRAFTS;
    }

    @Override
    public Duration keptFor() {
        return settings.formDrafts();
    }

    @Override
    public Outcome forget(Instant before) {
        return Outcome.removed(jdbc.sql("delete from form_draft where saved_at <= :since")
                .param("since", time(before))
                .update());
    }

    private Instant since() {
        return keptFor().isZero() ? Instant.EPOCH : clock.instant().minus(keptFor());
    }

    private static Place place(String person, String form) {
        return new Place(TABLE, CONTENT, person + "/" + form);
    }

    private JdbcClient.StatementSpec of(String person, String form, String sql) {
        return jdbc.sql(sql).param("person", person).param("form", form);
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
