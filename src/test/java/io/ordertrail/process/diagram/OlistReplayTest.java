package io.ordertrail.process.diagram;

import static io.ordertrail.process.diagram.DiagramAnswers.answers;
import static io.ordertrail.process.diagram.DiagramAnswers.everythingGoesWell;
import static io.ordertrail.process.diagram.DiagramAnswers.inMemory;
import static io.ordertrail.process.engine.OrderFulfilment.Element.PICK_AND_PACK;
import static io.ordertrail.process.engine.OrderFulfilment.Element.REVIEW_ORDER;
import static io.ordertrail.process.engine.OrderFulfilment.Element.SHIP_PARCEL;
import static io.ordertrail.process.engine.OrderFulfilment.Message.CANCELLATION_REQUESTED;
import static io.ordertrail.process.engine.OrderFulfilment.Message.PARCEL_DELIVERED;
import static io.ordertrail.process.engine.OrderFulfilment.Message.RECEIPT_CONFIRMED;
import static io.ordertrail.process.engine.OrderFulfilment.Variable.HOLDS_FOUND;
import static io.ordertrail.process.engine.OrderFulfilment.Variable.REVIEW_DECISION;
import static io.ordertrail.process.engine.OrderFulfilment.Variable.TRACKING_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.MeasuredEngine;
import io.ordertrail.report.eventlog.ExportedLog;
import io.ordertrail.report.figure.ReplayedOrders;
import io.ordertrail.report.figure.ReplayedOrders.Replayed;
import io.ordertrail.report.table.ReportPeriod;

/**
 * Replays the orders of a real shop with their own times through the diagrams, on the engine alone. The figures are
 * those that the shop's own file says; what contradicts itself in the file is listed.
 */
@Tag("nightly")
class OlistReplayTest {

    private static final Logger LOG = LoggerFactory.getLogger(OlistReplayTest.class);
    private static final Path FILE =
            Path.of(System.getProperty("ordertrail.shared", "../shared"), "data/orders/olist/olist_orders_dataset.csv");
    private static final Instant AFTERWARDS = Instant.parse("2019-01-01T00:00:00Z");
    private static final double DAY = 86_400_000;
    /** All days that the file has. */
    private static final ReportPeriod THE_SHOP =
            new ReportPeriod(LocalDate.of(2016, 9, 1), LocalDate.of(2018, 10, 31), ZoneOffset.UTC);

    /** An order as the file has it; times are null where it has none. */
    private record Line(
            String number,
            String status,
            Instant purchased,
            Instant approved,
            Instant handedOver,
            Instant delivered,
            Instant estimated) {

        static Line of(String line) {
            var cells = line.split(",", -1);
            return new Line(
                    cells[0], cells[2], time(cells[3]), time(cells[4]), time(cells[5]), time(cells[6]), time(cells[7]));
        }

        private static Instant time(String cell) {
            return cell.isEmpty()
                    ? null
                    : LocalDateTime.parse(cell.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        }

        boolean isCancelled() {
            return status.equals("canceled");
        }

        Stream<String> anomalies() {
            return Stream.of(
                            anomaly(isBefore(handedOver, approved), "handed over before its approval"),
                            anomaly(isBefore(handedOver, purchased), "handed over before its purchase"),
                            anomaly(isBefore(delivered, handedOver), "delivered before it was handed over"),
                            anomaly(status.equals("delivered") && delivered == null, "delivered without a time"),
                            anomaly(isCancelled() && delivered != null, "cancelled and delivered"))
                    .flatMap(Optional::stream);
        }

        private static Optional<String> anomaly(boolean found, String told) {
            return found ? Optional.of(told) : Optional.empty();
        }

        private static boolean isBefore(Instant one, Instant other) {
            return one != null && other != null && one.isBefore(other);
        }

        /** The time of a step, which a process cannot reach after the next one. */
        Instant reviewedAt() {
            return earliest(approved, sentAt());
        }

        Instant sentAt() {
            return handedOver == null ? null : earliest(handedOver, delivered);
        }

        private Instant earliest(Instant one, Instant next) {
            var first = next != null && next.isBefore(one) ? next : one;
            return first.isBefore(purchased) ? purchased : first;
        }

        /** The last time that the file knows of the order: when it was cancelled, the file does not say. */
        Instant last() {
            return Stream.of(delivered, sentAt(), approved == null ? null : reviewedAt(), purchased)
                    .filter(time -> time != null)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final ProcessEngine engine = engine();

    @AfterEach
    void close() {
        ClockUtil.reset();
        Mocks.reset();
        engine.close();
    }

    @Test
    void the_figures_of_a_real_shop_come_out() throws IOException, SQLException {
        assumeTrue(
                Files.exists(FILE),
                () -> "Skipped: there is no " + FILE.toAbsolutePath() + " (set -Dordertrail.shared=FOLDER)");
        var lines = lines();
        everythingGoesWell();
        answers("checkOrder", HOLDS_FOUND, true);
        lines.forEach(this::replay);
        var figures = MeasuredEngine.measure(engine, AFTERWARDS);
        assertThat(lines).hasSize(8135);
        assertThat(started(figures)).isEqualTo(8135);
        assertThat(ended(figures, "orderCancelledOnRequest")).isEqualTo(625);
        var days = daysToDelivery(figures);
        assertThat(days).hasSize(5170);
        assertThat((days.get(days.size() / 2 - 1) + days.get(days.size() / 2)) / 2)
                .isCloseTo(10.345, within(0.0006));
        assertThat(late(figures, lines)).isEqualTo(415);
        assertReportedAndExported(figures, lines);
        assertThat(anomalies(lines))
                .containsEntry("handed over before its approval", 77)
                .containsEntry("delivered before it was handed over", 3)
                .containsEntry("cancelled and delivered", 6);
    }

    /** The reports, and who reads the exported log, find the figures of the shop in what was replayed. */
    private static void assertReportedAndExported(JdbcClient figures, List<Line> lines) throws IOException {
        var orders = new ReplayedOrders(replayed(figures, lines), AFTERWARDS);
        var reported = orders.reported(THE_SHOP);
        assertThat(reported.orders()).isEqualTo(8135);
        assertThat(reported.delivered()).isEqualTo(5170);
        assertThat(reported.medianHours().doubleValue() / 24).isCloseTo(10.345, within(0.003));
        assertThat(reported.late()).isEqualTo(415);
        assertThat(reported.cancelled()).isEqualTo(625);
        var exported = ExportedLog.of(orders.source(), THE_SHOP);
        assertThat(exported.cases()).isEqualTo(8135);
        assertThat(exported.toDelivery()).hasSize(5170);
        assertThat(exported.medianDays()).isCloseTo(10.345, within(0.0006));
        assertThat(exported.cancelled()).isEqualTo(625);
    }

    /** The shop promises a delivery before a day begins: by the end of the day before. */
    private static List<Replayed> replayed(JdbcClient figures, List<Line> lines) {
        var delivered = ends(figures, OrderFulfilment.PARCEL, "parcelArrived");
        var cancelled = ends(figures, OrderFulfilment.PROCESS, "orderCancelledOnRequest");
        return lines.stream()
                .map(line -> new Replayed(
                        line.purchased(),
                        LocalDate.ofInstant(line.estimated(), ZoneOffset.UTC).minusDays(1),
                        delivered.get(line.number()),
                        cancelled.get(line.number())))
                .toList();
    }

    private static Map<String, Instant> ends(JdbcClient figures, String process, String outcome) {
        return times(figures, process, "ended_at", "outcome = '" + outcome + "'");
    }

    private static Map<String, Instant> times(JdbcClient figures, String process, String column, String which) {
        var times = new HashMap<String, Instant>();
        figures.sql("select subject, " + column + " from measured_instance where process = :process and " + which)
                .param("process", process)
                .query(row -> {
                    times.put(
                            row.getString(1),
                            row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                });
        return times;
    }

    private static List<Line> lines() throws IOException {
        try (var lines = Files.lines(FILE)) {
            return lines.skip(1).map(Line::of).toList();
        }
    }

    private void replay(Line line) {
        at(line.purchased());
        var order = engine.getRuntimeService()
                .startProcessInstanceByKey(OrderFulfilment.PROCESS, line.number())
                .getId();
        if (line.approved() != null) {
            at(line.reviewedAt());
            complete(order, REVIEW_ORDER, Map.of(REVIEW_DECISION, "approve"));
        }
        if (line.handedOver() != null) {
            send(line, order);
        }
        if (line.isCancelled()) {
            at(line.last());
            receives(order, CANCELLATION_REQUESTED);
        } else if (line.delivered() != null) {
            receives(order, RECEIPT_CONFIRMED);
        }
    }

    private void send(Line line, String order) {
        at(line.sentAt());
        var parcel = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(order)
                .singleResult()
                .getId();
        complete(parcel, PICK_AND_PACK, Map.of());
        complete(parcel, SHIP_PARCEL, Map.of(TRACKING_NUMBER, line.number()));
        if (line.delivered() != null) {
            at(line.delivered());
            receives(parcel, PARCEL_DELIVERED);
        }
    }

    private void complete(String instance, String task, Map<String, Object> variables) {
        var id = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        engine.getTaskService().complete(id, variables);
    }

    private void receives(String instance, String message) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(instance)
                .correlate();
    }

    private static void at(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }

    private static long started(JdbcClient figures) {
        return figures.sql("select sum(started) from measured_day where process = :process")
                .param("process", OrderFulfilment.PROCESS)
                .query(Long.class)
                .single();
    }

    private static long ended(JdbcClient figures, String outcome) {
        return figures.sql("select count(*) from measured_instance where process = :process and outcome = :outcome")
                .param("process", OrderFulfilment.PROCESS)
                .param("outcome", outcome)
                .query(Long.class)
                .single();
    }

    /** From the purchase to the end of the order's parcel, the shortest first. */
    private static List<Double> daysToDelivery(JdbcClient figures) {
        return deliveries(figures).values().stream().sorted().toList();
    }

    private static Map<String, Double> deliveries(JdbcClient figures) {
        var begins = times(figures, OrderFulfilment.PROCESS, "started_at", "1 = 1");
        var days = new HashMap<String, Double>();
        ends(figures, OrderFulfilment.PARCEL, "parcelArrived")
                .forEach((order, end) ->
                        days.put(order, Duration.between(begins.get(order), end).toMillis() / DAY));
        return days;
    }

    private static long late(JdbcClient figures, List<Line> lines) {
        var days = deliveries(figures);
        return lines.stream()
                .filter(line -> days.containsKey(line.number()))
                .filter(line -> days.get(line.number()) * DAY
                        > line.estimated().toEpochMilli() - line.purchased().toEpochMilli())
                .count();
    }

    private static Map<String, Integer> anomalies(List<Line> lines) {
        var anomalies = new TreeMap<String, Integer>();
        lines.forEach(line -> line.anomalies().forEach(anomaly -> {
            LOG.info("Order {} was {}", line.number(), anomaly);
            anomalies.merge(anomaly, 1, Integer::sum);
        }));
        LOG.info("Anomalies: {}", anomalies);
        return anomalies;
    }

    private static ProcessEngine engine() {
        var configuration = inMemory(new StandaloneInMemProcessEngineConfiguration(), "olist");
        configuration.setJdbcUrl("jdbc:h2:mem:olist;MODE=MySQL;DB_CLOSE_DELAY=-1");
        var engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/order-fulfilment.bpmn")
                .addClasspathResource("bpmn/parcel.bpmn")
                .deploy();
        return engine;
    }
}
