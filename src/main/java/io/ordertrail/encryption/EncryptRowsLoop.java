package io.ordertrail.encryption;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.ordertrail.schedule.BackgroundLoop;

/** Encrypts what is not encrypted with the primary key, beside the work of the day. */
@Component
class EncryptRowsLoop extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final EncryptRows encryptRows;
    private final List<EncryptedColumns> tables;

    EncryptRowsLoop(
            EncryptRows encryptRows,
            List<EncryptedColumns> tables,
            @Value("${ordertrail.encryption.older-rows:true}") boolean autoStart) {
        super("encrypt-rows", PAUSE, autoStart);
        this.encryptRows = encryptRows;
        this.tables = tables;
    }

    @Override
    protected void round() {
        for (var table : tables) {
            while (isRunning() && encryptRows.next(table)) {
                Thread.yield();
            }
        }
    }
}
