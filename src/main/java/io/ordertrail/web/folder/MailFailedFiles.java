package io.ordertrail.web.folder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.folder.FailedFiles;
import io.ordertrail.intake.folder.FailedFiles.Untold;
import io.ordertrail.intake.folder.FolderSettings;
import io.ordertrail.intake.folder.WatchedFile.Mailed;
import io.ordertrail.platform.engine.Colleagues;
import io.ordertrail.platform.mail.Mail;
import io.ordertrail.platform.mail.Mailer;
import io.ordertrail.platform.mail.UndeliveredMail;
import io.ordertrail.refusal.Sentence;

/** Tells the owner of a source by mail that a file of it failed: one node does, and tries ten times in half an hour. */
@Component
class MailFailedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MailFailedFiles.class);

    private final FailedFiles files;
    private final FolderSettings settings;
    private final Mailer mailer;
    private final Colleagues colleagues;

    MailFailedFiles(FailedFiles files, FolderSettings settings, Mailer mailer, Colleagues colleagues) {
        this.files = files;
        this.settings = settings;
        this.mailer = mailer;
        this.colleagues = colleagues;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT1M")
    void send() {
        if (mailer.isConfigured()) {
            files.forgetOld();
            files.due().stream().filter(files::claim).forEach(this::send);
        }
    }

    private void send(Untold file) {
        try {
            files.became(file, sent(file, settings.owner(file.file().source())));
        } catch (UndeliveredMail | RuntimeException e) {
            LOG.warn(
                    "The mail about a file of the watched folder {} could not be sent: {}",
                    file.file().source(),
                    e.toString());
            if (file.tries() + 1 >= FailedFiles.MOST_TRIES) {
                files.became(file, Mailed.FAILED);
            }
        }
    }

    private Mailed sent(Untold file, String owner) throws UndeliveredMail {
        var address = address(owner);
        if (address.isEmpty()) {
            return Mailed.NO_ADDRESS;
        }
        mailer.send(mail(file, address));
        return Mailed.SENT;
    }

    private String address(String owner) {
        return owner.contains("@")
                ? owner
                : colleagues.find(owner).map(Colleagues.Colleague::mail).orElse("");
    }

    private Mail mail(Untold file, String address) {
        var subject = text("folder.mail", file.file().name(), file.file().source());
        return new Mail(
                address, subject, String.join("\n\n", subject, file.message(), text("folder.mail.where")), null);
    }

    private String text(String key, Object... with) {
        return Sentence.in(settings.language(), key, with);
    }
}
