package io.ordertrail.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.Test;

class MailerTest {

    @Test
    void a_mail_arrives_in_any_script_with_its_text() throws Exception {
        try (var server = new MailServer()) {
            server.mailer().send(new Mail("mei@example.com", "警示：逾期訂單", "逾期訂單為 12。", null));
            var mail = server.taken().get(0);
            assertThat(mail.getSubject()).isEqualTo("警示：逾期訂單");
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("mei@example.com");
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("orders@example.com");
            assertThat(((String) mail.getContent()).strip()).isEqualTo("逾期訂單為 12。");
        }
    }

    @Test
    void a_mail_with_a_page_also_has_its_text() throws Exception {
        try (var server = new MailServer()) {
            server.mailer().send(new Mail("mei@example.com", "Week", "Orders: 12", "<p>Orders: 12</p>"));
            assertThat(server.taken().get(0).getContent()).isInstanceOf(MimeMultipart.class);
        }
    }

    @Test
    void a_subject_cannot_add_a_recipient() throws Exception {
        try (var server = new MailServer()) {
            server.mailer().send(new Mail("mei@example.com", "Late\r\nBcc: eve@example.com", "text", null));
            assertThat(server.taken().get(0).getHeader("Bcc")).isNull();
        }
    }

    @Test
    void what_no_server_takes_is_said() throws Exception {
        var server = new MailServer();
        var mailer = server.mailer();
        server.close();
        assertThatThrownBy(() -> mailer.send(new Mail("mei@example.com", "Late", "text", null)))
                .isInstanceOf(UndeliveredMail.class);
        assertThatThrownBy(() -> mailer.send(new Mail("nobody at all", "Late", "text", null)))
                .isInstanceOf(UndeliveredMail.class);
    }
}
