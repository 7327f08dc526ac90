package io.ordertrail.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.ordertrail.process.check.KnownNames;
import io.ordertrail.process.check.ProcessFiles;

/** The diagrams, forms and tables that new orders follow now. */
@Component
class FilesInForce {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    /**
     * @param engine built after this, because it checks deployments by it
     */
    FilesInForce(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** The diagrams in force, and the forms that were deployed with them. */
    Map<String, byte[]> process() {
        return reading(repository -> {
            var files = new TreeMap<String, byte[]>();
            latest(repository).forEach(definition -> {
                files.put(
                        definition.getResourceName(),
                        bytes(repository, definition.getDeploymentId(), definition.getResourceName()));
                repository.getDeploymentResourceNames(definition.getDeploymentId()).stream()
                        .filter(ProcessFiles::isForm)
                        .forEach(form -> files.put(form, bytes(repository, definition.getDeploymentId(), form)));
            });
            return files;
        });
    }

    Map<String, byte[]> tables() {
        return reading(repository -> {
            var files = new TreeMap<String, byte[]>();
            repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                    .filter(table -> KnownNames.tables().contains(table.getKey()))
                    .forEach(table -> files.put(
                            table.getResourceName(),
                            bytes(repository, table.getDeploymentId(), table.getResourceName())));
            return files;
        });
    }

    /** A file of a deployment; the engine resolves it by its name. */
    static byte[] bytes(RepositoryService repository, String deployment, String file) {
        try (var content = repository.getResourceAsStream(deployment, file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProcessDefinition> latest(RepositoryService repository) {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> KnownNames.processes().contains(definition.getKey()))
                .toList();
    }

    /** Reads all versions, whatever the person who deploys may see. */
    private Map<String, byte[]> reading(Function<RepositoryService, Map<String, byte[]>> read) {
        var configuration = engine.getObject();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(command ->
                        command.runWithoutAuthorization(() -> read.apply(configuration.getRepositoryService())));
    }
}
