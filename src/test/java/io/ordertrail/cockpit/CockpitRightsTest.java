package io.ordertrail.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/** Cockpit lets everybody call a plugin who is signed in to the engine; this plugin answers only who may see it. */
@JourneyTest
class CockpitRightsTest {

    @Autowired
    MeasuresResource measures;

    @Autowired
    TargetsResource targets;

    @Autowired
    EndedResource ended;

    @Autowired
    RepeatsResource repeats;

    @Autowired
    DelaysResource delays;

    @Autowired
    JobsResource jobs;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    private String definition;

    @BeforeEach
    void find() {
        definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(OrderFulfilment.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
    }

    @AfterEach
    void leave() {
        identities.clearAuthentication();
    }

    @Test
    void who_has_only_tasklist_is_refused_everything() {
        callsAs("walter", "warehouse").forEach(call -> assertThatThrownBy(call).isInstanceOf(ForbiddenException.class));
    }

    @Test
    void who_is_nobody_is_refused_everything() {
        identities.clearAuthentication();
        calls().forEach(call -> assertThatThrownBy(call).isInstanceOf(ForbiddenException.class));
    }

    @Test
    void managers_see_the_figures_but_neither_retry_nor_count_again() {
        as("mona", "managers");
        assertThat(measures.words()).containsKey("tab.course");
        assertThat(measures.today().mayMeasureAgain()).isFalse();
        var process = measures.definition(definition);
        assertThat(process.heat(new Chosen()).process()).isEqualTo(OrderFulfilment.PROCESS);
        assertThat(process.course(new Chosen()).days()).hasSize(30);
        assertThat(process.incidents(new Chosen()).mayRetry()).isFalse();
        assertThatThrownBy(() -> process.retry(Element.ASK_STOCK_SYSTEM)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(measures::measureAgain).isInstanceOf(ForbiddenException.class);
        assertThat(targets.targets(definition).mayChange()).isTrue();
        assertThat(repeats.orders(definition, "noSuchStep", new Chosen())).isEmpty();
        assertThat(delays.outliers(definition, "noSuchStep", new Chosen(), "iqr")
                        .common())
                .isEmpty();
        assertThatThrownBy(() -> delays.outliers(definition, "any", new Chosen(), "some"))
                .isInstanceOf(BadRequestException.class);
        assertThat(delays.open(definition, new Chosen()).over().first()).hasSizeLessThanOrEqualTo(100);
        assertThat(jobs.due(definition).jobs()).isNotNegative();
        assertThat(ended.find(definition, new Chosen(), "", "").outcomes())
                .extracting(EndedResource.Outcome::name)
                .contains("Order received");
        assertThatThrownBy(() -> ended.takenPath(definition, "no-such-instance"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_target_that_is_no_duration_is_refused_with_the_reason() {
        as("mona", "managers");
        assertThatThrownBy(() -> targets.set(definition, "reviewOrder", "2030-01-01", "soon", 0))
                .isInstanceOfSatisfying(WebApplicationException.class, refused -> {
                    assertThat(refused.getResponse().getStatus()).isEqualTo(422);
                    assertThat(refused.getResponse().getEntity().toString()).contains("4h");
                });
        assertThatThrownBy(() -> targets.set(definition, "noSuchStep", "2030-01-01", "4h", 0))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void administrators_see_targets_and_change_none() {
        as("ada", "camunda-admin");
        assertThat(targets.targets(definition).mayChange()).isFalse();
        assertThatThrownBy(() -> targets.set(definition, "reviewOrder", "2030-01-01", "4h", 0))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void process_owners_have_steps_tried_again_and_administrators_count_again() {
        as("olivia", "process-owners");
        assertThat(measures.definition(definition).incidents(new Chosen()).mayRetry())
                .isTrue();
        assertThat(measures.definition(definition).retry("noSuchStep")).containsEntry("retried", 0);
        as("ada", "camunda-admin");
        assertThat(measures.today().mayMeasureAgain()).isTrue();
        assertThat(measures.measureAgain()).containsKey("from");
    }

    @Test
    void a_process_that_is_not_deployed_is_not_found() {
        as("mona", "managers");
        assertThatThrownBy(() -> measures.definition("gone:1:1")).isInstanceOf(NotFoundException.class);
    }

    private Stream<ThrowingCallable> callsAs(String person, String group) {
        as(person, group);
        return calls();
    }

    private Stream<ThrowingCallable> calls() {
        return Stream.of(
                measures::words,
                measures::today,
                measures::measureAgain,
                () -> measures.definition(definition),
                () -> ended.find(definition, new Chosen(), "", ""),
                () -> ended.takenPath(definition, "any"),
                () -> delays.open(definition, new Chosen()),
                () -> delays.outliers(definition, Element.REVIEW_ORDER, new Chosen(), "p95"),
                () -> jobs.due(definition),
                () -> repeats.steps(definition, new Chosen()),
                () -> repeats.orders(definition, Element.REVIEW_ORDER, new Chosen()),
                () -> targets.targets(definition),
                () -> targets.set(definition, Element.REVIEW_ORDER, "2030-01-01", "4h", 0));
    }

    private void as(String person, String group) {
        identities.setAuthentication(person, List.of(group));
    }
}
