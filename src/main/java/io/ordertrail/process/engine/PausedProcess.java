package io.ordertrail.process.engine;

import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

import io.ordertrail.refusal.Refusal;

/** Refuses with a sentence what a paused process does not accept, for every caller of the engine. */
class PausedProcess extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (SuspendedEntityInteractionException paused) {
            throw new Refusal(Refusal.Kind.PAUSED, "process.paused");
        }
    }
}
