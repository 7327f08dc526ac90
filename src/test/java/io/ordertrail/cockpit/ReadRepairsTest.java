package io.ordertrail.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.process.measure.Period;

/** Incidents tell where orders fail again and again, and how long a repair takes. */
@JourneyTest
class ReadRepairsTest {

    private static final Instant AT = Instant.parse("2018-05-04T09:00:00Z");

    @Autowired
    ReadRepairs readRepairs;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    private ProcessDefinition definition;

    @BeforeEach
    void write() {
        definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(OrderFulfilment.PROCESS)
                .latestVersion()
                .singleResult();
        transactions.executeWithoutResult(inside -> {
            incident("repair-1", "one", Duration.ofMinutes(10));
            incident("repair-2", "one", Duration.ofMinutes(30));
            incident("repair-3", "two", null);
        });
    }

    @AfterEach
    void forget() {
        transactions.executeWithoutResult(
                inside -> database.update("delete from ACT_HI_INCIDENT where ID_ like 'repair-%'"));
    }

    @Test
    void a_step_tells_how_often_it_failed_how_many_failed_again_and_how_long_repairs_took() {
        var repairs = readRepairs.of(
                definition, new Period(LocalDate.parse("2018-05-01"), LocalDate.parse("2018-05-31")), clock.getZone());
        assertThat(repairs).singleElement().satisfies(step -> {
            assertThat(step.step()).isEqualTo("Ask stock system");
            assertThat(step.incidents()).isEqualTo(3);
            assertThat(step.again()).isEqualTo(1);
            assertThat(step.repair().count()).isEqualTo(2);
            assertThat(step.repair().median()).isEqualTo(Duration.ofMinutes(10).toMillis());
            assertThat(step.repair().p95()).isEqualTo(Duration.ofMinutes(30).toMillis());
        });
    }

    private void incident(String id, String instance, Duration repair) {
        database.update(
                "insert into ACT_HI_INCIDENT (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, CREATE_TIME_, END_TIME_,"
                        + " INCIDENT_TYPE_, ACTIVITY_ID_, CAUSE_INCIDENT_ID_, ROOT_CAUSE_INCIDENT_ID_, INCIDENT_STATE_)"
                        + " values (?, ?, ?, ?, ?, ?, 'failedJob', ?, ?, ?, ?)",
                id,
                OrderFulfilment.PROCESS,
                definition.getId(),
                instance,
                Timestamp.from(AT),
                repair == null ? null : Timestamp.from(AT.plus(repair)),
                Element.ASK_STOCK_SYSTEM,
                id,
                id,
                repair == null ? 0 : 1);
    }
}
