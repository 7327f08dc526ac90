package io.ordertrail.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.platform.finding.RefusedDeployment;
import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.bundle.DraftBundle;

/**
 * The engine's repository. What a person deploys becomes the draft of a bundle, whichever way it comes; the product
 * itself deploys without a person, when a bundle comes into force.
 */
class CheckedRepository extends RepositoryServiceImpl {

    private final Supplier<DraftBundle> drafts;
    private final ProcessEngineConfigurationImpl engine;

    CheckedRepository(Supplier<DraftBundle> drafts, ProcessEngineConfigurationImpl engine) {
        this.drafts = drafts;
        this.engine = engine;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl deployment) {
        if (!isOfPersonWhoMay()) {
            return super.deployWithResult(deployment);
        }
        refuseOtherKinds(deployment);
        var named = deployment.getDeployment().getName();
        var draft = drafts.get().deploy(files(deployment), named == null ? "" : named);
        DeployedDrafts.tell(draft);
        return answer(draft, named);
    }

    /** Has the shape of a deployment, which callers expect, and no definition: nothing is in force yet. */
    private static DeploymentWithDefinitions answer(Bundle draft, String name) {
        var answer = new DeploymentEntity();
        answer.setId("bundle-" + draft.number());
        answer.setName(name);
        answer.setDeploymentTime(Date.from(draft.createdAt()));
        return answer;
    }

    /** The engine itself refuses a person who may not deploy. */
    private boolean isOfPersonWhoMay() {
        var person = engine.getIdentityService().getCurrentAuthentication();
        return person != null
                && engine.getAuthorizationService()
                        .isUserAuthorized(
                                person.getUserId(), person.getGroupIds(), Permissions.CREATE, Resources.DEPLOYMENT);
    }

    /** Both would leave new orders without a process that can be started. */
    private static void refuseOtherKinds(DeploymentBuilderImpl deployment) {
        if (deployment.getDeployment().getTenantId() != null) {
            throw refused("deployment.tenant");
        }
        if (deployment.getProcessDefinitionsActivationDate() != null) {
            throw refused("deployment.later");
        }
    }

    private static RefusedDeployment refused(String key) {
        return new RefusedDeployment(List.of(ProcessFinding.refuse(null, null, key)));
    }

    /** The files of the deployment itself, and those that it takes from an earlier one. */
    private Map<String, byte[]> files(DeploymentBuilderImpl deployment) {
        var files = new TreeMap<String, byte[]>();
        deployment
                .getDeployments()
                .forEach(earlier -> getDeploymentResources(earlier)
                        .forEach(file -> files.put(file.getName(), bytes(earlier, file.getName()))));
        deployment
                .getDeploymentResourcesByName()
                .forEach((earlier, names) -> names.forEach(name -> files.put(name, bytes(earlier, name))));
        deployment
                .getDeploymentResourcesById()
                .forEach((earlier, ids) -> getDeploymentResources(earlier).stream()
                        .filter(file -> ids.contains(file.getId()))
                        .forEach(file -> files.put(file.getName(), bytes(earlier, file.getName()))));
        if (deployment.getDeployment().getResources() != null) {
            deployment
                    .getDeployment()
                    .getResources()
                    .values()
                    .forEach(file -> files.put(file.getName(), file.getBytes()));
        }
        return files;
    }

    private byte[] bytes(String deployment, String file) {
        try (var content = getResourceAsStream(deployment, file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
