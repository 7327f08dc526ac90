package io.ordertrail.privacy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Stamp;

/** Who was erased, by their number alone. */
@Component
public class ErasedCustomers {

    private final JdbcClient database;

    ErasedCustomers(JdbcClient database) {
        this.database = database;
    }

    /** A customer who was erased. */
    public record Erased(String number, Instant at, String by) {}

    @Transactional(readOnly = true)
    public Optional<Erased> find(String number) {
        return all().stream().filter(erased -> erased.number().equals(number)).findFirst();
    }

    @Transactional(readOnly = true)
    public List<Erased> all() {
        return database.sql("select number, erased_at, erased_by from erased_customer order by number")
                .query((row, i) -> new Erased(
                        row.getString("number"),
                        row.getObject("erased_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("erased_by")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String number, Stamp stamp) {
        database.sql("delete from erased_customer where number = :number")
                .param("number", number)
                .update();
        database.sql("insert into erased_customer (number, erased_at, erased_by) values (:number, :at, :by)")
                .param("number", number)
                .param("at", LocalDateTime.ofInstant(stamp.at(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS))
                .param("by", stamp.by())
                .update();
    }
}
