package io.ordertrail.process.delay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.process.measure.Period;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/** What is open is at risk when more than 80 % of its target is used, and over it when all is. */
@JourneyTest
@Tag("database")
class OpenDelaysTest {

    private static final String PROCESS = "delayedProcess";
    private static final String DIAGRAM = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            targetNamespace="test">
          <process id="delayedProcess" isExecutable="true" camunda:historyTimeToLive="P1D">
            <extensionElements><camunda:properties><camunda:property name="target" value="PT100H"/></camunda:properties></extensionElements>
            <startEvent id="begin"/>
            <userTask id="work" name="Work">
              <extensionElements><camunda:properties><camunda:property name="target" value="PT10H"/></camunda:properties></extensionElements>
            </userTask>
            <sequenceFlow id="begin_to_work" sourceRef="begin" targetRef="work"/>
          </process>
        </definitions>
        """;

    @Autowired
    OpenDelays openDelays;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .addString("delayed.bpmn", DIAGRAM)
                .deploy()
                .getId();
    }

    @AfterEach
    void forget() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void a_step_is_at_risk_from_80_percent_of_its_target_on_and_over_it_afterwards() {
        begin("IN-TIME", Duration.ofMinutes(479), Duration.ofMinutes(479));
        begin("NEAR", Duration.ofMinutes(481), Duration.ofMinutes(481));
        begin("OVER", Duration.ofMinutes(601), Duration.ofMinutes(601));
        var delays = openDelays.of(asked());
        assertThat(told(delays)).containsExactly("OVER work true", "NEAR work false");
        assertThat(delays.get(0).target()).isEqualTo(Duration.ofHours(10));
        assertThat(delays.get(1).share()).isBetween(0.801, 0.81);
        assertThat(delays.get(1).since()).isBefore(clock.instant());
    }

    @Test
    void all_of_an_instance_has_a_target_of_its_own() {
        begin("BOTH", Duration.ofHours(90), Duration.ofHours(9));
        begin("WHOLE", Duration.ofHours(101), Duration.ofHours(1));
        assertThat(told(openDelays.of(asked()))).containsExactly("WHOLE  true", "BOTH work false", "BOTH  false");
    }

    @Test
    void what_has_ended_and_what_is_of_another_version_is_not_told() {
        begin("OVER", Duration.ofHours(99), Duration.ofHours(99));
        assertThat(openDelays.of(new Asked(PROCESS, 2, asked().period()))).isEmpty();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
        assertThat(openDelays.of(asked())).isEmpty();
    }

    private static List<String> told(List<OpenDelays.Delay> delays) {
        return delays.stream()
                .map(delay -> delay.subject() + " " + delay.step() + " " + delay.isOver())
                .toList();
    }

    private Asked asked() {
        return new Asked(PROCESS, ProcessFigures.ALL_VERSIONS, Period.endingOn(LocalDate.now(clock), 1));
    }

    /** An instance that began, and came to its step, that long ago. */
    private void begin(String number, Duration ago, Duration atStep) {
        var instance = runtime.startProcessInstanceByKey(PROCESS, number).getId();
        transactions.executeWithoutResult(inside -> {
            database.sql("update ACT_HI_PROCINST set START_TIME_ = :at where ID_ = :id")
                    .param("at", Timestamp.from(clock.instant().minus(ago)))
                    .param("id", instance)
                    .update();
            database.sql("update ACT_HI_ACTINST set START_TIME_ = :at where PROC_INST_ID_ = :id and ACT_ID_ = 'work'")
                    .param("at", Timestamp.from(clock.instant().minus(atStep)))
                    .param("id", instance)
                    .update();
        });
    }
}
