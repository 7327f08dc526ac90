package io.ordertrail.process.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.refusal.Refusal;

/** Targets hold from a day on; who changed them is in the trail. */
@JourneyTest
class TargetBookTest {

    private static final String PROCESS = "targetProcess";
    private static final LocalDate MAY = LocalDate.parse("2030-05-01");
    private static final LocalDate JUNE = LocalDate.parse("2030-06-01");
    private static final String DIAGRAM = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            targetNamespace="test">
          <process id="targetProcess" isExecutable="true" camunda:historyTimeToLive="P1D">
            <extensionElements><camunda:properties><camunda:property name="target" value="P9D"/></camunda:properties></extensionElements>
            <startEvent id="begin"/>
            <userTask id="work" name="Work">
              <extensionElements><camunda:properties><camunda:property name="target" value="PT7H"/></camunda:properties></extensionElements>
            </userTask>
            <sequenceFlow id="begin_to_work" sourceRef="begin" targetRef="work"/>
          </process>
        </definitions>
        """;

    @Autowired
    TargetBook book;

    @Autowired
    ReadTargets readTargets;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .addString("target.bpmn", DIAGRAM)
                .deploy()
                .getId();
    }

    @AfterEach
    void forget() {
        repository.deleteDeployment(deployment, true);
        transactions.executeWithoutResult(
                inside -> database.sql("delete from measure_target where process = '" + PROCESS + "'")
                        .update());
    }

    @Test
    void a_target_holds_from_its_day_on_and_the_diagram_before() {
        book.set(PROCESS, new Target("work", JUNE, Duration.ofHours(3), 0));
        var targets = readTargets.of(PROCESS);
        assertThat(targets.on(MAY, "work")).contains(Duration.ofHours(7));
        assertThat(targets.on(JUNE, "work")).contains(Duration.ofHours(3));
        assertThat(targets.on(JUNE, Target.WHOLE)).contains(Duration.ofDays(9));
        assertThat(targets.isOver(JUNE, "work", Duration.ofHours(4))).isTrue();
        assertThat(targets.isOver(MAY, "work", Duration.ofHours(4))).isFalse();
        assertThat(targets.isOver(MAY, "begin", Duration.ofDays(400))).isFalse();
    }

    @Test
    void a_target_without_a_duration_ends_what_was_said_before() {
        book.set(PROCESS, new Target(Target.WHOLE, MAY, Duration.ofDays(2), 0));
        book.set(PROCESS, new Target(Target.WHOLE, JUNE, null, 0));
        var targets = readTargets.of(PROCESS);
        assertThat(targets.on(MAY, Target.WHOLE)).contains(Duration.ofDays(2));
        assertThat(targets.on(JUNE, Target.WHOLE)).isEmpty();
    }

    @Test
    void of_two_people_who_change_the_same_target_one_succeeds_and_the_trail_tells_all_that_was_stored() {
        book.set(PROCESS, new Target("work", MAY, Duration.ofHours(3), 0));
        book.set(PROCESS, new Target("work", MAY, Duration.ofHours(5), 1));
        for (var stale : List.of(0, 1)) {
            assertThatThrownBy(() -> book.set(PROCESS, new Target("work", MAY, Duration.ofHours(8), stale)))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(book.of(PROCESS)).containsExactly(new Target("work", MAY, Duration.ofHours(5), 2));
        assertThat(database.sql("select field, former, current from change_entry where subject = 'target." + PROCESS
                                + "' order by id desc limit 2")
                        .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                        .list())
                .containsExactly("work, 2030-05-01 PT3H PT5H", "work, 2030-05-01 null PT3H");
    }
}
