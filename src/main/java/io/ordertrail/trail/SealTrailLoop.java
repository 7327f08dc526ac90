package io.ordertrail.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.ordertrail.keyring.OwnFile;
import io.ordertrail.schedule.BackgroundLoop;

/** Seals new entries within seconds, and keeps the newest head outside of the database. */
@Component
class SealTrailLoop extends BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(SealTrailLoop.class);

    private final SealTrail sealTrail;
    private final TrailSettings settings;

    SealTrailLoop(SealTrail sealTrail, TrailSettings settings) {
        super("trail", settings.sealEvery(), !settings.sealEvery().isZero());
        this.sealTrail = sealTrail;
        this.settings = settings;
    }

    @Override
    protected void round() {
        for (var head = sealTrail.seal(); head.isPresent(); head = sealTrail.seal()) {
            keep(head.get());
        }
    }

    private void keep(Head head) {
        if (settings.headFile().isBlank()) {
            return;
        }
        var file = Path.of(settings.headFile()).toAbsolutePath();
        try {
            var next = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(next);
            Files.writeString(OwnFile.create(next), head.line() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The head of the trail of changes cannot be written to {}: {}", file, e.toString());
        }
    }
}
