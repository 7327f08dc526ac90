package io.ordertrail.platform.engine.trail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Snapshot;
import io.ordertrail.change.Subject;

/**
 * Records deployed diagrams, tables and forms in the trail of changes, whichever way they come: from a person, a program
 * or the product's own files. The engine keeps the files themselves.
 */
public class DeploymentTrail implements Deployer {

    /** A file as it was deployed last. */
    private record DeployedFile(String content, String deployment) {}

    private final Supplier<ChangeLog> log;
    private final Supplier<Changes> changes;

    /** The engine is built before the trail can be written, so both are fetched when something is deployed. */
    public DeploymentTrail(Supplier<ChangeLog> log, Supplier<Changes> changes) {
        this.log = log;
        this.changes = changes;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().forEach(file -> record(file, deployment.getId()));
        }
    }

    private void record(ResourceEntity file, String deployment) {
        var subject = new Subject(Subject.Kind.DEPLOYMENT, file.getName());
        var content = last(subject, "content");
        log.get()
                .record(
                        subject,
                        content == null ? Act.CREATED : Act.CHANGED,
                        Snapshot.of(new DeployedFile(content, last(subject, "deployment"))),
                        Snapshot.of(new DeployedFile(fingerprint(file.getBytes()), deployment)));
    }

    private String last(Subject subject, String field) {
        return changes.get()
                .last(subject.kind(), subject.code(), field)
                .map(change -> change.difference().current())
                .orElse(null);
    }

    private static String fingerprint(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
