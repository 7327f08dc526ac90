package io.ordertrail.intake.folder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.folder.WatchedFile.Key;

/** Tells the owner of a source that a file of it failed. */
@Component
class TellOwner {

    private static final Logger LOG = LoggerFactory.getLogger(TellOwner.class);

    private final FolderSettings settings;
    private final ApplicationEventPublisher events;

    TellOwner(FolderSettings settings, ApplicationEventPublisher events) {
        this.settings = settings;
        this.events = events;
    }

    /** The log has no message: it may quote the file. */
    void failed(Key key, String message) {
        var owner = settings.owner(key.source());
        LOG.warn("A file of the watched folder {} failed: {}. Its owner is {}", key.source(), key.name(), owner);
        events.publishEvent(new FileFailed(key.source(), owner, key.name(), message));
    }
}
