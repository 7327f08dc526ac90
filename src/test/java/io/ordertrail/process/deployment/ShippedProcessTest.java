package io.ordertrail.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.ordertrail.journey.JourneyTest;

/** An upgrade never replaces a process that its owner changed. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class ShippedProcessTest {

    private static final String OWNERS = "Changed by an owner";

    @Autowired
    RepositoryService repository;

    @Autowired
    FilesInForce inForce;

    @Autowired
    ShippedProcess shippedProcess;

    private final Map<String, byte[]> shipped = ShippedProcess.shipped();

    @AfterEach
    void the_shipped_process_is_in_force_again() {
        repository
                .createDeploymentQuery()
                .deploymentName(OWNERS)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        shippedProcess.deploy(shipped);
    }

    @Test
    void a_start_without_an_upgrade_deploys_nothing() {
        var before = repository.createDeploymentQuery().count();
        shippedProcess.deploy(shipped);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(shippedProcess.isNewerWaiting()).isFalse();
    }

    @Test
    void an_unchanged_process_is_replaced_by_an_upgrade() {
        shippedProcess.deploy(named("Order came in"));
        assertThat(nameInForce()).contains("Order came in");
    }

    @Test
    void two_upgrades_over_a_change_of_the_owner_lose_nothing_and_say_so(CapturedOutput output) {
        ownerDeploys(named("Order taken"));

        shippedProcess.deploy(named("Order came in"));
        shippedProcess.deploy(named("Order arrived"));

        assertThat(nameInForce()).contains("Order taken").doesNotContain("Order arrived");
        assertThat(output).contains("A newer process came with this version");
    }

    @Test
    void a_change_of_the_owner_without_an_upgrade_is_no_reason_to_warn(CapturedOutput output) {
        ownerDeploys(named("Order taken"));
        shippedProcess.deploy(shipped);
        assertThat(output).doesNotContain("A newer process");
        assertThat(shippedProcess.isNewerWaiting()).isFalse();
    }

    @Test
    void an_owner_who_takes_the_newer_process_gets_the_next_upgrades_again() {
        ownerDeploys(named("Order taken"));
        var newer = named("Order came in");
        ownerDeploys(newer);
        shippedProcess.deploy(newer);

        shippedProcess.deploy(named("Order arrived"));

        assertThat(nameInForce()).contains("Order arrived");
    }

    private void ownerDeploys(Map<String, byte[]> files) {
        var deployment = repository.createDeployment().name(OWNERS);
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        deployment.deploy();
    }

    private Map<String, byte[]> named(String start) {
        var files = new TreeMap<>(shipped);
        var diagram = new String(files.get("order-fulfilment.bpmn"), StandardCharsets.UTF_8);
        assertThat(diagram).contains("name=\"Order entered\"");
        files.put(
                "order-fulfilment.bpmn",
                diagram.replace("name=\"Order entered\"", "name=\"" + start + "\"")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(Arrays.equals(files.get("order-fulfilment.bpmn"), shipped.get("order-fulfilment.bpmn")))
                .isFalse();
        return files;
    }

    private String nameInForce() {
        return new String(inForce.process().get("order-fulfilment.bpmn"), StandardCharsets.UTF_8);
    }
}
