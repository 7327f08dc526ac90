package io.ordertrail.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.ordertrail.journey.ProductionLog;
import io.ordertrail.platform.access.PlatformTest;

/** Tests internal errors: the response contains the trace number for the log and no other details. */
@PlatformTest
class FaultTest {

    private static final RequestMappingInfo CALL =
            RequestMappingInfo.paths("/api/orders/{number}/fault").build();
    /** Uses an address that is public. */
    private static final RequestMappingInfo PAGE =
            RequestMappingInfo.paths("/css/orders/{number}/fault").build();

    private static final String OURS = "An inside of ours";
    private static final String THEIRS = "No value present";

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private final ObjectMapper json = new ObjectMapper();
    private ProductionLog log;

    @BeforeEach
    void breakSomething() throws NoSuchMethodException {
        handlers.registerMapping(CALL, this, FaultTest.class.getMethod("fail"));
        handlers.registerMapping(PAGE, Optional.empty(), Optional.class.getMethod("orElseThrow"));
        log = new ProductionLog();
    }

    @AfterEach
    void fixIt() {
        log.close();
        handlers.unregisterMapping(CALL);
        handlers.unregisterMapping(PAGE);
    }

    public String fail() {
        throw new IllegalStateException(OURS);
    }

    @Test
    void a_caller_of_the_api_gets_a_problem() throws Exception {
        var body = get("/api/orders/7K3M-9WX2/fault", "application/json");
        assertThat(json.readTree(body).path("status").asInt()).isEqualTo(500);
        assertThat(json.readTree(body).path("trace").asText()).isEqualTo(numberInLog(OURS));
        assertThat(body).doesNotContain("inside", "Exception");
    }

    @Test
    void a_page_script_gets_a_problem() throws Exception {
        var body = get("/css/orders/7K3M-9WX2/fault", "application/json");
        assertThat(json.readTree(body).path("trace").asText()).isEqualTo(numberInLog(THEIRS));
        assertThat(body).doesNotContain(THEIRS, "Exception");
    }

    @Test
    void a_browser_gets_a_page() throws Exception {
        var body = get("/css/orders/7K3M-9WX2/fault", "text/html");
        assertThat(body)
                .contains("Something failed on our side", numberInLog(THEIRS))
                .doesNotContain(THEIRS, "Exception");
    }

    private String numberInLog(String fault) {
        return log.lines().stream()
                .filter(line -> line.path("error").path("message").asText().contains(fault))
                .filter(line -> line.path("order").asText().equals("7K3M-9WX2"))
                .map(line -> line.path("request").asText())
                .findFirst()
                .orElseThrow();
    }

    private String get(String path, String type) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept", type)
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString("demo-sales:demo".getBytes()))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
