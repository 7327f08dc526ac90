package io.ordertrail.process.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.process.measure.ProcessFigures.Asked;
import io.ordertrail.process.path.InstancePaths;

/** The figures of a seeded history are those that SQL finds in the tables of the engine. */
@JourneyTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class MeasureHistoryTest {

    private static final String PROCESS = "measuredProcess";
    private static final Duration SEEDED = Duration.ofHours(500);
    private static final Instant BEGINNING = Instant.parse("2019-03-04T08:00:00Z");
    private static final Period PERIOD = new Period(LocalDate.parse("2019-03-11"), LocalDate.parse("2019-03-24"));
    private static final LocalDate END = PERIOD.last().plusDays(1);
    private static final Asked ASKED = new Asked(PROCESS, ProcessFigures.ALL_VERSIONS, PERIOD);
    private static final String DIAGRAM = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            targetNamespace="test">
          <process id="measuredProcess" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="begin"/>
            <userTask id="work" name="Work"/>
            <exclusiveGateway id="done" default="done_to_finished"/>
            <userTask id="rework" name="Work again"/>
            <endEvent id="finished"/>
            <sequenceFlow id="begin_to_work" sourceRef="begin" targetRef="work"/>
            <sequenceFlow id="work_to_done" sourceRef="work" targetRef="done"/>
            <sequenceFlow id="done_to_finished" sourceRef="done" targetRef="finished"/>
            <sequenceFlow id="done_to_rework" sourceRef="done" targetRef="rework">
              <conditionExpression>${again}</conditionExpression>
            </sequenceFlow>
            <sequenceFlow id="rework_to_work" sourceRef="rework" targetRef="work"/>
          </process>
        </definitions>
        """;

    @Autowired
    MeasureHistory measureHistory;

    @Autowired
    ProcessFigures figures;

    @Autowired
    EndedInstances endedInstances;

    @Autowired
    RepeatedSteps repeatedSteps;

    @Autowired
    InstancePaths paths;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    private final Random random = new Random(23);
    private String definition;

    @BeforeAll
    void seed() {
        definition = deploy(DIAGRAM).getId();
        transactions.executeWithoutResult(
                inside -> IntStream.range(0, instances()).forEach(this::seed));
        measureHistory.again();
        measure();
    }

    @AfterAll
    void forget() {
        transactions.executeWithoutResult(inside -> {
            database.sql("delete from ACT_HI_IDENTITYLINK where TASK_ID_ like 'measured-%'")
                    .update();
            database.sql("delete from ACT_HI_ACTINST where PROC_DEF_KEY_ = '" + PROCESS + "'")
                    .update();
            database.sql("delete from ACT_HI_PROCINST where PROC_DEF_KEY_ = '" + PROCESS + "'")
                    .update();
            List.of("step", "flow", "day", "instance", "path", "task", "repeat", "stay", "way")
                    .forEach(table -> database.sql(
                                    "delete from measured_" + table + " where process = '" + PROCESS + "'")
                            .update());
        });
        repository.deleteDeployment(repository.getProcessDefinition(definition).getDeploymentId(), true);
    }

    @Test
    void counts_and_percentiles_of_each_step_are_exact() {
        var measured = figures.steps(ASKED);
        for (var hundredths : List.of(50, 90, 95)) {
            assertThat(measured.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, step -> step.getValue().percentile(hundredths))))
                    .isEqualTo(percentiles(hundredths));
        }
        assertThat(measured.get("work").count())
                .isEqualTo(count("ACT_HI_ACTINST where ACT_ID_ = 'work' and " + ended()))
                .isGreaterThan(500);
        assertThat(measured.get("work").total())
                .isEqualTo(number("select sum(DURATION_) from ACT_HI_ACTINST where ACT_ID_ = 'work' and " + ended()));
    }

    @Test
    void what_took_longer_than_the_target_of_its_day_is_late() {
        var middle = PERIOD.first().plusDays(5);
        var targets = new Targets(
                List.of(
                        new Target("work", PERIOD.first(), Duration.ofHours(10), 1),
                        new Target("work", middle, Duration.ofHours(4), 1),
                        new Target(Target.WHOLE, middle, Duration.ofHours(30), 1)),
                Map.of(),
                id -> id);
        var late = figures.steps(ASKED, targets).late();
        assertThat(late.get("work"))
                .isEqualTo(
                        over("ACT_HI_ACTINST where ACT_ID_ = 'work' and DURATION_ > 36000000", PERIOD.first(), middle)
                                + over("ACT_HI_ACTINST where ACT_ID_ = 'work' and DURATION_ > 14400000", middle, END));
        assertThat(figures.late(ASKED, targets))
                .isEqualTo(over("ACT_HI_PROCINST where DURATION_ > 108000000", middle, END))
                .isPositive();
        assertThat(late).doesNotContainKey("rework");
    }

    private long over(String from, LocalDate first, LocalDate end) {
        return database.sql("select count(*) from " + from + " and PROC_DEF_KEY_ = '" + PROCESS
                        + "' and END_TIME_ >= :from and END_TIME_ < :to")
                .param("from", start(first))
                .param("to", start(end))
                .query(Long.class)
                .single();
    }

    @Test
    void a_flow_counts_as_often_as_its_target_was_reached_from_its_source() {
        var bySql = new TreeMap<String, Long>();
        database.sql("select s, ACT_ID_, count(*) from (select ACT_ID_, START_TIME_, lag(ACT_ID_) over"
                        + " (partition by PROC_INST_ID_ order by START_TIME_, SEQUENCE_COUNTER_) as s from ACT_HI_ACTINST"
                        + " where PROC_DEF_KEY_ = :process) a where s is not null and START_TIME_ >= :from and"
                        + " START_TIME_ < :to group by s, ACT_ID_")
                .params(span())
                .query(row -> {
                    bySql.put(row.getString(1) + "_to_" + row.getString(2), row.getLong(3));
                });
        assertThat(figures.flows(ASKED)).isEqualTo(bySql).hasSize(5);
    }

    @Test
    void each_day_has_what_began_and_ended_and_what_was_open_at_its_end() {
        var days = figures.days(ASKED);
        assertThat(days).hasSize(14);
        for (var day : days) {
            var next = start(day.day().plusDays(1));
            assertThat(day.started()).isEqualTo(instances("START_TIME_ >= :from and START_TIME_ < :to", day.day()));
            assertThat(day.ended()).isEqualTo(instances("END_TIME_ >= :from and END_TIME_ < :to", day.day()));
            assertThat(day.durations().count()).isEqualTo(day.ended());
            assertThat(day.open())
                    .isEqualTo(database.sql("select count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = :process and"
                                    + " START_TIME_ < :next and (END_TIME_ is null or END_TIME_ >= :next)")
                            .param("process", PROCESS)
                            .param("next", next)
                            .query(Long.class)
                            .single());
        }
        assertThat(days).anyMatch(day -> day.open() > 0);
    }

    @Test
    void each_day_and_all_of_the_period_have_exact_percentiles_of_the_instances() {
        var whole = figures.instances(ASKED);
        assertThat(told(whole)).isEqualTo(told(sorted("ACT_HI_PROCINST where " + ended(), span())));
        for (var day : figures.days(ASKED)) {
            var bySql = sorted(
                    "ACT_HI_PROCINST where " + ended(),
                    span(day.day(), day.day().plusDays(1)));
            assertThat(told(day.durations())).as(day.day().toString()).isEqualTo(told(bySql));
        }
    }

    @Test
    void the_period_before_and_a_single_version_are_those_of_the_history() {
        var first = PERIOD.first();
        var before = span(first.minusDays(14), first);
        assertThat(told(figures.steps(ASKED.before()).get("work")))
                .isEqualTo(told(sorted("ACT_HI_ACTINST where ACT_ID_ = 'work' and " + ended(), before)));
        assertThat(told(figures.instances(ASKED.before())))
                .isEqualTo(told(sorted("ACT_HI_PROCINST where " + ended(), before)));
        assertThat(figures.versions(PROCESS)).containsExactly(1);
        assertThat(told(figures.instances(new Asked(PROCESS, 1, PERIOD)))).isEqualTo(told(figures.instances(ASKED)));
        assertThat(figures.instances(new Asked(PROCESS, 2, PERIOD)).count()).isZero();
        assertThat(figures.steps(ASKED.ofVersionBefore(List.of(1)))).isEmpty();
    }

    @Test
    void the_commonest_path_has_exact_percentiles_of_the_instances_that_took_it() {
        var commonest = figures.paths(ASKED, 1).get(0);
        assertThat(told(commonest.durations()))
                .isEqualTo(told(sorted(
                        "ACT_HI_PROCINST p where " + ended()
                                + " and (select group_concat(a.ACT_ID_ order by a.START_TIME_, a.SEQUENCE_COUNTER_"
                                + " separator ' ') from ACT_HI_ACTINST a where a.PROC_INST_ID_ = p.ID_ and a.ACT_TYPE_"
                                + " <> 'exclusiveGateway') = '" + String.join(" ", commonest.steps()) + "'",
                        span())));
    }

    /** Number, total, longest, median, 90 % and 95 % within. */
    private static List<Long> told(Durations durations) {
        return List.of(
                durations.count(),
                durations.total(),
                durations.longest(),
                durations.percentile(50),
                durations.percentile(90),
                durations.percentile(95));
    }

    /** The same of the durations themselves: the value at the rank that is the share of all, rounded up. */
    private static List<Long> told(List<Long> sorted) {
        return Stream.concat(
                        Stream.of(
                                (long) sorted.size(),
                                sorted.stream().mapToLong(Long::longValue).sum(),
                                sorted.isEmpty() ? 0L : sorted.get(sorted.size() - 1)),
                        Stream.of(50, 90, 95)
                                .map(share -> sorted.isEmpty()
                                        ? 0L
                                        : sorted.get((int) Math.ceil(sorted.size() * share / 100.0) - 1)))
                .toList();
    }

    private List<Long> sorted(String from, Map<String, Object> span) {
        return database.sql("select DURATION_ from " + from + " order by DURATION_")
                .params(span)
                .query(Long.class)
                .list();
    }

    @Test
    void the_slowest_are_those_with_the_longest_duration_and_carry_their_order() {
        assertThat(figures.slowest(ASKED, 100))
                .extracting(ProcessFigures.Ended::subject)
                .hasSize(100)
                .isEqualTo(database.sql("select BUSINESS_KEY_ from ACT_HI_PROCINST where " + ended()
                                + " order by DURATION_ desc, ID_ limit 100")
                        .params(span())
                        .query(String.class)
                        .list());
    }

    @Test
    void of_each_step_and_day_the_hundred_longest_stays_are_kept_with_their_orders() {
        assertThat(kept()).isEqualTo(longest()).hasSizeGreaterThan(1000);
        assertThat(database.sql("select count(*) from measured_stay where step in ('begin', 'done', 'finished')")
                        .query(Long.class)
                        .single())
                .as("stays that take no time")
                .isZero();
    }

    private List<String> kept() {
        return database.sql("select concat(ended_on, ' ', step, ' ', stay, ' ', subject, ' ', duration) from"
                        + " measured_stay where process = :process and ended_on between :first and :last order by 1")
                .param("process", PROCESS)
                .param("first", PERIOD.first())
                .param("last", PERIOD.last())
                .query(String.class)
                .list();
    }

    private List<String> longest() {
        return database.sql(
                        "select concat(ended_day, ' ', ACT_ID_, ' ', ID_, ' ', subject, ' ', DURATION_) from (select a.*,"
                                + " p.BUSINESS_KEY_ as subject, cast(a.END_TIME_ as date) as ended_day, row_number() over (partition by"
                                + " a.ACT_ID_, cast(a.END_TIME_ as date) order by a.DURATION_ desc, a.ID_) as n from ACT_HI_ACTINST a"
                                + " join ACT_HI_PROCINST p on p.ID_ = a.PROC_INST_ID_ where a.PROC_DEF_KEY_ = :process and"
                                + " a.END_TIME_ >= :from and a.END_TIME_ < :to and a.DURATION_ > 0) x where n <= 100 order by 1")
                .params(span())
                .query(String.class)
                .list();
    }

    @Test
    void a_flow_out_of_a_gateway_tells_how_many_instances_took_it_and_where_they_ended() {
        var again = "ACT_HI_PROCINST where " + ended() + " and exists (select 1 from ACT_HI_ACTINST a where"
                + " a.PROC_INST_ID_ = ACT_HI_PROCINST.ID_ and a.ACT_ID_ = 'rework')";
        assertThat(figures.ends(ASKED))
                .isEqualTo(Map.of(
                        "done_to_finished", Map.of("finished", count("ACT_HI_PROCINST where " + ended())),
                        "done_to_rework", Map.of("finished", count(again))));
        assertThat(count(again)).isGreaterThan(100);
    }

    @Test
    void ended_instances_are_found_by_number_end_and_period_and_show_their_path() {
        var found = endedInstances.find(ASKED, "ORDER-4", "finished", 10_000);
        assertThat(found)
                .extracting(EndedInstances.Ended::subject)
                .isEqualTo(database.sql(
                                "select BUSINESS_KEY_ from ACT_HI_PROCINST where BUSINESS_KEY_ like 'ORDER-4%' and "
                                        + ended() + " order by END_TIME_ desc, ID_")
                        .params(span())
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(50);
        assertThat(endedInstances.find(ASKED, "", EndedInstances.NOWHERE, 10)).isEmpty();
        assertThat(endedInstances.find(ASKED, "", "", 10)).hasSize(10);
        var path = paths.of(PROCESS, found.get(0).instance()).orElseThrow();
        assertThat(path.flows()).contains("begin_to_work", "work_to_done", "done_to_finished");
        assertThat(path.visits().get(1).element()).isEqualTo("work");
        assertThat(paths.of("orderFulfilment", found.get(0).instance())).isEmpty();
    }

    @Test
    void the_commonest_paths_and_their_shares_are_those_of_the_history() {
        var times = database.sql(
                        "select p, count(*) as n from (select group_concat(a.ACT_ID_ order by a.START_TIME_,"
                                + " a.SEQUENCE_COUNTER_ separator ' ') as p from ACT_HI_ACTINST a join ACT_HI_PROCINST i on"
                                + " i.ID_ = a.PROC_INST_ID_ where a.ACT_TYPE_ <> 'exclusiveGateway' and i.PROC_DEF_KEY_ = :process"
                                + " and i.END_TIME_ >= :from and i.END_TIME_ < :to group by i.ID_) x group by p order by n desc")
                .params(span())
                .query((row, number) -> row.getString(1) + " " + row.getLong(2))
                .list();
        assertThat(figures.paths(ASKED, 4))
                .extracting(path ->
                        String.join(" ", path.steps()) + " " + path.durations().count())
                .isEqualTo(times.subList(0, 4));
        var smoothness = figures.smoothness(ASKED);
        assertThat(smoothness.ended()).isEqualTo(count("ACT_HI_PROCINST where " + ended()));
        assertThat(smoothness.untouched()).isZero();
        assertThat(smoothness.repeating())
                .isEqualTo(count("ACT_HI_PROCINST p where " + ended()
                        + " and (select count(*) from ACT_HI_ACTINST a where a.PROC_INST_ID_ = p.ID_ and a.ACT_ID_ ="
                        + " 'work') > 1"))
                .isPositive();
    }

    @Test
    void the_steps_that_were_passed_again_and_their_instances_are_those_of_the_history() {
        var again = "(select a.ACT_ID_, i.ID_, i.BUSINESS_KEY_, count(*) - 1 as n, sum(a.DURATION_) - min(case when"
                + " a.SEQUENCE_COUNTER_ = f.earliest then a.DURATION_ end) as spent from ACT_HI_ACTINST a join"
                + " ACT_HI_PROCINST i on i.ID_ = a.PROC_INST_ID_ join (select PROC_INST_ID_, ACT_ID_,"
                + " min(SEQUENCE_COUNTER_) as earliest from ACT_HI_ACTINST where PROC_DEF_KEY_ = :process group by"
                + " PROC_INST_ID_, ACT_ID_) f on f.PROC_INST_ID_ = i.ID_ and f.ACT_ID_ = a.ACT_ID_ where a.ACT_TYPE_ <>"
                + " 'exclusiveGateway' and i."
                + ended().replace(" and ", " and i.")
                + " group by a.ACT_ID_, i.ID_, i.BUSINESS_KEY_ having count(*) > 1) x";
        assertThat(repeatedSteps.of(ASKED))
                .extracting(step -> List.of(step.step(), step.instances(), step.times(), step.duration()))
                .isEqualTo(database.sql("select ACT_ID_, count(*), sum(n), sum(spent) as spent from " + again
                                + " group by ACT_ID_ order by spent desc")
                        .params(span())
                        .query((row, number) ->
                                List.<Object>of(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                        .list())
                .hasSize(2);
        assertThat(repeatedSteps.instances(ASKED, "work", 100))
                .extracting(one -> List.of(one.subject(), one.times(), one.duration()))
                .isEqualTo(database.sql("select BUSINESS_KEY_, n, spent from " + again
                                + " where ACT_ID_ = 'work' order by spent desc, ID_ limit 100")
                        .params(span())
                        .query((row, number) -> List.<Object>of(row.getString(1), row.getLong(2), row.getLong(3)))
                        .list())
                .hasSizeGreaterThan(50);
    }

    @Test
    void a_task_waited_until_it_was_claimed_and_was_worked_on_from_then() {
        var waited =
                number("select sum(1000 * timestampdiff(second, a.START_TIME_, l.TIMESTAMP_)) from ACT_HI_ACTINST a"
                        + " join ACT_HI_IDENTITYLINK l on l.TASK_ID_ = a.TASK_ID_ and l.TYPE_ = 'assignee'"
                        + " where a.ACT_ID_ = 'work' and a." + ended().replace(" and ", " and a."));
        var work = figures.tasks(ASKED).stream()
                .filter(tasks -> tasks.step().equals("work"))
                .toList();
        assertThat(work).singleElement().satisfies(tasks -> {
            assertThat(tasks.role()).isEqualTo("warehouse");
            assertThat(tasks.person()).as("behind a setting").isEmpty();
            assertThat(tasks.waited()).isEqualTo(waited).isPositive();
            assertThat(tasks.waited() + tasks.worked())
                    .isEqualTo(figures.steps(ASKED).get("work").total());
            assertThat(tasks.tasks()).isEqualTo(figures.steps(ASKED).get("work").count());
        });
    }

    @Test
    void nothing_counts_twice_when_several_nodes_measure() {
        var before = figures.steps(ASKED).get("work").count();
        assertThat(measureHistory.next(BEGINNING.plus(Duration.ofDays(100)))).isFalse();
        measure();
        assertThat(figures.steps(ASKED).get("work").count()).isEqualTo(before);
    }

    @Test
    void what_the_engine_has_removed_stays_counted_when_everything_is_measured_again() {
        var before = figures.steps(ASKED).get("work").count();
        var first = database.sql(
                        "select ID_ from ACT_HI_PROCINST where PROC_DEF_KEY_ = :process order by END_TIME_ limit 1")
                .params(span())
                .query(String.class)
                .single();
        transactions.executeWithoutResult(inside -> Map.of("ACT_HI_PROCINST", "ID_", "ACT_HI_ACTINST", "PROC_INST_ID_")
                .forEach((table, column) -> database.sql("delete from " + table + " where " + column + " = :instance")
                        .param("instance", first)
                        .update()));
        assertThat(measureHistory.again())
                .isEqualTo(LocalDate.ofInstant(BEGINNING, clock.getZone()).plusDays(1));
        measure();
        assertThat(figures.steps(ASKED).get("work").count()).isEqualTo(before);
        var all = new Asked(
                PROCESS, ProcessFigures.ALL_VERSIONS, new Period(PERIOD.first().minusDays(30), PERIOD.last()));
        assertThat(figures.instances(all).count())
                .isEqualTo(count("ACT_HI_PROCINST where PROC_DEF_KEY_ = :process and END_TIME_ < :to") + 1);
    }

    @Test
    void figures_go_on_when_an_owner_gives_a_step_another_id() {
        var steps = figures.steps(ASKED).get("work");
        var paths = figures.paths(ASKED, 4).size();
        var later = deploy(DIAGRAM.replace("\"work\"", "\"packed\"").replace("_to_work", "_anew"));
        try {
            assertThat(figures.steps(ASKED).get("packed").count()).isEqualTo(steps.count());
            assertThat(figures.steps(ASKED)).doesNotContainKey("work");
            assertThat(figures.flows(ASKED)).containsKeys("begin_anew", "work_to_done");
            assertThat(figures.tasks(ASKED))
                    .extracting(ProcessFigures.Tasks::step)
                    .contains("packed");
            assertThat(figures.paths(ASKED, 4))
                    .hasSize(paths)
                    .allMatch(path -> path.steps().contains("packed"));
        } finally {
            repository.deleteDeployment(later.getDeploymentId(), true);
        }
    }

    @Test
    void the_command_has_everything_counted_again(CapturedOutput output) {
        var before = figures.steps(ASKED).get("work").count();
        var address = batches.execute((Connection connection) -> List.of(
                connection.getMetaData().getURL(), connection.getMetaData().getUserName()));
        assertThat(command(address.get(0), address.get(1).replaceAll("@.*", "").toLowerCase(Locale.ROOT)))
                .isZero();
        assertThat(output).contains("The figures are counted again from 20");
        assertThat(measureHistory.next()).as("there is more to do").isTrue();
        measure();
        assertThat(figures.steps(ASKED).get("work").count()).isEqualTo(before);
    }

    @Test
    void the_command_exits_with_2_when_there_are_no_figures(CapturedOutput output) {
        assertThat(command("jdbc:h2:mem:no-figures;LOCK_TIMEOUT=1000", "sa")).isEqualTo(2);
        assertThat(output).contains("The figures cannot be counted again: there is no Ordertrail");
    }

    private int command(String url, String user) {
        var logging = "org.springframework.boot.logging.LoggingSystem";
        System.setProperty(logging, "none"); // otherwise it would reconfigure the logging of all tests
        try {
            return CountAgainCommand.run(
                    "count-again", "--spring.datasource.url=" + url, "--spring.datasource.username=" + user);
        } finally {
            System.clearProperty(logging);
        }
    }

    private ProcessDefinition deploy(String diagram) {
        return repository
                .createDeployment()
                .addString("measured.bpmn", diagram)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0);
    }

    private void measure() {
        while (isMore()) {
            Thread.onSpinWait();
        }
    }

    /** The application measures, too: while it has the figures for longer than a statement waits, there may be more. */
    private boolean isMore() {
        try {
            return measureHistory.next();
        } catch (QueryTimeoutException | PessimisticLockingFailureException e) {
            return true;
        }
    }

    /** More of them in the test of the night. */
    int instances() {
        return 1000;
    }

    /** The instances begin at equal distances; every third comes to the work again, until it is done. */
    private void seed(int at) {
        var instance = "measured-" + at;
        var from = BEGINNING.plus(SEEDED.multipliedBy(at).dividedBy(instances()).truncatedTo(ChronoUnit.SECONDS));
        var rows = new ArrayList<Object[]>();
        var links = new ArrayList<Object[]>();
        var now = stay(rows, instance, "begin", "startEvent", from, Duration.ZERO);
        now = stay(rows, instance, "work", "userTask", now, some());
        now = stay(rows, instance, "done", "exclusiveGateway", now, Duration.ZERO);
        while (random.nextInt(3) == 0) {
            now = stay(rows, instance, "rework", "userTask", now, some());
            now = stay(rows, instance, "work", "userTask", now, some());
            now = stay(rows, instance, "done", "exclusiveGateway", now, Duration.ZERO);
        }
        now = stay(rows, instance, "finished", "noneEndEvent", now, Duration.ZERO);
        batches.batchUpdate(
                "insert into ACT_HI_ACTINST (ID_, PARENT_ACT_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_,"
                        + " EXECUTION_ID_, ACT_ID_, TASK_ID_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, SEQUENCE_COUNTER_)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        rows.stream().filter(row -> row[7] != null).forEach(row -> claim(links, row));
        batches.batchUpdate(
                "insert into ACT_HI_IDENTITYLINK (ID_, TASK_ID_, TYPE_, USER_ID_, GROUP_ID_, OPERATION_TYPE_, TIMESTAMP_)"
                        + " values (?, ?, ?, ?, ?, 'add', ?)",
                links);
        batches.update(
                "insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_,"
                        + " END_TIME_, DURATION_, END_ACT_ID_, STATE_) values (?, ?, ?, ?, ?, ?, ?, ?, 'finished', 'COMPLETED')",
                instance,
                instance,
                "ORDER-" + at,
                PROCESS,
                definition,
                Timestamp.from(from),
                Timestamp.from(now),
                Duration.between(from, now).toMillis());
    }

    private Instant stay(
            List<Object[]> rows, String instance, String element, String type, Instant from, Duration lasts) {
        var until = from.plus(lasts);
        rows.add(new Object[] {
            instance + "-" + rows.size(),
            instance,
            PROCESS,
            definition,
            instance,
            instance,
            element,
            type.equals("userTask") ? instance + "-" + rows.size() : null,
            type,
            Timestamp.from(from),
            Timestamp.from(until),
            lasts.toMillis(),
            rows.size()
        });
        return until;
    }

    /** Somebody of the warehouse claims a task after some of its time. */
    private void claim(List<Object[]> links, Object[] stay) {
        var begin = ((Timestamp) stay[9]).toInstant();
        var seconds = (long) stay[11] / 1000;
        var claimed = Timestamp.from(begin.plusSeconds(random.nextLong(seconds)));
        links.add(new Object[] {"group-" + stay[0], stay[7], "candidate", null, "warehouse", stay[9]});
        links.add(new Object[] {"person-" + stay[0], stay[7], "assignee", "walter", null, claimed});
    }

    private Duration some() {
        return Duration.ofSeconds(60 + random.nextInt(20 * 3600));
    }

    private Map<String, Long> percentiles(int hundredths) {
        return database
                .sql(
                        "select ACT_ID_, DURATION_ from (select ACT_ID_, DURATION_, row_number() over (partition by ACT_ID_"
                                + " order by DURATION_) as n, count(*) over (partition by ACT_ID_) as c from ACT_HI_ACTINST where "
                                + ended() + ") a where n = ceil(c * :share / 100.0)")
                .params(span())
                .param("share", hundredths)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String ended() {
        return "PROC_DEF_KEY_ = :process and END_TIME_ >= :from and END_TIME_ < :to";
    }

    private long count(String from) {
        return number("select count(*) from " + from);
    }

    private long number(String sql) {
        return database.sql(sql).params(span()).query(Long.class).single();
    }

    private long instances(String condition, LocalDate day) {
        return database.sql("select count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = :process and " + condition)
                .param("process", PROCESS)
                .param("from", start(day))
                .param("to", start(day.plusDays(1)))
                .query(Long.class)
                .single();
    }

    private Map<String, Object> span() {
        return span(PERIOD.first(), END);
    }

    private Map<String, Object> span(LocalDate first, LocalDate end) {
        return Map.of("process", PROCESS, "from", start(first), "to", start(end));
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
