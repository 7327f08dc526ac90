package io.ordertrail.process.intake;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.engine.StartupLock;
import io.ordertrail.process.engine.ImportOrders;

/** Deploys the process of imports at each start of a version that brings another one. */
@Component
class DeployImportOrders implements SmartInitializingSingleton {

    private static final String NAME = "Import of orders";

    private final RepositoryService repository;
    private final StartupLock lock;

    DeployImportOrders(RepositoryService repository, StartupLock lock) {
        this.repository = repository;
        this.lock = lock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lock.whileHeld(this::deploy);
    }

    /** All files or none: a task finds its form only in its own deployment. */
    private void deploy() {
        var deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        ImportOrders.FILES.forEach(file -> {
            try (var content = new ClassPathResource(folder(file) + file).getInputStream()) {
                deployment.addInputStream(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        deployment.deploy();
    }

    private static String folder(String file) {
        return file.endsWith(".form") ? "forms/" : "bpmn/";
    }
}
