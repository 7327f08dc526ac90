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
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.mail.Mailer;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.webhook.SendAlert;

/** The alerts that people set up, and what became of them. */
@Component
@Transactional
public class Alerts {

    private static final int LONGEST_MINUTES = 10_000;
    private static final BigDecimal LARGEST_BOUND = new BigDecimal("1000000000");
    private static final String COLUMNS =
            "a.id, a.figure, a.above, a.bound, a.minutes, a.owner, a.snoozed_until, a.seen_value, a.beyond_since, a.raised_at";

    private final JdbcClient database;
    private final SendAlert sendAlert;
    private final Mailer mailer;
    private final Clock clock;

    Alerts(JdbcClient database, SendAlert sendAlert, Mailer mailer, Clock clock) {
        this.database = database;
        this.sendAlert = sendAlert;
        this.mailer = mailer;
        this.clock = clock;
    }

    /**
     * Sets up an alert.
     *
     * @param language in which its owner is told of it
     * @throws Refusal when bound or minutes make no sense
     */
    public void set(Figure figure, boolean above, BigDecimal bound, int minutes, String owner, Locale language) {
        if (bound.signum() < 0 || bound.compareTo(LARGEST_BOUND) > 0 || minutes < 0 || minutes > LONGEST_MINUTES) {
            throw new Refusal(Refusal.Kind.INVALID, "alert.range", LONGEST_MINUTES);
        }
        database.sql("""
            insert into report_alert (id, figure, above, bound, minutes, owner, language, created_at)
            values (:id, :figure, :above, :bound, :minutes, :owner, :language, :now)""")
                .param("id", UUID.randomUUID().toString())
                .param("figure", figure.name())
                .param("above", above)
                .param("bound", bound)
                .param("minutes", minutes)
                .param("owner", owner)
                .param("language", language.toLanguageTag())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** The raised ones first. */
    @Transactional(readOnly = true)
    public List<Alert> all() {
        return database.sql(
                        "select " + COLUMNS
                                + " from report_alert a order by case when a.raised_at is null then 1 else 0 end, a.raised_at desc, a.created_at, a.id")
                .query(Alerts::read)
                .list();
    }

    @Transactional(readOnly = true)
    public List<AlertMessage> newest(int limit) {
        return database.sql("select " + COLUMNS
                        + ", m.at, m.what, m.figure_value, m.mail, m.webhooks from alert_message m join report_alert a on a.id = m.alert"
                        + " order by m.at desc, m.id limit :limit")
                .param("limit", limit)
                .query((row, i) -> new AlertMessage(
                        read(row, i),
                        instant(row, "at"),
                        AlertMessage.What.valueOf(row.getString("what")),
                        row.getBigDecimal("figure_value"),
                        AlertMessage.Mailed.valueOf(row.getString("mail")),
                        row.getInt("webhooks")))
                .list();
    }

    /** Tells nobody about the alert for so long, and takes back that somebody was told. */
    public void snooze(String id, Duration time) {
        requireOne(database.sql("update report_alert set snoozed_until = :until, raised_at = null where id = :id")
                .param("until", utc(clock.instant().plus(time)))
                .param("id", id)
                .update());
    }

    public void delete(String id) {
        requireOne(database.sql("delete from report_alert where id = :id")
                .param("id", id)
                .update());
    }

    /** Stores what a look at the figure found. Of two nodes that look at the same moment, one tells it. */
    void store(Alert before, Alert after) {
        var changed = database.sql("""
            update report_alert set seen_value = :value, beyond_since = :since, raised_at = :raised
            where id = :id and (raised_at is null) = :quiet""")
                .param("value", after.lastValue())
                .param("since", utc(after.beyondSince()))
                .param("raised", utc(after.raisedAt()))
                .param("id", after.id())
                .param("quiet", !before.isRaised())
                .update();
        if (changed == 1 && before.isRaised() != after.isRaised()) {
            tell(after, after.isRaised() ? AlertMessage.What.RAISED : AlertMessage.What.RESOLVED);
        }
    }

    private void tell(Alert alert, AlertMessage.What what) {
        var now = clock.instant();
        var told = sendAlert.send(new SendAlert.AlertNotice(
                alert.id(),
                now,
                what == AlertMessage.What.RAISED,
                alert.figure().name(),
                alert.lastValue(),
                alert.above(),
                alert.bound()));
        database.sql("""
            insert into alert_message (id, alert, at, what, figure_value, mail, mail_due, webhooks)
            values (:id, :alert, :at, :what, :value, :mail, :at, :webhooks)""")
                .param("id", UUID.randomUUID().toString())
                .param("alert", alert.id())
                .param("at", utc(now))
                .param("what", what.name())
                .param("value", alert.lastValue())
                .param("mail", (mailer.isConfigured() ? AlertMessage.Mailed.WAITING : AlertMessage.Mailed.NONE).name())
                .param("webhooks", told)
                .update();
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "alert.unknown");
        }
    }

    private static Alert read(ResultSet row, int at) throws SQLException {
        return new Alert(
                row.getString("id"),
                Figure.valueOf(row.getString("figure")),
                row.getBoolean("above"),
                row.getBigDecimal("bound"),
                row.getInt("minutes"),
                row.getString("owner"),
                instant(row, "snoozed_until"),
                row.getBigDecimal("seen_value"),
                instant(row, "beyond_since"),
                instant(row, "raised_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
