package io.ordertrail.process.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.JourneyTest;

/** Whoever looks at incidents also sees whether jobs are due that nobody starts. */
@JourneyTest
@Tag("database")
class DueJobsTest {

    private static final String PROCESS = "dueProcess";
    private static final String DIAGRAM = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            targetNamespace="test">
          <process id="dueProcess" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="begin"/>
            <intermediateCatchEvent id="wait">
              <timerEventDefinition><timeDuration>P900D</timeDuration></timerEventDefinition>
            </intermediateCatchEvent>
            <sequenceFlow id="begin_to_wait" sourceRef="begin" targetRef="wait"/>
          </process>
        </definitions>
        """;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .addString("due.bpmn", DIAGRAM)
                .deploy()
                .getId();
    }

    @AfterEach
    void forget() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void jobs_that_could_start_are_counted_and_the_oldest_tells_since_when() {
        var longAgo = clock.instant().minus(Duration.ofHours(2));
        waits(clock.instant().plus(Duration.ofHours(1)));
        assertThat(dueJobs.of(PROCESS)).isEqualTo(new DueJobs.Due(0, null));
        waits(clock.instant().minus(Duration.ofHours(1)));
        waits(longAgo);
        var due = dueJobs.of(PROCESS);
        assertThat(due.jobs()).isEqualTo(2);
        assertThat(due.oldest()).isBetween(longAgo.minusSeconds(1), longAgo.plusSeconds(1));
        assertThat(dueJobs.of("noSuchProcess").jobs()).isZero();
    }

    @Test
    void a_job_that_has_failed_for_good_is_an_incident_and_not_due() {
        management.setJobRetries(waits(clock.instant().minus(Duration.ofHours(1))), 0);
        assertThat(dueJobs.of(PROCESS).jobs()).isZero();
    }

    private String waits(Instant due) {
        var instance = runtime.startProcessInstanceByKey(PROCESS).getId();
        var job = management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        management.setJobDuedate(job, Date.from(due));
        return job;
    }
}
