package io.ordertrail.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.platform.engine.Colleagues;
import io.ordertrail.platform.mail.MailServer;

@JourneyTest
@Tag("database")
class MailAlertsTest {

    private static final String OWNER = "alert-owner";

    @Autowired
    AlertMails mails;

    @Autowired
    Colleagues colleagues;

    @Autowired
    MessageSource messages;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    private final MailServer server = new MailServer();

    @BeforeEach
    void an_owner_with_an_address() {
        var owner = identities.newUser(OWNER);
        owner.setEmail("mei@example.com");
        owner.setPassword("a long enough password");
        identities.saveUser(owner);
    }

    @AfterEach
    void nobody_is_left() throws Exception {
        identities.deleteUser(OWNER);
        server.close();
        update("delete from report_alert where owner in ('" + OWNER + "', 'left-the-company')");
    }

    @Test
    void the_owner_gets_one_mail_in_their_language() throws Exception {
        var message = raised(OWNER, "zh-TW");
        mailAlerts().send();
        mailAlerts().send();
        assertThat(server.taken()).hasSize(1);
        var mail = server.taken().get(0);
        assertThat(mail.getSubject()).startsWith("延遲訂單").contains("1,234").contains("50");
        assertThat((String) mail.getContent()).contains("Ordertrail").contains("暫停或刪除");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("mei@example.com");
        assertThat(mailed(message)).isEqualTo("SENT");
    }

    @Test
    void somebody_who_is_not_known_any_more_gets_none() {
        var message = raised("left-the-company", "en");
        mailAlerts().send();
        assertThat(server.taken()).isEmpty();
        assertThat(mailed(message)).isEqualTo("NO_ADDRESS");
    }

    @Test
    void a_mail_that_the_server_does_not_take_is_tried_again_and_given_up_at_last() {
        var message = raised(OWNER, "en");
        server.refuse();
        mailAlerts().send();
        mailAlerts().send();
        assertThat(tries(message)).as("the next attempt is later").isEqualTo(1);
        for (int attempt = 2; attempt <= AlertMails.MOST_TRIES; attempt++) {
            assertThat(mailed(message)).isEqualTo("WAITING");
            update("update alert_message set mail_due = at where id = '" + message + "'");
            mailAlerts().send();
        }
        assertThat(mailed(message)).isEqualTo("FAILED");
        assertThat(tries(message)).isEqualTo(AlertMails.MOST_TRIES);
    }

    private MailAlerts mailAlerts() {
        return new MailAlerts(mails, server.mailer(), colleagues, messages);
    }

    private String raised(String owner, String language) {
        var id = UUID.randomUUID().toString();
        update(("insert into report_alert (id, figure, above, bound, minutes, owner, language, created_at)"
                        + " values ('%1$s', 'LATE', true, 50, 5, '%2$s', '%3$s', '2026-01-01 00:00:00')")
                .formatted(id, owner, language));
        update(("insert into alert_message (id, alert, at, what, figure_value, mail, mail_due)"
                        + " values ('%1$s', '%1$s', '2026-01-01 00:00:00', 'RAISED', 1234, 'WAITING', '2026-01-01 00:00:00')")
                .formatted(id));
        return id;
    }

    private String mailed(String message) {
        return database.queryForObject("select mail from alert_message where id = ?", String.class, message);
    }

    private int tries(String message) {
        return database.queryForObject("select mail_tries from alert_message where id = ?", Integer.class, message);
    }

    private void update(String sql) {
        transaction.executeWithoutResult(status -> database.update(sql));
    }
}
