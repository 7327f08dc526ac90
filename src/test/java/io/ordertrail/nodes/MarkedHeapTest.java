package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.database.OnMySql;
import io.ordertrail.journey.TasklistSession;

/**
 * Five hundred marked personal values go through the running product, by API, file, document and page. Then its memory is
 * searched for them: right after the work, and when nobody has worked for a while. docs/privacy.md says why which are there.
 */
@Tag("nodes")
@Tag("nightly")
@OnMySql
class MarkedHeapTest {

    private static final int VALUES = 500;
    private static final int PORT = 8165;
    private static final Pattern MARK = Pattern.compile("Zqheap\\d{4}([a-z]+)");
    private static final int LONGEST_MARK = 24;
    private static final long QUIET_MILLIS = Long.getLong("quiet", 30_000);
    /** What was read and written last stays in the buffers of connections and threads until others use them. */
    private static final int FEW = VALUES / 5;

    private final Database database = new Database(System.getenv(DatabaseTest.SERVER), "ordertrail_heap");
    private final Node node = new Node("heap", PORT, database).awaitReady();
    private final List<String> values = new ArrayList<>();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void few_values_stay_in_memory_when_nobody_works_with_them() throws Exception {
        database.awaitDemo();
        var manager = TasklistSession.signedIn(PORT, "demo-manager", "demo", "en");
        for (int day = 0; values.size() < VALUES; day++) {
            work("H" + day, manager);
        }
        print("right after the work", inMemory());
        Thread.sleep(QUIET_MILLIS);
        var quiet = inMemory();
        print("after %d s without work".formatted(QUIET_MILLIS / 1000), quiet);
        assertThat(quiet).hasSizeLessThan(FEW);
    }

    private void work(String customer, TasklistSession manager) {
        well(node.put("demo-manager", "/api/customers/" + customer, """
                {"name": "%s", "address": {"street": "%s", "city": "%s", "country": "AT", "email": "%s@mail.example"},
                 "creditLimit": "0", "blocked": false, "shortageWish": "ASK"}""".formatted(
                        value("name"), value("street"), value("city"), value("mail"))));
        var order = """
                {"customer": "%s", "channel": "heap", "note": "%s", "lines": [{"sku": "CF-1001", "quantity": 1}],
                 "shipTo": {"name": "%s", "street": "%s", "postalCode": "8010", "city": "%s", "country": "AT"}}""".formatted(customer, value("note"), value("receiver"), value("street"), value("city"));
        well(node.post("demo-sales", "/api/orders", order));
        node.postFile(
                "demo-sales",
                "/api/imports",
                Map.of("source", "heap", "policy", "LEAVE_FAULTY_OUT"),
                "Order number,Customer,SKU,Quantity,Ship to,Street\nH-1," + customer + ",CF-1001,1," + value("imported")
                        + "," + value("street") + "\n");
        well(node.get("demo-sales", "/api/orders?text=" + value("sought")));
        var number = database.read("select number from customer_order where customer = '" + customer + "'")
                .get(0);
        for (var page :
                List.of("/orders/" + number, "/customers/" + customer, "/customers/" + customer + "/personal-data")) {
            assertThat(manager.get(page).status()).as(page).isLessThan(400);
        }
        well(node.post(
                "demo-service",
                "/api/orders/" + number + "/cancellation",
                "{\"reason\": \"" + value("reason") + "\"}"));
    }

    private static void well(Node.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private String value(String kind) {
        var value = "Zqheap%04d%s".formatted(values.size(), kind);
        values.add(value);
        return value;
    }

    private Set<String> inMemory() throws IOException {
        var dump = node.heapDump();
        try {
            return marksIn(dump);
        } finally {
            Files.delete(dump);
        }
    }

    /** Texts are stored as one byte or two bytes a character. */
    private Set<String> marksIn(Path dump) throws IOException {
        var found = new HashSet<String>();
        try (var file = Files.newInputStream(dump)) {
            var buffer = new byte[1 << 20];
            var kept = 0;
            for (int read = file.read(buffer, 0, buffer.length);
                    read > 0;
                    read = file.read(buffer, kept, buffer.length - kept)) {
                var text = new String(buffer, 0, kept + read, StandardCharsets.ISO_8859_1).replace("\0", "");
                MARK.matcher(text).results().forEach(mark -> found.add(mark.group()));
                var end = kept + read;
                kept = Math.min(end, 2 * LONGEST_MARK);
                System.arraycopy(buffer, end - kept, buffer, 0, kept);
            }
        }
        return values.stream()
                .filter(value -> found.stream().anyMatch(mark -> mark.startsWith(value)))
                .collect(Collectors.toSet());
    }

    private void print(String when, Set<String> found) {
        System.out.printf("In memory %s: %d of %d values %s%n", when, found.size(), values.size(), byKind(found));
    }

    private static Map<String, Long> byKind(Set<String> values) {
        return values.stream()
                .collect(Collectors.groupingBy(
                        value -> value.replaceAll("Zqheap\\d{4}", ""), TreeMap::new, Collectors.counting()));
    }
}
