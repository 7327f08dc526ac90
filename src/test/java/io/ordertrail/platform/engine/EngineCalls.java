package io.ordertrail.platform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** All calls of the engine's REST API: those of the engine's own description, and those that it omits. */
public final class EngineCalls {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "OPTIONS");
    private static final List<String> OMITTED = List.of(
            "/case-definition",
            "/case-definition/{id}",
            "/case-instance",
            "/case-instance/{id}",
            "/case-execution",
            "/case-execution/{id}",
            "/history/case-definition/{id}/statistics",
            "/history/case-instance",
            "/history/case-activity-instance",
            "/history/cleanup/job");

    /**
     * @param path relative to the engine, with parameters in braces
     */
    public record Call(String method, String path) {

        static Call read(String line) {
            return new Call(line.split("\\s+")[0], line.split("\\s+")[1]);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final List<Call> ALL = read();

    private EngineCalls() {}

    public static List<Call> all() {
        return ALL;
    }

    private static List<Call> read() {
        var calls = new ArrayList<Call>();
        description()
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method.toUpperCase(Locale.ROOT))) {
                        calls.add(new Call(method.toUpperCase(Locale.ROOT), path.getKey()));
                    }
                }));
        OMITTED.forEach(path -> calls.add(new Call("GET", path)));
        return List.copyOf(calls);
    }

    /** Returns the calls that a person who works on tasks needs. */
    public static Set<Call> ofTasklist() {
        try (var lines = EngineCalls.class.getResourceAsStream("calls-of-tasklist.txt")) {
            Stream<String> read =
                    new String(lines.readAllBytes()).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
            return Set.copyOf(read.map(Call::read).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode description() {
        try (var json = EngineCalls.class.getResourceAsStream("/openapi.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
