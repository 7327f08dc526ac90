package io.ordertrail.process.bundle;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.OrderFulfilment;

/** Counts the orders under way by the version of the diagram that they follow. */
@Component
public class OrdersUnderWay {

    /**
     * The orders of a version.
     *
     * @param bundle that brought the version; null if it came before there were bundles
     */
    public record OfVersion(int version, Long bundle, int orders) {}

    private static final Pattern NAME = Pattern.compile("Bundle (\\d+)");

    private final ManagementService management;
    private final RepositoryService repository;

    OrdersUnderWay(ManagementService management, RepositoryService repository) {
        this.management = management;
        this.repository = repository;
    }

    /** The versions that orders follow, the newest first. */
    public List<OfVersion> byVersion() {
        return management.createProcessDefinitionStatisticsQuery().unlimitedList().stream()
                .filter(version -> OrderFulfilment.PROCESS.equals(version.getKey()) && version.getInstances() > 0)
                .sorted(Comparator.comparing(ProcessDefinitionStatistics::getVersion)
                        .reversed())
                .map(version ->
                        new OfVersion(version.getVersion(), bundle(version.getDeploymentId()), version.getInstances()))
                .toList();
    }

    private Long bundle(String deployment) {
        var name = repository
                .createDeploymentQuery()
                .deploymentId(deployment)
                .singleResult()
                .getName();
        var matcher = NAME.matcher(String.valueOf(name));
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }
}
