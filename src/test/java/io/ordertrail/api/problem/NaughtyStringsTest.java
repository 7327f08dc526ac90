package io.ordertrail.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.ordertrail.api.order.Caller;
import io.ordertrail.api.order.Caller.Reply;
import io.ordertrail.api.wire.NdjsonReader;
import io.ordertrail.journey.HostileStrings;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.PlannedParcel;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.shipment.Handover;
import io.ordertrail.shipment.PlanParcels;
import io.ordertrail.shipment.RecordShipment;

/** Sends the Big List of Naughty Strings: each is stored unchanged or refused. */
@JourneyTest
@Tag("database")
class NaughtyStringsTest {

    private static final List<String> ADDRESS =
            List.of("name", "street", "postalCode", "city", "region", "phone", "email");
    private static final List<String> PLACE = ADDRESS.subList(1, ADDRESS.size());

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    RecordShipment recordShipment;

    @Autowired
    PlanParcels planParcels;

    private List<String> strings;

    @BeforeEach
    void read() throws IOException {
        strings = HostileStrings.read();
    }

    @Test
    void orders_and_cancellations_store_or_refuse_them() {
        var usual = caller.order(company);
        each((caller, i) -> {
            var naughty = strings.get(i);
            var order = usual.deepCopy();
            fill(order, i);
            var number = stored(caller, order, naughty);
            var cancelled = caller.post(
                    "sales", caller.write(Map.of("reason", naughty)), "/api/orders/{number}/cancellation", number);
            if (fine(cancelled) == 200) {
                assertKept(order, cancelled, naughty);
                assertThat(caller.get("sales", "/api/orders/{number}/events", number)
                                .json()
                                .findValuesAsText("note"))
                        .contains(naughty);
            } else {
                assertKept(order, caller.get("sales", "/api/orders/{number}", number), naughty);
            }
        });
    }

    private void fill(ObjectNode order, int i) {
        order.put("channel", "naughty-" + i)
                .put("externalReference", strings.get(i))
                .put("note", strings.get(i));
        ADDRESS.forEach(part -> ((ObjectNode) order.get("shipTo")).put(part, strings.get(i)));
    }

    /** Enters the order; when fields are refused, removes them, and then the order must be accepted. */
    private String stored(Caller caller, ObjectNode order, String naughty) {
        var reply = caller.post("sales", order.toString(), "/api/orders");
        if (fine(reply) == 422) {
            assertThat(reply.pointers()).isNotEmpty();
            reply.pointers()
                    .forEach(pointer -> ((ObjectNode) order.at(pointer.substring(0, pointer.lastIndexOf('/'))))
                            .putNull(pointer.substring(pointer.lastIndexOf('/') + 1)));
            reply = caller.post("sales", order.toString(), "/api/orders");
        }
        assertThat(reply.status()).as(naughty).isEqualTo(201);
        return reply.text("/number");
    }

    private static void assertKept(ObjectNode sent, Reply read, String naughty) {
        assertThat(read.text("/note")).isEqualTo(sent.at("/note").isNull() ? null : naughty);
        assertThat(read.text("/externalReference"))
                .isEqualTo(
                        Blanks.trimmed(naughty).isEmpty()
                                        || sent.at("/externalReference").isNull()
                                ? null
                                : Blanks.trimmed(naughty));
        ADDRESS.forEach(part -> assertThat(read.text("/shipTo/" + part))
                .isEqualTo(sent.at("/shipTo/" + part).isNull() ? null : naughty));
    }

    @Test
    void products_and_customers_store_or_refuse_them() {
        each((caller, i) -> {
            var naughty = strings.get(i);
            if (fine(caller.put(
                            "managers",
                            Map.of("name", naughty, "category", naughty, "listPrice", "1"),
                            "/api/products/N-{i}",
                            i))
                    == 200) {
                var read = caller.get("sales", "/api/products/N-{i}", i);
                assertThat(read.text("/name")).isEqualTo(naughty);
                assertThat(read.text("/category")).isEqualTo(naughty);
            }
            var address = new ObjectMapper().createObjectNode().put("country", "TW");
            PLACE.forEach(part -> address.put(part, naughty));
            if (fine(caller.put(
                            "managers",
                            Map.of("name", naughty, "address", address, "creditLimit", "1"),
                            "/api/customers/N-{i}",
                            i))
                    == 200) {
                var read = caller.get("sales", "/api/customers/N-{i}", i);
                assertThat(read.text("/name")).isEqualTo(naughty);
                PLACE.forEach(part -> assertThat(read.text("/address/" + part)).isEqualTo(naughty));
            }
        });
    }

    @Test
    void stock_movements_store_or_refuse_them() {
        var sku = company.product(0);
        each((caller, i) -> {
            var booking = Map.of(
                    "id",
                    strings.get(i),
                    "sku",
                    sku,
                    "site",
                    "VIE",
                    "quantity",
                    1,
                    "kind",
                    "RECEIPT",
                    "reason",
                    strings.get(i));
            var booked = caller.post("warehouse", caller.write(booking), "/api/stock/movements");
            if (fine(booked) == 201) {
                assertThat(booked.text("/reason")).isEqualTo(strings.get(i));
            }
        });
    }

    @Test
    void levels_and_batches_store_or_refuse_them() {
        var sku = company.product(0);
        each((caller, i) -> {
            var naughty = strings.get(i);
            var level = caller.write(Map.of(
                    "source",
                    naughty,
                    "sku",
                    sku,
                    "site",
                    "VIE",
                    "sequence",
                    1,
                    "onHand",
                    i,
                    "at",
                    "2026-12-01T09:30:00Z"));
            var reply = caller.post("systems", level, "/api/stock/levels");
            if (fine(reply) == 200) {
                assertThat(reply.text("/source")).isEqualTo(Blanks.trimmed(naughty));
            }
            fine(caller.send(
                    "systems",
                    MockMvcRequestBuilders.post("/api/stock/levels/batch")
                            .contentType(NdjsonReader.NDJSON)
                            .content(level + "\n" + naughty)));
            fine(caller.send(
                    "systems",
                    MockMvcRequestBuilders.post("/api/stock/movements/batch")
                            .contentType(NdjsonReader.NDJSON)
                            .content(naughty)));
        });
        assertThat(fine(caller.get("sales", "/api/stock/feeds"))).isEqualTo(200);
    }

    @Test
    void carrier_events_store_or_refuse_them() {
        var number = caller.post("sales", caller.order(company).toString(), "/api/orders")
                .text("/number");
        planParcels.plan(List.of(new PlannedParcel(new OrderNumber(number), 9, Set.of("VIE"))));
        recordShipment.record(
                number + "-9", new Handover("Graulicht Post", "NAUGHTY-1", LocalDate.of(2027, 1, 1), Map.of()));
        each((caller, i) -> {
            fine(carrierEvent(caller, strings.get(i), "in-transit"));
            fine(carrierEvent(caller, "n" + i, strings.get(i)));
        });
    }

    private static Reply carrierEvent(Caller caller, String id, String status) {
        return caller.post(
                "systems",
                caller.write(Map.of("id", id, "status", status, "at", "2026-12-01T09:30:00Z")),
                "/api/shipments/NAUGHTY-1/events");
    }

    @Test
    void addresses_queries_and_headers_cause_no_internal_error() {
        each((caller, i) -> {
            var naughty = strings.get(i);
            fine(caller.get("sales", "/api/orders/{number}", naughty));
            fine(caller.get("sales", "/api/stock/{sku}", naughty));
            fine(caller.get("sales", "/api/orders?text={text}&limit=1", naughty));
            fine(caller.get("sales", "/api/orders?after={text}&limit=1", naughty));
            fine(caller.get("sales", "/api/products?text={text}&category={text}&limit=1", naughty, naughty));
            fine(caller.get("sales", "/api/stock?sku={text}&after={text}&limit=1", naughty, naughty));
            fine(caller.send(
                    "sales",
                    Caller.withBody(MockMvcRequestBuilders.post("/api/orders"), "{}")
                            .header("Idempotency-Key", naughty)));
        });
    }

    private static int fine(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 499);
        return reply.status();
    }

    /**
     * Runs the test for several strings in parallel, which is faster; the runs do not depend on each other. Each string
     * has a person of its own: one person alone would make more calls in a minute than are allowed.
     */
    private void each(BiConsumer<Caller, Integer> test) {
        IntStream.range(0, strings.size()).parallel().forEach(i -> test.accept(caller.as(i), i));
    }
}
