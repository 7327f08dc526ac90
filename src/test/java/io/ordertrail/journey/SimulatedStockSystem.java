package io.ordertrail.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An external stock system as {@code docs/stock-system.md} describes it, over a network with every kind of failure. */
public final class SimulatedStockSystem implements AutoCloseable {

    public static final String TOKEN = "stand-in-token";

    /** What fails in a call. LATE: it is executed after the next call, and its caller never gets a response. */
    public enum Fault {
        SILENT_AFTERWARDS,
        DROPPED_BEFORE,
        DROPPED_AFTERWARDS,
        ERROR_BEFORE,
        ERROR_AFTERWARDS,
        TWICE,
        LATE
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Reservation> book = new TreeMap<>();
    private final Map<String, Integer> free = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Deque<Fault> next = new ArrayDeque<>();
    private final Deque<Call> late = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int port;
    private Random randomFaults = new Random(0);
    private int faultsInHundred;
    private Runnable meanwhile = () -> {};
    private HttpServer server;

    private record Call(String method, String key, String body) {}

    private record Answer(int status, String body) {}

    private static final class Reservation {

        private final String order;
        private final Map<String, Integer> quantities;
        private final Map<String, Integer> left = new TreeMap<>();
        private String state;
        private String missing;

        private Reservation(String order, Map<String, Integer> quantities, String state) {
            this.order = order;
            this.quantities = quantities;
            this.state = state;
        }
    }

    public SimulatedStockSystem() {
        server = listening(0);
        port = server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/stock/";
    }

    public synchronized void addStock(String sku, String site, int quantity) {
        free.merge(sku + "@" + site, quantity, Integer::sum);
    }

    public synchronized int free(String sku, String site) {
        return free.getOrDefault(sku + "@" + site, 0);
    }

    /** The stock system issues goods itself: they are neither reserved nor free any more. */
    public synchronized void issue(String key, String sku, String site, int quantity) {
        book.get(key).left.merge(sku + "@" + site, quantity, Integer::sum);
    }

    /** Plans the faults of the next calls. */
    public synchronized void planFaults(Fault... planned) {
        next.addAll(List.of(planned));
    }

    public synchronized void randomFaults(int inHundred, long seed) {
        faultsInHundred = inHundred;
        randomFaults = new Random(seed);
    }

    /** Runs once, after the next call has been executed and before its response. */
    public synchronized void meanwhile(Runnable work) {
        meanwhile = work;
    }

    /** Executes all late calls. */
    public synchronized void executeLateCalls() {
        while (!late.isEmpty()) {
            carryOut(late.poll());
        }
    }

    public void down() {
        server.stop(0);
    }

    public void up() {
        server = listening(port);
    }

    /** The units by product and site that are reserved for an order, under any key. */
    public synchronized Map<String, Integer> reservedFor(String order) {
        var held = new HashMap<String, Integer>();
        book.values().stream()
                .filter(one -> one.order.equals(order) && one.state.equals("reserved"))
                .forEach(one -> one.quantities.forEach((place, quantity) ->
                        held.merge(place, quantity - one.left.getOrDefault(place, 0), Integer::sum)));
        held.values().removeIf(quantity -> quantity == 0);
        return held;
    }

    /** Method and key of each call for an order, in sequence. */
    public synchronized List<String> calls(String order) {
        return calls.stream().filter(call -> call.contains(order)).toList();
    }

    /** Violations of the protocol by the caller. */
    public synchronized Collection<String> violations() {
        return List.copyOf(violations);
    }

    private HttpServer listening(int at) {
        try {
            var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            listening.createContext("/stock/reservations/", this::handle);
            listening.setExecutor(threads);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        var call = new Call(
                exchange.getRequestMethod(),
                key,
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, new Answer(401, "{}"));
            return;
        }
        var fault = fault(call);
        if (fault == Fault.LATE) {
            return;
        }
        var answer = fault == Fault.DROPPED_BEFORE || fault == Fault.ERROR_BEFORE
                ? null
                : respond(call, fault == Fault.TWICE);
        if (fault == Fault.SILENT_AFTERWARDS) {
            return;
        }
        if (fault == Fault.DROPPED_BEFORE || fault == Fault.DROPPED_AFTERWARDS) {
            exchange.close();
            return;
        }
        send(exchange, fault == Fault.ERROR_BEFORE || fault == Fault.ERROR_AFTERWARDS ? new Answer(503, "{}") : answer);
    }

    private synchronized Fault fault(Call call) {
        calls.add(call.method() + " " + call.key());
        var fault = !next.isEmpty()
                ? next.poll()
                : randomFaults.nextInt(100) < faultsInHundred
                        ? Fault.values()[randomFaults.nextInt(Fault.values().length)]
                        : null;
        if (fault == Fault.LATE) {
            late.add(call);
        }
        return fault;
    }

    private Answer respond(Call call, boolean twice) {
        Answer answer;
        Runnable work;
        synchronized (this) {
            answer = carryOut(call);
            answer = twice ? carryOut(call) : answer;
            executeLateCalls();
            work = meanwhile;
            meanwhile = () -> {};
        }
        work.run();
        return answer;
    }

    private Answer carryOut(Call call) {
        return switch (call.method()) {
            case "PUT" -> reserve(call);
            case "DELETE" -> release(call.key());
            default -> state(call.key());
        };
    }

    private Answer reserve(Call call) {
        var known = book.get(call.key());
        var body = read(call.body());
        var quantities = quantities(body);
        if (known == null) {
            known = decide(body.path("order").asText(), quantities);
            book.put(call.key(), known);
            return response(known, 201);
        }
        if (!known.state.equals("released") && !known.quantities.equals(quantities)) {
            violations.add(call.key() + " was used for other goods");
            return new Answer(422, "{}");
        }
        return response(known, 200);
    }

    private Reservation decide(String order, Map<String, Integer> quantities) {
        var missing = new ArrayList<String>();
        quantities.forEach((place, wanted) -> {
            var shortfall = wanted - free.getOrDefault(place, 0);
            if (shortfall > 0) {
                var at = place.split("@");
                missing.add("{\"sku\":\"%s\",\"site\":\"%s\",\"quantity\":%d}".formatted(at[0], at[1], shortfall));
            }
        });
        var reservation = new Reservation(order, quantities, missing.isEmpty() ? "reserved" : "refused");
        if (missing.isEmpty()) {
            if (!reservedFor(order).isEmpty()) {
                violations.add(order + " has its goods reserved twice");
            }
            quantities.forEach((place, wanted) -> free.merge(place, -wanted, Integer::sum));
        }
        reservation.missing = "[" + String.join(",", missing) + "]";
        return reservation;
    }

    private static Answer response(Reservation known, int reserved) {
        return switch (known.state) {
            case "reserved" -> new Answer(reserved, "{\"state\":\"reserved\"}");
            case "refused" -> new Answer(409, "{\"state\":\"refused\",\"missing\":" + known.missing + "}");
            default -> new Answer(410, "{\"state\":\"released\"}");
        };
    }

    private Answer release(String key) {
        var known = book.computeIfAbsent(key, unknown -> new Reservation("", Map.of(), "released"));
        if (known.state.equals("reserved")) {
            var left = known.left;
            known.quantities.forEach(
                    (place, quantity) -> free.merge(place, quantity - left.getOrDefault(place, 0), Integer::sum));
            known.state = "released";
        }
        return new Answer(204, "");
    }

    private Answer state(String key) {
        var known = book.get(key);
        return known == null ? new Answer(404, "{}") : new Answer(200, "{\"state\":\"" + known.state + "\"}");
    }

    private static Map<String, Integer> quantities(JsonNode body) {
        var quantities = new TreeMap<String, Integer>();
        body.path("lines")
                .forEach(line -> quantities.merge(
                        line.path("sku").asText() + "@" + line.path("site").asText(),
                        line.path("quantity").asInt(),
                        Integer::sum));
        return quantities;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
