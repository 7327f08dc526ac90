package io.ordertrail.process.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

import io.ordertrail.process.check.KnownNames;
import io.ordertrail.process.file.ProcessFiles;

/** The diagrams, forms and tables that the engine follows for new orders. */
@Component
class EngineFiles {

    private static final String FOLDERS = "^.*/";

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;

    EngineFiles(ProcessEngineConfigurationImpl engine, RepositoryService repository) {
        this.engine = engine;
        this.repository = repository;
    }

    /** The files by name, without folders; empty in a new database. */
    Map<String, byte[]> now() {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> {
                    var files = new TreeMap<String, byte[]>();
                    files.putAll(process());
                    files.putAll(tables());
                    return files;
                }));
    }

    /**
     * Deploys what differs from what the engine follows. Diagrams and forms go together, because a step finds its form
     * and the process that it calls only in its own deployment.
     */
    void follow(Map<String, byte[]> files, String name) {
        var deployment = repository.createDeployment().name(name);
        var current = now();
        var changed = new TreeMap<String, byte[]>();
        if (!BundleFiles.same(only(files, EngineFiles::isOfProcess), only(current, EngineFiles::isOfProcess))) {
            changed.putAll(only(files, EngineFiles::isOfProcess));
        }
        only(files, ProcessFiles::isTable).forEach((table, content) -> {
            if (!Arrays.equals(content, current.get(table))) {
                changed.put(table, content);
            }
        });
        if (!changed.isEmpty()) {
            changed.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
            deployment.deploy();
        }
    }

    private Map<String, byte[]> process() {
        var files = new TreeMap<String, byte[]>();
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> KnownNames.processes().contains(definition.getKey()))
                .forEach(definition -> {
                    put(files, definition.getDeploymentId(), definition.getResourceName());
                    repository.getDeploymentResourceNames(definition.getDeploymentId()).stream()
                            .filter(ProcessFiles::isForm)
                            .forEach(form -> put(files, definition.getDeploymentId(), form));
                });
        return files;
    }

    private Map<String, byte[]> tables() {
        var files = new TreeMap<String, byte[]>();
        repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .filter(table -> KnownNames.tables().contains(table.getKey()))
                .forEach(table -> put(files, table.getDeploymentId(), table.getResourceName()));
        return files;
    }

    private void put(Map<String, byte[]> files, String deployment, String name) {
        try (var content = repository.getResourceAsStream(deployment, name)) {
            files.put(name.replaceFirst(FOLDERS, ""), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isOfProcess(String file) {
        return ProcessFiles.isDiagram(file) || ProcessFiles.isForm(file);
    }

    static Map<String, byte[]> only(Map<String, byte[]> files, Predicate<String> kind) {
        var some = new TreeMap<>(files);
        some.keySet().removeIf(kind.negate());
        return some;
    }
}
