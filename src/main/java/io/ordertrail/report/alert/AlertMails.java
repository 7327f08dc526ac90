package io.ordertrail.report.alert;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.report.alert.AlertMessage.Mailed;

/** The mails about alerts that wait, and what became of them. */
@Component
@Transactional
class AlertMails {

    static final int MOST_TRIES = 10;
    private static final Duration NEXT_TRY = Duration.ofMinutes(3);

    /**
     * A message of which the owner is to be told.
     *
     * @param tries how often it was tried before
     */
    record Waiting(
            String id,
            AlertMessage.What what,
            BigDecimal value,
            int tries,
            Figure figure,
            BigDecimal bound,
            String owner,
            Locale language) {}

    private final JdbcClient database;
    private final Clock clock;

    AlertMails(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Waiting> due() {
        return database.sql("""
            select m.id, m.what, m.figure_value, m.mail_tries, a.figure, a.bound, a.owner, a.language
            from alert_message m join report_alert a on a.id = m.alert
            where m.mail = 'WAITING' and m.mail_due <= :now order by m.at, m.id""")
                .param("now", utc(clock.instant()))
                .query(AlertMails::read)
                .list();
    }

    /** Counts an attempt of this node; when it dies, another one tries again later. */
    boolean claim(Waiting mail) {
        return database.sql("""
            update alert_message set mail_tries = mail_tries + 1, mail_due = :next
            where id = :id and mail = 'WAITING' and mail_tries = :tries""")
                        .param("next", utc(clock.instant().plus(NEXT_TRY)))
                        .param("id", mail.id())
                        .param("tries", mail.tries())
                        .update()
                == 1;
    }

    void became(Waiting mail, Mailed mailed) {
        database.sql("update alert_message set mail = :mailed where id = :id")
                .param("mailed", mailed.name())
                .param("id", mail.id())
                .update();
    }

    private static Waiting read(ResultSet row, int at) throws SQLException {
        return new Waiting(
                row.getString("id"),
                AlertMessage.What.valueOf(row.getString("what")),
                row.getBigDecimal("figure_value").stripTrailingZeros(),
                row.getInt("mail_tries"),
                Figure.valueOf(row.getString("figure")),
                row.getBigDecimal("bound").stripTrailingZeros(),
                row.getString("owner"),
                Locale.forLanguageTag(row.getString("language")));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
