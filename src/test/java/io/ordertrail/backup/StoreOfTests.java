package io.ordertrail.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** As much of S3 as backups need, in memory. */
final class StoreOfTests implements AutoCloseable {

    static final String BUCKET = "vault";

    final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final Map<String, TreeMap<Integer, byte[]>> uploads = new ConcurrentSkipListMap<>();
    private final HttpServer server;
    /** How many further requests are answered; then the store fails. */
    int patience = Integer.MAX_VALUE;

    StoreOfTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/" + BUCKET, this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var body = call.getRequestBody().readAllBytes();
            if (patience-- <= 0) {
                call.sendResponseHeaders(403, -1);
                return;
            }
            var path = call.getRequestURI().getPath();
            var key = path.length() > BUCKET.length() + 2 ? path.substring(BUCKET.length() + 2) : "";
            switch (call.getRequestMethod()) {
                case "PUT" -> put(call, key, body);
                case "POST" -> upload(call, key);
                case "DELETE" -> delete(call, key);
                default -> get(call, key);
            }
        }
    }

    private void put(HttpExchange call, String key, byte[] body) throws IOException {
        var query = query(call);
        if (query.containsKey("partNumber")) {
            uploads.get(query.get("uploadId")).put(Integer.valueOf(query.get("partNumber")), body);
        } else {
            objects.put(key, body);
        }
        call.getResponseHeaders().set("ETag", "\"" + body.length + "\"");
        call.sendResponseHeaders(200, -1);
    }

    private void upload(HttpExchange call, String key) throws IOException {
        var query = query(call);
        if (query.containsKey("uploads")) {
            uploads.put(key, new TreeMap<>());
            send(
                    call,
                    "<InitiateMultipartUploadResult><UploadId>" + key + "</UploadId></InitiateMultipartUploadResult>");
            return;
        }
        var whole = new ByteArrayOutputStream();
        for (var part : uploads.remove(query.get("uploadId")).values()) {
            whole.write(part);
        }
        objects.put(key, whole.toByteArray());
        send(call, "<CompleteMultipartUploadResult><Key>" + key + "</Key></CompleteMultipartUploadResult>");
    }

    private void delete(HttpExchange call, String key) throws IOException {
        if (query(call).containsKey("uploadId")) {
            uploads.remove(key);
        } else {
            objects.remove(key);
        }
        call.sendResponseHeaders(204, -1);
    }

    private void get(HttpExchange call, String key) throws IOException {
        if (key.isEmpty()) {
            var prefix = query(call).getOrDefault("prefix", "");
            send(
                    call,
                    "<ListBucketResult><IsTruncated>false</IsTruncated>"
                            + objects.keySet().stream()
                                    .filter(one -> one.startsWith(prefix))
                                    .map(one -> "<Contents><Key>" + one + "</Key><Size>1</Size></Contents>")
                                    .collect(Collectors.joining())
                            + "</ListBucketResult>");
            return;
        }
        var content = objects.get(key);
        call.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : content.length);
        if (content != null) {
            call.getResponseBody().write(content);
        }
    }

    private static void send(HttpExchange call, String xml) throws IOException {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/xml");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(HttpExchange call) {
        var found = new TreeMap<String, String>();
        var query = call.getRequestURI().getRawQuery();
        for (var one : query == null ? new String[0] : query.split("&")) {
            var parts = one.split("=", 2);
            found.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    /** Uploads that were begun and neither ended nor given up. */
    int unfinished() {
        return uploads.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
