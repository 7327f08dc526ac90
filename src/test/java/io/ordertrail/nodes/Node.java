package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application as a process of its own, started as in production: one of several nodes, which a test can kill. */
final class Node implements AutoCloseable {

    /** All nodes have one key ring, as in production. */
    static final String KEY_RING = """
            {"primaryKeyId":305419896,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",
            "value":"GiBvbmUga2V5IGZvciBhbGwgdGVzdHMsIGtub3duIHRvIQ==","keyMaterialType":"SYMMETRIC"},
            "status":"ENABLED","keyId":305419896,"outputPrefixType":"TINK"}]}""";

    private static final Duration LONGEST_START = Duration.ofSeconds(300);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int BYTES_PER_SECOND = 1_000_000;
    /** An optimizing compiler would take half of the start time, for a process that runs a minute. */
    private static final List<String> FOR_A_SHORT_LIFE =
            List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=160m", "-XX:+UseSerialGC");

    /** A test prepares its customers alone. */
    private static final String ALONE = "--ordertrail.approval.second-person=false";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    record Answer(int status, String body) {}

    private final String name;
    private final int port;
    private final Process process;
    private final Path log;

    Node(String name, int port, Database database, String... settings) {
        this.name = name;
        this.port = port;
        this.log = log(name);
        this.process = start(
                database,
                log,
                Stream.concat(Stream.of("--PORT=" + port, "--ordertrail.demo=true", ALONE), Stream.of(settings)));
    }

    /** Runs a command: its output, with its exit code as status. */
    static Answer command(Database database, String name, String... words) {
        try {
            var log = log(name);
            var process = start(database, log, Stream.of(words));
            return new Answer(process.waitFor(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process start(Database database, Path log, Stream<String> arguments) {
        try {
            var command = new ArrayList<>(
                    List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m"));
            command.addAll(FOR_A_SHORT_LIFE);
            command.addAll(List.of("-cp", productAlone(), "io.ordertrail.Ordertrail"));
            command.addAll(arguments.toList());
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("SPRING_PROFILES_ACTIVE", "production");
            builder.environment().put("ORDERTRAIL_DATABASE_URL", database.url());
            builder.environment().put("ORDERTRAIL_DATABASE_USER", Database.USER);
            builder.environment().put("ORDERTRAIL_DATABASE_PASSWORD", Database.PASSWORD);
            builder.environment().put("ORDERTRAIL_ENCRYPTION_KEY", KEY_RING);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(String name) {
        try {
            return Files.createDirectories(Path.of("target", "nodes")).resolve(name + ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path without the test classes. */
    private static String productAlone() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    Node awaitReady() {
        var end = Instant.now().plus(LONGEST_START);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("Node " + name + " did not start, see " + log.toAbsolutePath());
            }
            pause();
        }
        return this;
    }

    private boolean isReady() {
        try {
            return send("GET", "/sign-in", null, null).status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /**
     * Sends a GET request.
     *
     * @throws UncheckedIOException when the node does not run or dies before it responds
     */
    Answer get(String user, String path) {
        return send("GET", path, user, null);
    }

    Answer post(String user, String path, String json) {
        return send("POST", path, user, json);
    }

    /** Sends a CSV file with the fields of a form, as a browser or curl does. */
    Answer postFile(String user, String path, Map<String, String> fields, String csv) {
        return postFile(user, path, fields, HttpRequest.BodyPublishers.ofString(csv));
    }

    Answer postFile(String user, String path, Map<String, String> fields, HttpRequest.BodyPublisher csv) {
        var boundary = "a-boundary";
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        body.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"orders.csv\"\r\n"
                        .formatted(boundary))
                .append("Content-Type: text/csv\r\n\r\n");
        var whole = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(body.toString()),
                csv,
                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return send("POST", path, user, whole, "multipart/form-data; boundary=" + boundary);
    }

    Answer put(String user, String path, String json) {
        return send("PUT", path, user, json);
    }

    /**
     * Opens an event stream.
     *
     * @param after the id of the last event received, null at first
     */
    InputStream stream(String user, String path, String after) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", basic(user));
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(String method, String path, String user, String json) {
        var body = json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        return send(method, path, user, body, "application/json");
    }

    private Answer send(String method, String path, String user, HttpRequest.BodyPublisher body, String type) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE.plusSeconds(Math.max(0, body.contentLength()) / BYTES_PER_SECOND))
                .method(method, body)
                .header("Content-Type", type)
                .header("Accept", body.contentLength() == 0 && user == null ? "text/html" : "application/json");
        if (user != null) {
            request.header("Authorization", basic(user));
        }
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the process as kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Writes what is alive in the memory of the process into a file. */
    Path heapDump() {
        var file = log.resolveSibling(name + ".hprof").toAbsolutePath();
        try {
            Files.deleteIfExists(file);
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var dump = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.heap_dump", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log(name + "-dump").toFile())
                    .start();
            assertThat(dump.waitFor()).isZero();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Suspends the process, which then looks like an overloaded machine. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
