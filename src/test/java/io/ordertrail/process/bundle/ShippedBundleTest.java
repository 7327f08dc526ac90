package io.ordertrail.process.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.ordertrail.journey.JourneyTest;

/** An upgrade never replaces a process that its owner changed. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class ShippedBundleTest {

    private static final String OWNERS = "Changed by an owner";

    @Autowired
    RepositoryService repository;

    @Autowired
    EngineFiles engine;

    @Autowired
    ShippedBundle shippedBundle;

    @Autowired
    Bundles bundles;

    @Autowired
    BundleFiles files;

    @Autowired
    ForceBundle forceBundle;

    @Autowired
    DraftBundle draftBundle;

    private Map<String, byte[]> shipped;

    @BeforeEach
    void the_files_of_the_product() {
        shipped = shippedBundle.shipped();
    }

    @AfterEach
    void the_shipped_process_is_in_force_again() {
        repository
                .createDeploymentQuery()
                .deploymentName(OWNERS)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        start(shipped);
        forceShipped();
    }

    /** Whatever a test left in force, the files of the product follow it. */
    private void forceShipped() {
        if (!BundleFiles.same(files.of(inForce()), shipped)) {
            forceBundle.force(draftBundle.upload(shipped, "", null).number(), null);
        }
    }

    @Test
    void what_ships_is_the_first_bundle_and_in_force() {
        assertThat(bundles.get(1).origin()).isEqualTo(Bundle.Origin.SHIPPED);
        assertThat(bundles.get(1).author()).isEqualTo("ordertrail");
        assertThat(files.of(inForce()))
                .containsKeys("order-fulfilment.bpmn", "order-checks.dmn", "review-order.form", "deadlines.properties");
    }

    @Test
    void a_start_without_an_upgrade_deploys_nothing() {
        var before = repository.createDeploymentQuery().count();
        var stored = inForce().number();
        start(shipped);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(inForce().number()).isEqualTo(stored);
        assertThat(shippedBundle.isNewerWaiting()).isFalse();
    }

    @Test
    void an_unchanged_process_is_replaced_by_an_upgrade() {
        start(named("Order came in"));
        assertThat(nameInForce()).contains("Order came in");
    }

    @Test
    void two_upgrades_over_a_change_of_the_owner_lose_nothing_and_offer_drafts(CapturedOutput output) {
        ownerDeploys(named("Order taken"));

        start(named("Order came in"));
        start(named("Order arrived"));

        assertThat(nameInForce()).contains("Order taken").doesNotContain("Order arrived");
        assertThat(output).contains("A newer process came with this version");
        assertThat(shippedBundle.isNewerWaiting()).isTrue();
        var offered = bundles.lastShipped().orElseThrow();
        assertThat(offered.state()).isEqualTo(Bundle.State.DRAFT);
        assertThat(new String(files.of(offered, "order-fulfilment.bpmn"), StandardCharsets.UTF_8))
                .contains("Order arrived");
    }

    @Test
    void a_change_of_the_owner_without_an_upgrade_is_no_reason_to_warn(CapturedOutput output) {
        ownerDeploys(named("Order taken"));
        start(shipped);
        assertThat(output).doesNotContain("A newer process");
        assertThat(shippedBundle.isNewerWaiting()).isFalse();
    }

    @Test
    void an_owner_who_takes_the_newer_process_gets_the_next_upgrades_again() {
        ownerDeploys(named("Order taken"));
        var newer = named("Order came in");
        ownerDeploys(newer);
        start(newer);

        start(named("Order arrived"));

        assertThat(nameInForce()).contains("Order arrived");
    }

    @Test
    void a_table_that_the_owner_changed_stays_and_the_rest_is_upgraded() {
        var changed = text("order-checks.dmn").replace("5000", "200").getBytes(StandardCharsets.UTF_8);
        forceBundle.force(
                draftBundle
                        .upload(Map.of("order-checks.dmn", changed), "", null)
                        .number(),
                null);

        start(named("Order came in"));

        assertThat(nameInForce()).contains("Order came in");
        assertThat(engine.now().get("order-checks.dmn")).isEqualTo(changed);
        assertThat(inForce().origin()).isEqualTo(Bundle.Origin.UPGRADED);
    }

    @Test
    void a_bundle_that_the_owner_took_back_does_not_come_again_at_the_next_start() {
        start(named("Order came in"));
        forceBundle.takeBack(inForce().number());

        start(named("Order came in"));

        assertThat(nameInForce()).doesNotContain("Order came in");
    }

    @Test
    void deadlines_of_the_settings_hold_until_the_owner_changes_one() {
        start(withDeadlines("reviewOrder=PT3H"));
        assertThat(inForceText("deadlines.properties")).contains("reviewOrder=PT3H");

        forceBundle.force(
                draftBundle
                        .upload(
                                Map.of(
                                        "deadlines.properties",
                                        withDeadlines("reviewOrder=PT8H").get("deadlines.properties")),
                                "",
                                null)
                        .number(),
                null);
        start(withDeadlines("reviewOrder=PT2H"));

        assertThat(inForceText("deadlines.properties")).contains("reviewOrder=PT8H");
    }

    private Map<String, byte[]> withDeadlines(String line) {
        var changed = new TreeMap<>(shipped);
        var deadlines = text("deadlines.properties").replaceFirst("reviewOrder=\\w+", line);
        changed.put("deadlines.properties", deadlines.getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    private String text(String file) {
        return new String(shipped.get(file), StandardCharsets.UTF_8);
    }

    private String inForceText(String file) {
        return new String(files.of(inForce(), file), StandardCharsets.UTF_8);
    }

    private void start(Map<String, byte[]> ships) {
        shippedBundle.take(ships);
    }

    private Bundle inForce() {
        return bundles.inForce().orElseThrow();
    }

    private void ownerDeploys(Map<String, byte[]> files) {
        var deployment = repository.createDeployment().name(OWNERS);
        files.forEach((file, content) -> {
            if (!file.endsWith(".properties")) {
                deployment.addInputStream(file, new ByteArrayInputStream(content));
            }
        });
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
        return new String(engine.now().get("order-fulfilment.bpmn"), StandardCharsets.UTF_8);
    }
}
