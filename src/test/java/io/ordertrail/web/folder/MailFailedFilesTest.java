package io.ordertrail.web.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.intake.folder.FailedFiles;
import io.ordertrail.intake.folder.FolderSettings;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.platform.engine.Colleagues;
import io.ordertrail.platform.mail.MailServer;
import io.ordertrail.platform.mail.Mailer;

@JourneyTest
@Tag("database")
class MailFailedFilesTest {

    private static final String OWNER = "folder-owner";

    @Autowired
    FailedFiles files;

    @Autowired
    Colleagues colleagues;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc browser;

    private final MailServer server = new MailServer();
    private final String source = "m-" + System.nanoTime();

    @BeforeEach
    void a_file_of_an_owner_failed() {
        var owner = identities.newUser(OWNER);
        owner.setEmail("olga@example.com");
        owner.setPassword("a long enough password");
        identities.saveUser(owner);
        update("""
            insert into watched_file (source, name, hash, state, taken_at, message)
            values (?, '訂單.csv', 'hash', 'FAILED', '2026-01-01 00:00:00', 'Row 2 has no quantity.')\
            """);
        waits(Duration.ZERO);
    }

    @AfterEach
    void nobody_is_left() throws Exception {
        identities.deleteUser(OWNER);
        server.close();
        update("delete from watched_file where source = ?");
    }

    @Test
    void the_owner_gets_one_mail_that_says_which_file_and_why() throws Exception {
        mails(OWNER, server.mailer()).send();
        mails(OWNER, server.mailer()).send();

        var mail = server.taken().stream()
                .filter(taken -> subject(taken).contains(source))
                .toList();
        assertThat(mail).hasSize(1);
        assertThat(subject(mail.get(0))).contains("訂單.csv");
        assertThat((String) mail.get(0).getContent()).contains("Row 2 has no quantity.", "Watched folders");
        assertThat(mail.get(0).getAllRecipients()).extracting(Object::toString).containsExactly("olga@example.com");
        browser.perform(get("/orders/folders").with(user("max").roles("sales")))
                .andExpect(content().string(containsString("got a mail.")));
        assertThat(mailed()).isEqualTo("SENT");
    }

    @Test
    void an_owner_may_be_a_mail_address() throws Exception {
        mails("orders@example.org", server.mailer()).send();
        assertThat(server.taken())
                .filteredOn(taken -> subject(taken).contains(source))
                .flatExtracting(taken -> List.of(taken.getAllRecipients()))
                .extracting(Object::toString)
                .containsExactly("orders@example.org");
    }

    @Test
    void an_owner_without_an_address_is_noted() {
        mails("sales", server.mailer()).send();
        assertThat(mailed()).isEqualTo("NO_ADDRESS");
    }

    @Test
    void without_a_mail_server_nobody_is_told_later_what_is_long_past() throws Exception {
        waits(Duration.ofDays(2));
        mails(OWNER, new Mailer(null, "orders@example.com")).send();
        assertThat(mailed()).isEqualTo("WAITING");
        browser.perform(get("/orders/folders").with(user("max").roles("sales")))
                .andExpect(content().string(containsString("no mail server was configured")));

        mails(OWNER, server.mailer()).send();
        assertThat(mailed()).isEqualTo("NONE");
    }

    @Test
    void a_mail_that_the_server_does_not_take_is_tried_again_and_given_up_at_last() {
        server.refuse();
        for (int attempt = 1; attempt <= FailedFiles.MOST_TRIES; attempt++) {
            assertThat(mailed()).isEqualTo("WAITING");
            mails(OWNER, server.mailer()).send();
            mails(OWNER, server.mailer()).send();
            assertThat(tries()).as("the next attempt is later").isEqualTo(attempt);
            waits(Duration.ZERO);
        }
        assertThat(mailed()).isEqualTo("FAILED");
    }

    private MailFailedFiles mails(String owner, Mailer mailer) {
        var settings = new FolderSettings("", Duration.ZERO, Locale.ENGLISH, Map.of(), Map.of(source, owner));
        return new MailFailedFiles(files, settings, mailer, colleagues);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private String mailed() {
        return database.queryForObject("select mail from watched_file where source = ?", String.class, source);
    }

    private int tries() {
        return database.queryForObject("select mail_tries from watched_file where source = ?", Integer.class, source);
    }

    /** The mail is due since some time. */
    private void waits(Duration since) {
        var due = LocalDateTime.ofInstant(clock.instant().minus(since), ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> database.update(
                "update watched_file set mail = case mail when 'NONE' then 'WAITING' else mail end, mail_due = ?"
                        + " where source = ?",
                due,
                source));
    }

    private void update(String sql) {
        transaction.executeWithoutResult(status -> database.update(sql, source));
    }
}
