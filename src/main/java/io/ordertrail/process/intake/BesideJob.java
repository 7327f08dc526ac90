package io.ordertrail.process.intake;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.intake.run.OrderImports;
import io.ordertrail.platform.access.CurrentActor;

/**
 * Runs the work of a job beside its transaction, in a thread of its own: calls of the engine in the thread of the job
 * would join the command of the job, and no order could be entered or fail by itself.
 */
@Component
public class BesideJob {

    private final OrderImports imports;
    private final CurrentActor actor;

    BesideJob(OrderImports imports, CurrentActor actor) {
        this.imports = imports;
        this.actor = actor;
    }

    /** Works under the name of the person who sent the file, and in their language. */
    public <T> T work(ImportNumber number, Supplier<T> work) {
        var found = imports.get(number);
        var name = found.undoneBy() == null ? found.created().by() : found.undoneBy();
        return join(CompletableFuture.supplyAsync(
                () -> inNameOf(name, found.language(), work), task -> new Thread(task, number.key()).start()));
    }

    private <T> T inNameOf(String name, Locale language, Supplier<T> work) {
        var result = new AtomicReference<T>();
        LocaleContextHolder.setLocale(language);
        actor.as(name, () -> result.set(work.get()));
        return result.get();
    }

    private static <T> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
