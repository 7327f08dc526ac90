package io.ordertrail.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.assertj.core.data.Offset;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.SeededHistory;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.MeasureHistory;
import io.ordertrail.process.measure.Period;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/** What Cockpit shows of seeded orders is what SQL finds in the tables of the engine. */
@JourneyTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownFiguresTest {

    private static final Period PERIOD = new Period(LocalDate.parse("2018-04-09"), LocalDate.parse("2018-04-22"));
    private static final LocalDate SEEDED_UNTIL = LocalDate.parse("2018-05-01");
    private static final Asked ORDERS = new Asked(OrderFulfilment.PROCESS, ProcessFigures.ALL_VERSIONS, PERIOD);
    private static final Asked PARCELS = new Asked(OrderFulfilment.PARCEL, ProcessFigures.ALL_VERSIONS, PERIOD);
    private static final Offset<Double> EXACT = within(1e-9);
    private static final int SEED = 1804;
    private static final String SEEDED = "'seed" + SEED + "-%'";
    private static final String ENDED = " END_TIME_ >= :from and END_TIME_ < :to";
    private static final String BEGAN = " START_TIME_ >= :from and START_TIME_ < :to";
    private static final List<String> FIGURES = List.of(
            "step.ended_on",
            "flow.taken_on",
            "day.measured_on",
            "instance.ended_on",
            "task.ended_on",
            "repeat.ended_on",
            "stay.ended_on",
            "way.ended_on");

    @Autowired
    SeededHistory seededHistory;

    @Autowired
    MeasureHistory measureHistory;

    @Autowired
    ReadHeat readHeat;

    @Autowired
    ReadCourse readCourse;

    @Autowired
    FindBottleneck findBottleneck;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    @BeforeAll
    void seed() {
        seededHistory.write(
                orders(), SEEDED_UNTIL.atStartOfDay(clock.getZone()).toInstant(), Duration.ofDays(30), SEED);
        measureHistory.again();
        while (measureHistory.next()) {
            Thread.onSpinWait();
        }
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
            FIGURES.forEach(place -> database.sql("delete from measured_" + place.replaceAll("[.].*", "") + " where "
                            + place.replaceAll(".*[.]", "") + " < :end")
                    .param("end", SEEDED_UNTIL)
                    .update());
        });
    }

    /** More of them in the test of the night. */
    int orders() {
        return 400;
    }

    @Test
    void each_step_of_the_heat_map_has_its_number_median_95_percent_and_longest() {
        for (var asked : List.of(ORDERS, PARCELS)) {
            var shown = heat(asked).steps().stream()
                    .filter(step -> step.now().count() > 0)
                    .collect(Collectors.toMap(
                            Heat.Step::id,
                            step -> List.of(
                                    step.now().count(),
                                    step.now().median(),
                                    step.now().p95(),
                                    step.now().longest())));
            assertThat(shown)
                    .isEqualTo(bySteps(
                            asked,
                            "select ACT_ID_, max(c), max(case when n = ceil(c * 0.5) then DURATION_ end),"
                                    + " max(case when n = ceil(c * 0.95) then DURATION_ end), max(DURATION_) from"
                                    + " (select ACT_ID_, DURATION_, row_number() over (partition by ACT_ID_ order by"
                                    + " DURATION_) as n, count(*) over (partition by ACT_ID_) as c from ACT_HI_ACTINST"
                                    + " where PROC_DEF_KEY_ = :process and" + ENDED + ") a group by ACT_ID_"));
        }
    }

    @Test
    void a_flow_out_of_a_gateway_shows_the_share_of_the_orders_that_took_it() {
        var review = flow("anythingToReview", "reviewOrder");
        var shown = heat(ORDERS).flows().stream()
                .filter(flow -> flow.id().equals(review))
                .findFirst()
                .orElseThrow();
        var reviewed = count("ACT_HI_ACTINST where ACT_ID_ = 'reviewOrder' and" + BEGAN);
        var asked = count("ACT_HI_ACTINST where ACT_ID_ = 'anythingToReview' and" + BEGAN);
        assertThat(shown.passages()).isEqualTo(reviewed).isPositive();
        assertThat(shown.share()).isCloseTo((double) reviewed / asked, EXACT);
        assertThat(readCourse.gateways(definition(OrderFulfilment.PROCESS), ORDERS))
                .flatExtracting(ReadCourse.Gateway::ways)
                .anySatisfy(way -> assertThat(way.share()).isCloseTo((double) reviewed / asked, EXACT));
    }

    @Test
    void a_way_out_of_a_gateway_shows_where_the_orders_ended_that_took_it() {
        var review = readCourse.gateways(definition(OrderFulfilment.PROCESS), ORDERS).stream()
                .flatMap(gateway -> gateway.ways().stream())
                .filter(way -> way.passages() == count("ACT_HI_ACTINST where ACT_ID_ = 'reviewOrder' and" + BEGAN))
                .findFirst()
                .orElseThrow();
        var ended =
                count("ACT_HI_PROCINST p where PROC_DEF_KEY_ = 'orderFulfilment' and" + ENDED + " and exists (select 1"
                        + " from ACT_HI_ACTINST a where a.PROC_INST_ID_ = p.ID_ and a.ACT_ID_ = 'reviewOrder')");
        assertThat(review.ended()).isEqualTo(ended).isPositive();
        assertThat(review.ends()).containsExactly(new ReadCourse.End("Order received", ended, 1));
    }

    @Test
    void a_task_shows_how_long_it_waited_and_how_long_the_work_took_on_average() {
        var picking = readCourse.work(definition(OrderFulfilment.PARCEL), PARCELS).stream()
                .filter(work -> work.step().equals("Pick and pack"))
                .toList();
        var tasks = count("ACT_HI_ACTINST where ACT_ID_ = 'pickAndPack' and" + ENDED);
        var waited =
                number("select sum(1000 * timestampdiff(second, a.START_TIME_, l.TIMESTAMP_)) from ACT_HI_ACTINST a"
                        + " join ACT_HI_IDENTITYLINK l on l.TASK_ID_ = a.TASK_ID_ and l.TYPE_ = 'assignee' where a.ACT_ID_"
                        + " = 'pickAndPack' and a.END_TIME_ >= :from and a.END_TIME_ < :to");
        var all = number("select sum(DURATION_) from ACT_HI_ACTINST where ACT_ID_ = 'pickAndPack' and" + ENDED);
        assertThat(picking).singleElement().satisfies(work -> {
            assertThat(work.tasks()).isEqualTo(tasks).isPositive();
            assertThat(work.waited()).isCloseTo(waited / tasks, within(1000L));
            assertThat(work.waited() + work.worked()).isCloseTo(all / tasks, within(1L));
        });
    }

    @Test
    void the_slowest_hundred_at_a_step_are_those_with_the_longest_stays() {
        assertThat(readCourse.slowest(PARCELS, "pickAndPack"))
                .extracting(ReadCourse.Slow::duration)
                .isEqualTo(database.sql("select DURATION_ from ACT_HI_ACTINST where ACT_ID_ = 'pickAndPack' and" + ENDED
                                + " order by DURATION_ desc limit 100")
                        .params(span("any"))
                        .query(Long.class)
                        .list())
                .hasSize(100);
    }

    @Test
    void the_commonest_path_has_the_share_of_the_instances_that_took_it() {
        var commonest =
                readCourse.paths(definition(OrderFulfilment.PARCEL), PARCELS).get(0);
        var ended = count("ACT_HI_PROCINST where PROC_DEF_KEY_ = 'parcel' and" + ENDED);
        assertThat(commonest.share()).as("parcels all go the same way").isEqualTo(1);
        assertThat(commonest.took().count()).isEqualTo(ended).isPositive();
    }

    @Test
    void the_bottleneck_is_the_own_step_at_which_the_most_time_went() {
        var spent = database.sql("select ACT_ID_, sum(DURATION_) as spent from ACT_HI_ACTINST where ACT_TYPE_ in"
                        + " ('userTask', 'serviceTask', 'businessRuleTask') and" + ENDED
                        + " group by ACT_ID_ order by spent desc")
                .params(span("any"))
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list();
        var total = spent.stream().mapToLong(Map.Entry::getValue).sum();
        var found = findBottleneck.in(PERIOD).orElseThrow();
        assertThat(found.step()).isEqualTo(spent.get(0).getKey());
        assertThat(found.share()).isCloseTo((double) spent.get(0).getValue() / total, EXACT);
        assertThat(found.week().count())
                .isEqualTo(count("ACT_HI_ACTINST where ACT_ID_ = '" + found.step() + "' and" + ENDED));
    }

    private Heat heat(Asked asked) {
        return readHeat.of(definition(asked.process()), new Chosen(), asked);
    }

    private ProcessDefinition definition(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
    }

    private String flow(String source, String target) {
        var model = repository.getBpmnModelInstance(
                definition(OrderFulfilment.PROCESS).getId());
        return model.<FlowNode>getModelElementById(source).getOutgoing().stream()
                .filter(flow -> flow.getTarget().getId().equals(target))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private Map<String, List<Long>> bySteps(Asked asked, String sql) {
        return database
                .sql(sql)
                .params(span(asked.process()))
                .query((row, number) -> Map.entry(
                        row.getString(1), List.of(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long count(String from) {
        return number("select count(*) from " + from);
    }

    private long number(String sql) {
        return database.sql(sql).params(span("any")).query(Long.class).single();
    }

    private Map<String, Object> span(String process) {
        return Map.of(
                "process",
                process,
                "from",
                start(PERIOD.first()),
                "to",
                start(PERIOD.last().plusDays(1)));
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
