package io.ordertrail.process.deployment;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.platform.finding.RefusedDeployment;

/**
 * The engine's repository. What a person deploys is checked first and completed with what is in force, whichever way it
 * comes; the product itself deploys without a person.
 */
class CheckedRepository extends RepositoryServiceImpl {

    private final Supplier<CheckDeployment> check;
    private final ProcessEngineConfigurationImpl engine;

    CheckedRepository(Supplier<CheckDeployment> check, ProcessEngineConfigurationImpl engine) {
        this.check = check;
        this.engine = engine;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl deployment) {
        if (isOfPersonWhoMay()) {
            refuseOtherKinds(deployment);
            check.get()
                    .complete(files(deployment))
                    .forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
            if (deployment.isDeployChangedOnly()) {
                deployment.enableDuplicateFiltering(false); // a diagram without its forms would be deployed
            }
            if (ShippedProcess.NAME.equals(deployment.getDeployment().getName())) {
                deployment.name(ShippedProcess.NAME + ", changed");
            }
        }
        return super.deployWithResult(deployment);
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
                        .forEach(file -> files.put(file.getName(), FilesInForce.bytes(this, earlier, file.getName()))));
        deployment
                .getDeploymentResourcesByName()
                .forEach((earlier, names) ->
                        names.forEach(name -> files.put(name, FilesInForce.bytes(this, earlier, name))));
        deployment
                .getDeploymentResourcesById()
                .forEach((earlier, ids) -> getDeploymentResources(earlier).stream()
                        .filter(file -> ids.contains(file.getId()))
                        .forEach(file -> files.put(file.getName(), FilesInForce.bytes(this, earlier, file.getName()))));
        if (deployment.getDeployment().getResources() != null) {
            deployment
                    .getDeployment()
                    .getResources()
                    .values()
                    .forEach(file -> files.put(file.getName(), file.getBytes()));
        }
        return files;
    }
}
