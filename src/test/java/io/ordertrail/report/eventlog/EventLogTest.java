package io.ordertrail.report.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.ordertrail.intake.file.SharedFiles;
import io.ordertrail.report.figure.ReportTables;
import io.ordertrail.report.figure.SeededOrders;
import io.ordertrail.report.figure.SeededOrders.Seeded;
import io.ordertrail.report.table.ReportPeriod;

/** The files are read by parsers that know nothing of how they were written. */
@Tag("database")
class EventLogTest {

    private static final int ORDERS = 1200;
    private static final ReportPeriod ALL =
            new ReportPeriod(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 11, 30), ZoneId.of("Europe/Vienna"));
    private static final List<String> HEAD = List.of("extension", "global", "classifier", "string", "trace");
    private static final LocalDateTime DAY = LocalDateTime.of(2026, 10, 1, 9, 30, 15, 123_456_000);

    private static List<Seeded> orders;
    private static JdbcTemplate database;
    private static EventLog log;

    @BeforeAll
    static void orders() {
        orders = SeededOrders.invent(ORDERS, 7);
        var source = ReportTables.create();
        database = new JdbcTemplate(source);
        SeededOrders.store(orders, source);
        goods(source);
        var client = JdbcClient.create(source);
        log = new EventLog(
                new ReadTraces(client), new PurchaseTraces(client), new DataSourceTransactionManager(source));
    }

    private static void goods(DataSource source) {
        var first = orders.get(0);
        var sku = first.lines().get(0).sku();
        database.update("insert into site (code, name, country, version) values ('VIE', 'Vienna', 'AT', 0)");
        database.update("insert into stock_item (sku, site, bin, on_hand, reserved) values (?, 'VIE', 'A', 5, 5)", sku);
        database.update(
                "insert into parcel (number, order_number, sequence, state, tracking_number, version) values ('P-1', ?, 1, 'IN_TRANSIT', 'T-1', 0)",
                first.number());
        database.update(
                "insert into carrier_event (id, tracking_number, status, at) values ('1', 'T-1', 'in_transit', ?)",
                DAY);
        database.update(
                "insert into reservation (id, order_number, position, priority, sku, site, quantity, status, reserved_at, parcel)"
                        + " values (1, ?, 0, 1, ?, 'VIE', 2, 'OPEN', ?, 'P-1')",
                first.number(),
                sku,
                DAY);
        database.update(
                "insert into purchase_order (id, sku, site, state, suggested, ordered, received, expected, proposed_at, decided_at, decided_by)"
                        + " values (1, ?, 'VIE', 'ORDERED', 1, 3, 0, '2026-12-01', ?, ?, 'person-1')",
                sku,
                DAY,
                DAY.plusHours(1));
    }

    @Test
    void the_table_has_each_event_of_the_timelines_once() throws IOException {
        var rows = csv(ALL, false);
        assertThat(rows).hasSize((int) events());
        assertThat(rows.stream().collect(Collectors.groupingBy(row -> row.get(0), Collectors.counting())))
                .isEqualTo(orders.stream().collect(Collectors.toMap(Seeded::number, order ->
                        (long) order.events().size())));
        var first = orders.get(0);
        assertThat(rows.stream()
                        .filter(row -> row.get(0).equals(first.number()))
                        .map(row -> row.get(1)))
                .containsExactlyInAnyOrderElementsOf(
                        first.events().stream().map(EventLogTest::activity).toList());
    }

    @Test
    void a_period_has_the_orders_that_were_entered_in_it() throws IOException {
        var day = new ReportPeriod(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 3), ALL.zone());
        assertThat(csv(day, false).stream().map(row -> row.get(0)).distinct())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(orders.stream()
                        .filter(order -> !order.entered().isBefore(day.start())
                                && order.entered().isBefore(day.end()))
                        .map(Seeded::number)
                        .toList());
    }

    @Test
    void an_order_of_the_past_is_left_out_because_nothing_of_it_happened_here() throws IOException {
        var past = orders.get(0).number();
        database.update("update customer_order set history = true where number = ?", past);
        try {
            assertThat(csv(ALL, false).stream().map(row -> row.get(0)).distinct())
                    .hasSize(ORDERS - 1)
                    .doesNotContain(past);
        } finally {
            database.update("update customer_order set history = false where number = ?", past);
        }
    }

    @Test
    void variants_and_durations_are_those_of_the_orders() throws IOException {
        var variants = new TreeMap<String, List<String>>();
        var times = new TreeMap<String, List<Instant>>();
        for (var row : csv(ALL, false)) {
            variants.computeIfAbsent(row.get(0), order -> new ArrayList<>()).add(row.get(1));
            times.computeIfAbsent(row.get(0), order -> new ArrayList<>()).add(Instant.parse(row.get(2)));
        }
        assertThat(counted(variants.values().stream().toList()))
                .isEqualTo(counted(orders.stream()
                        .map(order -> order.events().stream()
                                .map(EventLogTest::activity)
                                .toList())
                        .toList()));
        assertThat(median(times.values().stream()
                        .map(all -> Duration.between(all.get(0), all.get(all.size() - 1)))
                        .toList()))
                .isEqualTo(median(orders.stream()
                        .map(order -> Duration.between(
                                order.entered(),
                                order.events().get(order.events().size() - 1).at()))
                        .toList()));
    }

    static Stream<Arguments> casesAndEvents() {
        return Stream.of(
                arguments(LogProcess.ALL, ORDERS + 2, events() + 1 + 2),
                arguments(LogProcess.ORDERS, ORDERS, events()),
                arguments(LogProcess.PARCELS, 1, 1),
                arguments(LogProcess.PURCHASES, 1, 2));
    }

    @ParameterizedTest
    @MethodSource("casesAndEvents")
    void csv_and_xes_are_one_log_of_the_chosen_process_for_whoever_analyses_it(
            LogProcess process, int cases, long events) throws Exception {
        var csv = LogAnalysis.csv(new ByteArrayInputStream(file(ALL, process, LogFormat.CSV, false)));
        var xes = LogAnalysis.xes(new ByteArrayInputStream(file(ALL, process, LogFormat.XES, false)));
        assertThat(xes).isEqualTo(csv);
        assertThat(csv.cases()).isEqualTo(cases);
        assertThat(csv.events()).hasSize((int) events);
    }

    @Test
    void each_case_names_its_process_and_what_it_is_about() throws Exception {
        var rows = new HashMap<String, NamedCsvRecord>();
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new String(file(ALL, LogFormat.CSV, false), StandardCharsets.UTF_8))) {
            reader.forEach(row -> rows.put(row.getField("case:concept:name"), row));
        }
        var first = orders.get(0);
        assertThat(rows.get(first.number()).getField("case:process")).isEqualTo("order");
        assertThat(rows.get("P-1").getField("case:process")).isEqualTo("parcel");
        assertThat(rows.get("P-1").getField("case:order")).isEqualTo(first.number());
        assertThat(rows.get("1").getField("case:process")).isEqualTo("purchase");
        assertThat(rows.get("1").getField("case:product"))
                .isEqualTo(first.lines().get(0).sku());
    }

    static Stream<Arguments> objectEvents() {
        return Stream.of(
                arguments(LogProcess.ORDERS, events() + 1),
                arguments(LogProcess.PARCELS, 1),
                arguments(LogProcess.PURCHASES, 2));
    }

    @ParameterizedTest
    @MethodSource("objectEvents")
    void ocel_has_the_events_of_the_chosen_process_and_all_objects_that_they_refer_to(LogProcess process, long events)
            throws Exception {
        var json = new ObjectMapper().readTree(file(ALL, process, LogFormat.OCEL, false));
        assertThat(json.get("events")).hasSize((int) events);
        var objects = new HashSet<String>();
        json.get("objects").forEach(object -> objects.add(object.get("id").asText()));
        var types = names(json.get("eventTypes"));
        var happened = new TreeSet<String>();
        for (var event : json.get("events")) {
            happened.add(event.get("type").asText());
            event.get("relationships")
                    .forEach(link ->
                            assertThat(objects).contains(link.get("objectId").asText()));
        }
        assertThat(types).containsExactlyElementsOf(happened);
    }

    @Test
    void xes_has_a_trace_for_each_order_with_name_time_and_resource_in_the_sequence_of_the_standard() throws Exception {
        var reader = XMLInputFactory.newFactory()
                .createXMLStreamReader(new ByteArrayInputStream(file(ALL, LogProcess.ORDERS, LogFormat.XES, false)));
        var traces = new HashSet<String>();
        var children = new ArrayList<String>();
        var events = 0;
        var keys = new ArrayList<String>();
        var path = new ArrayList<String>();
        while (reader.hasNext()) {
            var at = reader.next();
            if (at == XMLStreamConstants.START_ELEMENT) {
                assertThat(reader.getNamespaceURI()).isEqualTo("http://www.xes-standard.org/");
                path.add(reader.getLocalName());
                if (path.size() == 1) {
                    assertThat(reader.getAttributeValue(null, "xes.version")).isEqualTo("1849.2016");
                } else if (path.size() == 2) {
                    children.add(reader.getLocalName());
                } else if (path.equals(List.of("log", "trace", "event"))) {
                    events++;
                    keys.clear();
                } else if (path.size() == 4) {
                    keys.add(reader.getAttributeValue(null, "key"));
                    if (reader.getLocalName().equals("date")) {
                        assertThat(reader.getAttributeValue(null, "value")).matches("\\d{4}-.*T.*\\.\\d{3}Z");
                    }
                } else if (path.equals(List.of("log", "trace", "string"))
                        && reader.getAttributeValue(null, "key").equals("concept:name")) {
                    traces.add(reader.getAttributeValue(null, "value"));
                }
            } else if (at == XMLStreamConstants.END_ELEMENT) {
                if (path.equals(List.of("log", "trace", "event"))) {
                    assertThat(keys).contains("concept:name", "time:timestamp", "org:resource", "lifecycle:transition");
                }
                path.remove(path.size() - 1);
            }
        }
        assertThat(traces).hasSize(ORDERS);
        assertThat(events).isEqualTo((int) events());
        assertThat(children.stream().map(HEAD::indexOf)).isSorted();
    }

    @Test
    void ocel_fulfils_the_schema_and_names_each_object_that_an_event_refers_to() throws Exception {
        var json = new ObjectMapper().readTree(file(ALL, LogFormat.OCEL, false));
        var objects = new TreeMap<String, String>();
        json.get("objects")
                .forEach(object -> objects.put(
                        object.get("id").asText(), object.get("type").asText()));
        assertThat(objects).hasSize(json.get("objects").size());
        assertThat(objects.values())
                .contains("order", "line", "reservation", "parcel", "customer", "product", "purchase", "person");
        assertThat(json.get("events")).hasSize((int) (events() + 1 + 1 + 2));
        var ids = new HashSet<String>();
        var types = names(json.get("eventTypes"));
        for (var event : json.get("events")) {
            assertThat(ids.add(event.get("id").asText())).isTrue();
            assertThat(types).contains(event.get("type").asText());
            event.get("relationships").forEach(link -> {
                assertThat(objects).containsKey(link.get("objectId").asText());
                assertThat(link.get("qualifier").asText()).isNotBlank();
            });
        }
        assertThat(names(json.get("objectTypes"))).containsAll(objects.values());
        for (var object : json.get("objects")) {
            object.get("relationships")
                    .forEach(link ->
                            assertThat(objects).containsKey(link.get("objectId").asText()));
        }
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(SharedFiles.at("eventlogs/ocel/schema_ocel2.json")));
        assertThat(schema.validate(json)).isEmpty();
    }

    @Test
    void sqlite_has_the_same_objects_events_and_relations_as_json() throws Exception {
        var json = new ObjectMapper().readTree(file(ALL, LogFormat.OCEL, false));
        inSqlite(sqlite -> {
            assertThat(sqlite.queryForList("pragma foreign_key_check")).isEmpty();
            assertThat(sqlite.queryForObject("pragma integrity_check", String.class))
                    .isEqualTo("ok");
            assertThat(relations(sqlite, "event", "event_object", "ocel_event_id", "ocel_object_id"))
                    .isEqualTo(relations(json.get("events")));
            assertThat(relations(sqlite, "object", "object_object", "ocel_source_id", "ocel_target_id"))
                    .isEqualTo(relations(json.get("objects")));
            for (var kind : List.of("event", "object")) {
                var inTables = 0;
                for (var table : sqlite.queryForList("select ocel_type_map from " + kind + "_map_type", String.class)) {
                    inTables += sqlite.queryForObject(
                            "select count(distinct ocel_id) from \"" + kind + "_" + table
                                    + "\" where ocel_time like '____-__-__ __:__:__.___'",
                            Integer.class);
                }
                assertThat(inTables).isEqualTo(json.get(kind + "s").size());
            }
            assertThat(sqlite.queryForMap(
                            "select * from object_order where ocel_id = ?",
                            "order:" + orders.get(0).number()))
                    .containsEntry("channel", orders.get(0).channel())
                    .containsEntry("state", orders.get(0).state().name());
        });
    }

    @Test
    void sqlite_has_the_tables_of_the_example_that_comes_with_the_standard() throws Exception {
        var example = Files.copy(
                SharedFiles.at("eventlogs/ocel/ocel20_example.sqlite"),
                Files.createTempDirectory("ocel").resolve("example.sqlite"));
        var expected = new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite:" + example));
        inSqlite(sqlite -> {
            for (var table :
                    List.of("event", "object", "event_object", "object_object", "event_map_type", "object_map_type")) {
                assertThat(columns(sqlite, table)).isNotEmpty().isEqualTo(columns(expected, table));
            }
            assertThat(columns(sqlite, "object_order")).contains("ocel_id", "ocel_time", "ocel_changed_field");
            assertThat(columns(sqlite, "event_ENTERED")).contains("ocel_id", "ocel_time");
        });
    }

    private static List<String> columns(JdbcTemplate sqlite, String table) {
        return sqlite.query("pragma table_info(\"" + table + "\")", (row, i) -> row.getString("name"));
    }

    private static void inSqlite(Consumer<JdbcTemplate> look) throws IOException {
        var file = Files.createTempFile("log", ".sqlite");
        Files.write(file, file(ALL, LogFormat.SQLITE, false));
        look.accept(new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite:" + file)));
        Files.delete(file);
    }

    private static List<String> relations(
            JdbcTemplate sqlite, String kind, String relation, String source, String target) {
        return sqlite
                .query(
                        "select x.ocel_id, x.ocel_type, r." + target + " as target, r.ocel_qualifier from " + kind
                                + " x left join " + relation + " r on r." + source + " = x.ocel_id",
                        (row, i) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                                + row.getString(4))
                .stream()
                .sorted()
                .toList();
    }

    private static List<String> relations(JsonNode things) {
        var relations = new ArrayList<String>();
        for (var thing : things) {
            var begin = thing.get("id").asText() + " " + thing.get("type").asText() + " ";
            if (thing.get("relationships").isEmpty()) {
                relations.add(begin + "null null");
            }
            thing.get("relationships")
                    .forEach(link -> relations.add(begin + link.get("objectId").asText() + " "
                            + link.get("qualifier").asText()));
        }
        return relations.stream().sorted().toList();
    }

    @ParameterizedTest
    @EnumSource
    void people_have_pseudonyms_unless_names_are_asked_for(LogFormat format) {
        var text = new String(file(ALL, format, false), StandardCharsets.UTF_8);
        assertThat(text).contains("person-1", "rule: ").doesNotContain("system: shop", "Café");
        database.update("update order_event set actor = 'anna' where actor = 'person-0'");
        try {
            assertThat(new String(file(ALL, format, false), StandardCharsets.UTF_8))
                    .doesNotContain("anna");
            assertThat(new String(file(ALL, format, true), StandardCharsets.UTF_8))
                    .contains("anna");
        } finally {
            database.update("update order_event set actor = 'person-0' where actor = 'anna'");
        }
    }

    private static Map<List<String>, Long> counted(List<List<String>> variants) {
        return variants.stream().collect(Collectors.groupingBy(variant -> variant, Collectors.counting()));
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream()
                .map(one -> Duration.ofMillis(one.toMillis()))
                .sorted()
                .toList()
                .get(durations.size() / 2);
    }

    private static List<String> names(JsonNode types) {
        var names = new ArrayList<String>();
        types.forEach(type -> names.add(type.get("name").asText()));
        return names;
    }

    private static String activity(SeededOrders.Event event) {
        return event.to() == null ? event.what() : event.to().name();
    }

    private static long events() {
        return database.queryForObject("select count(*) from order_event", Long.class);
    }

    private static List<List<String>> csv(ReportPeriod period, boolean named) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var reader = CsvReader.builder()
                .ofCsvRecord(
                        new String(file(period, LogProcess.ORDERS, LogFormat.CSV, named), StandardCharsets.UTF_8))) {
            reader.forEach(row -> rows.add(row.getFields()));
        }
        assertThat(rows.remove(0)).startsWith("case:concept:name", "concept:name", "time:timestamp", "org:resource");
        return rows;
    }

    private static byte[] file(ReportPeriod period, LogFormat format, boolean named) {
        return file(period, LogProcess.ALL, format, named);
    }

    private static byte[] file(ReportPeriod period, LogProcess process, LogFormat format, boolean named) {
        var out = new ByteArrayOutputStream();
        log.write(new LogRequest(period, process, format, named), out);
        return out.toByteArray();
    }
}
