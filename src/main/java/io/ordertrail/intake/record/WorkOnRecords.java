package io.ordertrail.intake.record;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.record.RecordImport.State;
import io.ordertrail.refusal.Sentence;

/** Checks and saves in a thread of its own, with the name, the rights and the language of the caller. */
@Component
public class WorkOnRecords {

    private static final Logger LOG = LoggerFactory.getLogger(WorkOnRecords.class);
    /** Most files are done within this time, so that the next page shows the outcome. */
    private static final int PATIENCE_IN_SECONDS = 3;

    private final RecordImports imports;
    private final CheckRecords checkRecords;
    private final SaveRecords saveRecords;
    private final RecordUploads uploads;
    private final Actor actor;

    WorkOnRecords(
            RecordImports imports,
            CheckRecords checkRecords,
            SaveRecords saveRecords,
            RecordUploads uploads,
            Actor actor) {
        this.imports = imports;
        this.checkRecords = checkRecords;
        this.saveRecords = saveRecords;
        this.uploads = uploads;
        this.actor = actor;
    }

    /** Works on an import, and waits a short time for its outcome. */
    public void start(long number) {
        start(number, ImportPolicy.ASK);
    }

    /**
     * Works on an import, and waits a short time for its outcome.
     *
     * @param policy what is saved as soon as the file is checked
     */
    public void start(long number, ImportPolicy policy) {
        var caller = actor.caller();
        var language = LocaleContextHolder.getLocale();
        var done = new CompletableFuture<Void>();
        new Thread(
                        () -> {
                            try {
                                caller.run(() -> work(number, policy, language));
                            } finally {
                                done.complete(null);
                            }
                        },
                        "record-import-" + number)
                .start();
        done.completeOnTimeout(null, PATIENCE_IN_SECONDS, TimeUnit.SECONDS).join();
    }

    private void work(long number, ImportPolicy policy, Locale language) {
        LocaleContextHolder.setLocale(language);
        try {
            var found = imports.get(number);
            if (found.isIn(State.CHECKING)) {
                checkRecords.check(found);
            }
            if (found.isIn(State.SAVING)
                    || checkRecords.isToBeSaved(number, policy) && imports.save(number, actor.name())) {
                save(number);
            }
        } catch (RuntimeException fault) {
            LOG.error("Import {} of records cannot go on", number, fault);
            imports.decideOn(number, Sentence.of("record.refused.failed"));
        }
    }

    private void save(long number) {
        saveRecords.save(imports.get(number));
        imports.end(number, State.SAVING, State.DONE);
        uploads.delete(number);
    }
}
