package io.ordertrail.report.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who gets the weekly digest. */
@Component
@Transactional
public class DigestReaders {

    private static final String SELECT = "select person, language, week, problem from digest_reader ";

    private final JdbcClient database;

    DigestReaders(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public Optional<DigestReader> find(String person) {
        return database.sql(SELECT + "where person = :person")
                .param("person", person)
                .query(DigestReaders::read)
                .optional();
    }

    /** Those who have not got the digest of this week yet. */
    @Transactional(readOnly = true)
    public List<DigestReader> waitingFor(LocalDate monday) {
        return database.sql(SELECT + "where week < :monday order by person")
                .param("monday", monday)
                .query(DigestReaders::read)
                .list();
    }

    /**
     * Adds a person, who gets the first digest in the week after this one.
     *
     * @param monday of this week
     */
    public void add(String person, Locale language, LocalDate monday) {
        remove(person);
        database.sql("insert into digest_reader (person, language, week) values (:person, :language, :monday)")
                .param("person", person)
                .param("language", language.toLanguageTag())
                .param("monday", monday)
                .update();
    }

    public void remove(String person) {
        database.sql("delete from digest_reader where person = :person")
                .param("person", person)
                .update();
    }

    /**
     * Claims the digest of a week.
     *
     * @return whether this node sends it
     */
    public boolean claim(DigestReader reader, LocalDate monday) {
        return database.sql("""
            update digest_reader set week = :monday, problem = null where person = :person and week = :week""")
                        .param("monday", monday)
                        .param("person", reader.person())
                        .param("week", reader.week())
                        .update()
                == 1;
    }

    /** Records that a claimed digest did not go out, and that it is tried again unless there is no address. */
    public void failed(DigestReader reader, LocalDate monday, DigestReader.Problem problem) {
        database.sql(
                        "update digest_reader set week = :week, problem = :problem where person = :person and week = :monday")
                .param("week", problem == DigestReader.Problem.FAILED ? reader.week() : monday)
                .param("problem", problem.name())
                .param("person", reader.person())
                .param("monday", monday)
                .update();
    }

    private static DigestReader read(ResultSet row, int at) throws SQLException {
        var problem = row.getString("problem");
        return new DigestReader(
                row.getString("person"),
                Locale.forLanguageTag(row.getString("language")),
                row.getObject("week", LocalDate.class),
                problem == null ? null : DigestReader.Problem.valueOf(problem));
    }
}
