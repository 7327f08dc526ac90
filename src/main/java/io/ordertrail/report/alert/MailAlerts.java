package io.ordertrail.report.alert;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.engine.Colleagues;
import io.ordertrail.platform.mail.Mail;
import io.ordertrail.platform.mail.Mailer;
import io.ordertrail.platform.mail.UndeliveredMail;
import io.ordertrail.report.alert.AlertMessage.Mailed;

/** Sends the owner of an alert a mail in their language: one node sends it, and tries ten times in half an hour. */
@Component
public class MailAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(MailAlerts.class);

    private final AlertMails mails;
    private final Mailer mailer;
    private final Colleagues colleagues;
    private final MessageSource messages;

    MailAlerts(AlertMails mails, Mailer mailer, Colleagues colleagues, MessageSource messages) {
        this.mails = mails;
        this.mailer = mailer;
        this.colleagues = colleagues;
        this.messages = messages;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT1M")
    public void send() {
        if (mailer.isConfigured()) {
            mails.due().stream().filter(mails::claim).forEach(this::send);
        }
    }

    private void send(AlertMails.Waiting waiting) {
        try {
            var address = colleagues
                    .find(waiting.owner())
                    .map(Colleagues.Colleague::mail)
                    .orElse("");
            if (!address.isEmpty()) {
                mailer.send(mail(waiting, address));
            }
            mails.became(waiting, address.isEmpty() ? Mailed.NO_ADDRESS : Mailed.SENT);
        } catch (UndeliveredMail | RuntimeException e) {
            LOG.warn("The mail about an alert on {} could not be sent: {}", waiting.figure(), e.toString());
            if (waiting.tries() + 1 >= AlertMails.MOST_TRIES) {
                mails.became(waiting, Mailed.FAILED);
            }
        }
    }

    private Mail mail(AlertMails.Waiting waiting, String address) {
        var figure = text(waiting, "alert.figure." + waiting.figure());
        var sentence = text(waiting, "alert.message." + waiting.what(), figure, waiting.value(), waiting.bound());
        return new Mail(address, sentence, sentence + "\n\n" + text(waiting, "alert.mail.why"), null);
    }

    private String text(AlertMails.Waiting waiting, String key, Object... with) {
        return messages.getMessage(key, with, waiting.language());
    }
}
