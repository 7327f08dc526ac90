package io.ordertrail.intake.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.stereotype.Component;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.retention.RetainedData;
import io.ordertrail.retention.RetentionSettings;

/** Cancels imports on which nobody has decided for long, and so deletes their files. A decision that somebody has begun stays. */
@Component
class ForgetUndecided implements RetainedData {

    private final OrderImports imports;
    private final GuideImport guideImport;
    private final RetentionSettings settings;

    ForgetUndecided(OrderImports imports, GuideImport guideImport, RetentionSettings settings) {
        this.imports = imports;
        this.guideImport = guideImport;
        this.settings = settings;
    }

    @Override
    public Kind kind() {
        return Kind.IMPORTED_FILES;
    }

    @Override
    public Duration keptFor() {
        return settings.importedFiles();
    }

    @Override
    public Outcome forget(Instant before) {
        var undecided = imports.undecided(LocalDateTime.ofInstant(before, ZoneOffset.UTC));
        var cancelled = undecided.stream().filter(this::isCancelled).count();
        return new Outcome(cancelled, undecided.size() - cancelled);
    }

    private boolean isCancelled(ImportNumber number) {
        try {
            guideImport.cancel(number);
            return true;
        } catch (Refusal somebodyDecides) {
            return false;
        }
    }
}
