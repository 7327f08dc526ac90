package io.ordertrail.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.SeededHistory;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.MeasureHistory;
import io.ordertrail.process.measure.Period;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/** Where a company wants to see who did the tasks, the figures by person are those of SQL, and for managers alone. */
@JourneyTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "ordertrail.measures.persons=true")
class ShownPersonsTest {

    private static final Period PERIOD = new Period(LocalDate.parse("2017-05-08"), LocalDate.parse("2017-05-21"));
    private static final LocalDate SEEDED_UNTIL = LocalDate.parse("2017-06-01");
    private static final int SEED = 1806;
    private static final String SEEDED = "'seed" + SEED + "-%'";
    private static final Asked ASKED = new Asked(OrderFulfilment.PARCEL, ProcessFigures.ALL_VERSIONS, PERIOD);
    private static final List<String> TABLES = List.of("step", "task", "instance", "repeat", "stay", "way");

    @Autowired
    SeededHistory seededHistory;

    @Autowired
    MeasureHistory measureHistory;

    @Autowired
    ReadCourse readCourse;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    @BeforeAll
    void seed() {
        seededHistory.write(300, start(SEEDED_UNTIL), Duration.ofDays(30), SEED);
        transactions.executeWithoutResult(inside -> database.sql("update ACT_HI_IDENTITYLINK set USER_ID_ = case when"
                        + " mod(length(TASK_ID_), 2) = 0 then 'anna' else 'ben' end where TYPE_ = 'assignee' and TASK_ID_"
                        + " like " + SEEDED)
                .update());
        measureHistory.again();
        while (measureHistory.next()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void leave() {
        identities.clearAuthentication();
    }

    @AfterAll
    void forget() {
        transactions.executeWithoutResult(inside -> {
            database.sql("delete from ACT_HI_IDENTITYLINK where TASK_ID_ like " + SEEDED)
                    .update();
            database.sql("delete from ACT_HI_ACTINST where ROOT_PROC_INST_ID_ like " + SEEDED)
                    .update();
            database.sql("delete from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ like " + SEEDED)
                    .update();
            TABLES.forEach(table -> database.sql("delete from measured_" + table + " where ended_on < :end")
                    .param("end", SEEDED_UNTIL)
                    .update());
            database.sql("delete from measured_day where measured_on < :end")
                    .param("end", SEEDED_UNTIL)
                    .update();
            database.sql("delete from measured_flow where taken_on < :end")
                    .param("end", SEEDED_UNTIL)
                    .update();
        });
    }

    @Test
    void managers_see_how_many_tasks_each_person_did_and_how_long_these_waited_and_took() {
        identities.setAuthentication("mona", List.of("managers"));
        var shown = new TreeMap<String, List<Long>>();
        work().forEach(work ->
                shown.put(work.step() + ", " + work.person(), List.of(work.tasks(), work.waited(), work.worked())));
        assertThat(shown).isEqualTo(bySql()).hasSize(4);
    }

    @Test
    void process_owners_see_the_same_tasks_by_role_alone() {
        identities.setAuthentication("olivia", List.of("process-owners"));
        assertThat(work()).hasSize(2).allMatch(work -> work.person().isEmpty());
        assertThat(work().stream().mapToLong(ReadCourse.Work::tasks).sum())
                .isEqualTo(bySql().values().stream()
                        .mapToLong(figures -> figures.get(0))
                        .sum());
    }

    private List<ReadCourse.Work> work() {
        return readCourse.work(
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(OrderFulfilment.PARCEL)
                        .latestVersion()
                        .singleResult(),
                ASKED);
    }

    /** Number of tasks, average wait and average work by step and person. */
    private Map<String, List<Long>> bySql() {
        var found = new TreeMap<String, List<Long>>();
        database.sql("select a.ACT_ID_, l.USER_ID_, count(*), sum(timestampdiff(microsecond, a.START_TIME_,"
                        + " l.TIMESTAMP_)), sum(timestampdiff(microsecond, l.TIMESTAMP_, a.END_TIME_)) from ACT_HI_ACTINST a"
                        + " join ACT_HI_IDENTITYLINK l on l.TASK_ID_ = a.TASK_ID_ and l.TYPE_ = 'assignee' where"
                        + " a.PROC_DEF_KEY_ = :process and a.END_TIME_ >= :from and a.END_TIME_ < :to group by a.ACT_ID_,"
                        + " l.USER_ID_")
                .param("process", OrderFulfilment.PARCEL)
                .param("from", Timestamp.from(start(PERIOD.first())))
                .param("to", Timestamp.from(start(PERIOD.last().plusDays(1))))
                .query(row -> {
                    found.put(
                            (row.getString(1).equals("pickAndPack") ? "Pick and pack" : "Ship parcel") + ", "
                                    + row.getString(2),
                            List.of(
                                    row.getLong(3),
                                    row.getLong(4) / 1000 / row.getLong(3),
                                    row.getLong(5) / 1000 / row.getLong(3)));
                });
        return found;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
