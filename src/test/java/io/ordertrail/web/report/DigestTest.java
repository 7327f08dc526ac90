package io.ordertrail.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.catalog.Company;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.mail.MailServer;
import io.ordertrail.report.digest.DigestReader.Problem;
import io.ordertrail.report.digest.DigestReaders;

@JourneyTest
@Tag("database")
class DigestTest {

    private static final String READER = "digest-reader";

    @Autowired
    MockMvc browser;

    @Autowired
    DigestReaders readers;

    @Autowired
    ComposeDigest compose;

    @Autowired
    DigestAddressees addressees;

    @Autowired
    Company company;

    @Autowired
    IdentityService identities;

    private final MailServer server = new MailServer();

    @AfterEach
    void nobody_is_left() throws Exception {
        server.close();
        readers.remove(READER);
        identities.deleteUser(READER);
    }

    @Test
    void the_digest_is_read_in_the_readers_language_with_what_they_may_see() throws Exception {
        browser.perform(get("/reports/digest").with(as(Role.MANAGERS)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Ordertrail: the week from "),
                                containsString("Turnover"),
                                containsString("No mail server is configured"))));
        browser.perform(get("/reports/digest?lang=zh-TW").with(as(Role.WAREHOUSE)))
                .andExpect(content().string(allOf(containsString("前一週"), not(containsString("營業額")))));
    }

    @Test
    void it_is_loaded_as_a_page_that_needs_nothing_else() throws Exception {
        browser.perform(get("/reports/digest/file").with(as(Role.MANAGERS)))
                .andExpect(header().string(
                                "Content-Disposition",
                                containsString("digest-" + compose.monday().minusDays(7))))
                .andExpect(content()
                        .string(allOf(
                                containsString("<h1>Ordertrail: the week from "),
                                containsString("<td"),
                                not(containsString("<script")),
                                not(containsString("href=")))));
    }

    @Test
    void who_wants_it_gets_it_once_a_week_in_their_language() throws Exception {
        person(Role.MANAGERS, "mei@example.com");
        browser.perform(post("/reports/digest?lang=zh-CN")
                        .param("wanted", "true")
                        .with(csrf())
                        .with(user(READER).roles("managers")))
                .andExpect(redirectedUrl("/reports/digest"));
        digests().send();
        assertThat(server.taken()).as("the first one comes next week").isEmpty();

        aWeekPasses();
        digests().send();
        digests().send();
        assertThat(server.taken()).hasSize(1);
        var mail = server.taken().get(0);
        assertThat(mail.getSubject()).startsWith("Ordertrail：").endsWith("当周");
        assertThat(html(mail)).contains("上周", "营业额").doesNotContain("??");

        browser.perform(post("/reports/digest")
                .param("wanted", "false")
                .with(csrf())
                .with(user(READER).roles("managers")));
        assertThat(readers.find(READER)).isEmpty();
    }

    @Test
    void who_may_not_see_turnover_any_more_gets_a_digest_without_it() throws Exception {
        person(Role.WAREHOUSE, "mei@example.com");
        readers.add(READER, Locale.ENGLISH, compose.monday().minusDays(7));
        digests().send();
        assertThat(html(server.taken().get(0))).contains("Last week").doesNotContain("Turnover");
    }

    @Test
    void who_has_no_address_or_may_read_no_reports_gets_none() {
        person(Role.MANAGERS, null);
        readers.add(READER, Locale.ENGLISH, compose.monday().minusDays(7));
        digests().send();
        assertThat(readers.find(READER).orElseThrow().problem()).isEqualTo(Problem.NO_ADDRESS);
        identities.deleteUser(READER);
        person(Role.SYSTEMS, "mei@example.com");
        assertThat(addressees.find(READER)).isEmpty();
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void what_the_mail_server_does_not_take_is_tried_again() throws Exception {
        person(Role.MANAGERS, "mei@example.com");
        aWeekPasses();
        readers.add(READER, Locale.ENGLISH, compose.monday().minusDays(7));
        try (var closed = new MailServer()) {
            closed.close();
            new SendDigests(readers, compose, closed.mailer(), addressees, company).send();
        }
        assertThat(readers.find(READER).orElseThrow().problem()).isEqualTo(Problem.FAILED);
        digests().send();
        assertThat(server.taken()).hasSize(1);
        assertThat(readers.find(READER).orElseThrow().problem()).isNull();
    }

    private void aWeekPasses() {
        readers.find(READER)
                .ifPresent(reader ->
                        readers.add(READER, reader.language(), compose.monday().minusDays(7)));
    }

    private SendDigests digests() {
        return new SendDigests(readers, compose, server.mailer(), addressees, company);
    }

    private void person(Role role, String address) {
        var person = identities.newUser(READER);
        person.setEmail(address);
        person.setPassword("a long enough password");
        identities.saveUser(person);
        identities.createMembership(READER, role.group());
    }

    private static String html(MimeMessage mail) throws Exception {
        Object part = mail.getContent();
        while (part instanceof MimeMultipart parts) {
            part = parts.getBodyPart(parts.getCount() - 1).getContent();
        }
        return part instanceof String text ? text : new String((byte[]) part, StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor as(Role role) {
        return user("demo-" + role.group()).roles(role.group());
    }
}
