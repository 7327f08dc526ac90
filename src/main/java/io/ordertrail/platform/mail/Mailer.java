package io.ordertrail.platform.mail;

import java.nio.charset.StandardCharsets;
import jakarta.mail.MessagingException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends mail. Without {@code spring.mail.host} it sends none. */
@Component
public class Mailer {

    private final JavaMailSender server;
    private final String from;

    @Autowired
    Mailer(
            ObjectProvider<JavaMailSender> server,
            @Value("${spring.mail.host:}") String host,
            @Value("${ordertrail.mail.from}") String from) {
        this(host.isBlank() ? null : server.getIfAvailable(), from);
    }

    /**
     * Creates a mailer.
     *
     * @param server null for none
     */
    public Mailer(JavaMailSender server, String from) {
        this.server = server;
        this.from = from;
    }

    public boolean isConfigured() {
        return server != null;
    }

    /**
     * Sends a mail.
     *
     * @throws UndeliveredMail when the server does not take it
     */
    public void send(Mail mail) throws UndeliveredMail {
        try {
            var message = server.createMimeMessage();
            var parts = new MimeMessageHelper(message, mail.html() != null, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(mail.to());
            parts.setSubject(mail.subject());
            if (mail.html() == null) {
                parts.setText(mail.text());
            } else {
                parts.setText(mail.text(), mail.html());
            }
            server.send(message);
        } catch (MessagingException | MailException e) {
            throw new UndeliveredMail(e);
        }
    }
}
