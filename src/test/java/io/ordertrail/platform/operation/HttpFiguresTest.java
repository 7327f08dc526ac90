package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.ordertrail.platform.access.PlatformTest;

@PlatformTest
class HttpFiguresTest {

    private static final int CALLERS = 4;
    private static final List<String> ADDRESSES = List.of(
            "/api/orders/%s",
            "/api/nonsense/%s",
            "/nonsense/%s",
            "/orders/%s",
            "/customers/%s",
            "/engine-rest/task/%s",
            "/camunda/app/tasklist/%s/",
            "/camunda/api/engine/engine/default/task/%s",
            "/css/%s.css",
            "/actuator/%s");

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry metrics;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_metrics_do_not_grow_with_made_up_addresses() throws Exception {
        callAll(0);
        var known = metrics.find("http.server.requests").timers().size();
        for (var caller = 1; caller < CALLERS; caller++) {
            callAll(caller);
        }
        assertThat(metrics.find("http.server.requests").timers())
                .hasSizeLessThanOrEqualTo(known + 2)
                .noneMatch(timer -> timer.getId().getTags().toString().contains("made-up"));
    }

    private void callAll(int caller) throws Exception {
        for (var address : ADDRESSES) {
            call("GET", address.formatted("made-up-" + caller), "demo-admin");
            call("GET", address.formatted("made-up-" + caller), "stranger");
        }
        call("MADEUP" + caller, "/orders", "demo-admin");
    }

    private void call(String method, String path, String name) throws Exception {
        http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, BodyPublishers.noBody())
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString((name + ":demo").getBytes()))
                        .build(),
                BodyHandlers.discarding());
    }
}
