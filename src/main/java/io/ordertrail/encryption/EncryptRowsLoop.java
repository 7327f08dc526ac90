package io.ordertrail.encryption;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.ordertrail.schedule.BackgroundLoop;

/**
 * Encrypts what is not encrypted with the primary key, beside the work of the day. Tables to which rows are only added come
 * last: where the database lets nobody change them, all others are done.
 */
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
        this.tables = tables.stream()
                .sorted(Comparator.comparing(EncryptedColumns::bySubject))
                .toList();
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
