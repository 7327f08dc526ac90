package io.ordertrail.process.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.engine.StartupLock;

/**
 * Deploys the diagrams and forms that come with the product, before the first order can be entered. A process that its
 * owner changed stays in force after an upgrade; the newer one is told of and waits.
 */
@Component
public class ShippedProcess implements SmartInitializingSingleton {

    /** The names of deployments that mark files of the product. */
    static final String NAME = "Process as shipped";

    private static final Set<String> NAMES = Set.of(NAME, "SpringAutoDeployment");
    private static final String[] PATTERNS = {"classpath*:bpmn/*.bpmn", "classpath*:forms/*.form"};
    private static final Logger LOG = LoggerFactory.getLogger(ShippedProcess.class);

    private final RepositoryService repository;
    private final FilesInForce inForce;
    private final StartupLock lock;

    ShippedProcess(RepositoryService repository, FilesInForce inForce, StartupLock lock) {
        this.repository = repository;
        this.inForce = inForce;
        this.lock = lock;
    }

    /** Nodes that start at the same time deploy one after the other. */
    @Override
    public void afterSingletonsInstantiated() {
        lock.whileHeld(() -> deploy(shipped()));
    }

    void deploy(Map<String, byte[]> shipped) {
        var current = inForce.process();
        var last = lastShipped();
        var isOurs =
                current.isEmpty() || last.filter(ours -> same(current, ours)).isPresent();
        if (isOurs && !same(current, shipped) || same(current, shipped) && !isOurs) {
            var deployment = repository.createDeployment().name(NAME);
            shipped.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
            deployment.deploy();
        } else if (!isOurs && !last.filter(ours -> same(shipped, ours)).isPresent()) {
            LOG.warn("A newer process came with this version. The process that was changed here stays in force: compare"
                    + " the two, see docs/operations.md.");
        }
    }

    /** Tells whether a newer process came with the product and the one that was changed here stays in force. */
    public boolean isNewerWaiting() {
        var shipped = shipped();
        return !same(inForce.process(), shipped)
                && lastShipped().filter(ours -> same(shipped, ours)).isEmpty();
    }

    /** The files of the last deployment of the product; empty in a new database. */
    private Optional<Map<String, byte[]>> lastShipped() {
        return repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .filter(deployment -> NAMES.contains(deployment.getName()))
                .findFirst()
                .map(this::files);
    }

    private Map<String, byte[]> files(Deployment deployment) {
        var files = new TreeMap<String, byte[]>();
        repository
                .getDeploymentResourceNames(deployment.getId())
                .forEach(file -> files.put(file, FilesInForce.bytes(repository, deployment.getId(), file)));
        return files;
    }

    private static boolean same(Map<String, byte[]> some, Map<String, byte[]> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), others.get(file.getKey())));
    }

    static Map<String, byte[]> shipped() {
        var files = new TreeMap<String, byte[]>();
        try {
            for (var pattern : PATTERNS) {
                for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    files.put(file.getFilename(), file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
