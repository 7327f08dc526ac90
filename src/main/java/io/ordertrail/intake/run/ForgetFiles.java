package io.ordertrail.intake.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.stereotype.Component;

import io.ordertrail.retention.RetainedData;
import io.ordertrail.retention.RetentionSettings;

/** Deletes the faulty rows of an import some time after its end. */
@Component
class ForgetFiles implements RetainedData {

    private final ImportedOrders orders;
    private final RetentionSettings settings;

    ForgetFiles(ImportedOrders orders, RetentionSettings settings) {
        this.orders = orders;
        this.settings = settings;
    }

    @Override
    public Kind kind() {
        return Kind.IMPORTED_ROWS;
    }

    @Override
    public Duration keptFor() {
        return settings.importedRows();
    }

    @Override
    public Outcome forget(Instant before) {
        return Outcome.removed(orders.forget(LocalDateTime.ofInstant(before, ZoneOffset.UTC)));
    }
}
