package io.ordertrail.web.report;

import java.time.LocalDate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Company;
import io.ordertrail.platform.mail.Mail;
import io.ordertrail.platform.mail.Mailer;
import io.ordertrail.platform.mail.UndeliveredMail;
import io.ordertrail.report.digest.DigestReader;
import io.ordertrail.report.digest.DigestReader.Problem;
import io.ordertrail.report.digest.DigestReaders;
import io.ordertrail.web.page.Formats;

/**
 * Sends the digest of the last week from Monday morning on, once to each reader, in their language, with what their
 * roles may see when it is sent. What the mail server does not take is tried again an hour later.
 */
@Component
class SendDigests {

    private static final Logger LOG = LoggerFactory.getLogger(SendDigests.class);

    private final DigestReaders readers;
    private final ComposeDigest compose;
    private final Mailer mailer;
    private final DigestAddressees addressees;
    private final Company company;

    SendDigests(
            DigestReaders readers, ComposeDigest compose, Mailer mailer, DigestAddressees addressees, Company company) {
        this.readers = readers;
        this.compose = compose;
        this.mailer = mailer;
        this.addressees = addressees;
        this.company = company;
    }

    @Scheduled(cron = "0 10 5-23 * * *")
    void send() {
        if (mailer.isConfigured()) {
            var monday = compose.monday();
            readers.waitingFor(monday).stream()
                    .filter(reader -> readers.claim(reader, monday))
                    .forEach(reader -> send(reader, monday));
        }
    }

    private void send(DigestReader reader, LocalDate monday) {
        try {
            var addressee = addressees.find(reader.person());
            if (addressee.isEmpty()) {
                readers.failed(reader, monday, Problem.NO_ADDRESS);
            } else {
                mailer.send(mail(reader, addressee.get()));
            }
        } catch (UndeliveredMail | RuntimeException e) {
            LOG.warn("A weekly digest could not be sent: {}", e.toString());
            readers.failed(reader, monday, Problem.FAILED);
        }
    }

    private Mail mail(DigestReader reader, DigestAddressees.Addressee addressee) {
        LocaleContextHolder.setLocale(reader.language());
        try {
            var shown = new Formats(reader.language(), company.timeZone());
            var digest = compose.of(addressee.rights(), shown);
            return new Mail(
                    addressee.address(),
                    ComposeDigest.title(digest, shown),
                    ComposeDigest.text(digest),
                    compose.html(digest, shown));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
