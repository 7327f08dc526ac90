package io.ordertrail.encryption;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.ordertrail.schedule.BackgroundLoop;

/** Encrypts what is not encrypted with the primary key, beside the work of the day. */
@Component
class EncryptRowsLoop extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final EncryptRows encryptRows;
    private final List<EncryptedColumns> tables;
    private final FieldKeyRing ring;
    private final KeyRingCheck check;

    EncryptRowsLoop(
            EncryptRows encryptRows,
            List<EncryptedColumns> tables,
            FieldKeyRing ring,
            KeyRingCheck check,
            @Value("${ordertrail.encryption.older-rows:true}") boolean autoStart) {
        super("encrypt-rows", PAUSE, autoStart);
        this.encryptRows = encryptRows;
        this.tables = tables;
        this.ring = ring;
        this.check = check;
    }

    @Override
    protected void round() {
        if (ring.refresh()) {
            check.keepSample();
        }
        for (var table : tables) {
            while (isRunning() && encryptRows.next(table)) {
                Thread.yield();
            }
        }
    }
}
