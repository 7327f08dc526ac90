package io.ordertrail.web.folder;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.folder.SourceCaller;
import io.ordertrail.platform.access.CurrentActor;

/** Names the source as the one who acts. */
@Component
class CallAsSource implements SourceCaller {

    private final CurrentActor actor;

    CallAsSource(CurrentActor actor) {
        this.actor = actor;
    }

    @Override
    public void run(String source, Runnable work) {
        actor.as("folder: " + source, work);
    }
}
