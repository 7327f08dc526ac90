package io.ordertrail.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

import io.ordertrail.platform.access.AccessRules;
import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.access.Visitor;
import io.ordertrail.platform.engine.DemoUser;

/** The API with tokens that a real Keycloak issued. */
@KeycloakTest
class KeycloakApiTest {

    @LocalServerPort
    int port;

    @Autowired
    TestRealm realm;

    @Autowired
    Relay relay;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void restore() {
        relay.restore();
        realm.setAccessTokenLife(60);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_role_may_call_what_it_may_call_with_local_sign_in_and_nothing_else(Role role) throws Exception {
        var user = DemoUser.ALL.stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
        var token = realm.tokenOf(user.name());
        for (var path : List.of(
                "/api/orders",
                "/api/stock",
                "/api/products",
                "/api/sites",
                "/api/customers",
                "/v3/api-docs",
                "/engine-rest/engine")) {
            var rule = AccessRules.of(new MockHttpServletRequest("GET", path)).orElseThrow();
            assertThat(get(path, "Bearer " + token).statusCode())
                    .as(path)
                    .isEqualTo(rule.allows(List.of(role)) ? 200 : 403);
        }
    }

    @Test
    void other_software_calls_as_the_service_account_that_is_in_its_group() throws Exception {
        var token = "Bearer " + realm.tokenOfSystems();
        assertThat(get("/api/orders", token).statusCode()).isEqualTo(200);
        assertThat(post("/api/shipments/unknown/events", token, "{\"status\":\"delivered\"}")
                        .statusCode())
                .isNotIn(401, 403);
        assertThat(post("/api/orders", token, "{}").statusCode()).isNotIn(401, 403);
        assertThat(get("/engine-rest/engine", token).statusCode()).isEqualTo(403);
    }

    @Test
    void the_applications_own_account_has_no_role_in_it() throws Exception {
        assertThat(get("/api/orders", "Bearer " + realm.tokenOfTheApplication()).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"/api/orders", "/engine-rest/task", "/v3/api-docs"})
    void a_call_without_a_token_is_asked_for_one(String path) throws Exception {
        var answer = get(path, null);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"Ordertrail\"");
        assertThat(answer.body()).contains("token-needed", "Keycloak");
    }

    @Test
    void name_and_password_are_no_token() throws Exception {
        assertThat(get("/api/orders", "Basic ZGVtby1zYWxlczpkZW1v").body()).contains("token-needed");
    }

    @ParameterizedTest
    @CsvSource({"/api/orders", "/engine-rest/engine"})
    void a_token_for_another_audience_is_refused(String path) throws Exception {
        var answer = get(path, "Bearer " + realm.tokenOf("demo-admin", "elsewhere"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("token-foreign", "audience");
    }

    @Test
    void a_disabled_person_loses_access_when_their_token_expires() throws Exception {
        realm.setAccessTokenLife(3);
        realm.add("leaver", "sales");
        var token = "Bearer " + realm.tokenOf("leaver");
        assertThat(get("/api/orders", token).statusCode()).isEqualTo(200);
        realm.disable("leaver");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/api/orders", token).statusCode() == 401);
        assertThat(get("/api/orders", token).body()).contains("token-expired");
    }

    @Test
    void a_token_stays_valid_while_keycloak_does_not_answer() throws Exception {
        var token = "Bearer " + realm.tokenOf("demo-sales");
        assertThat(get("/api/orders", token).statusCode()).isEqualTo(200);
        relay.cut();
        assertThat(get("/api/orders", token).statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_of_the_pages_does_not_open_the_api() throws Exception {
        var visitor = new Visitor(port, "none");
        visitor.signIn("demo-sales");
        assertThat(visitor.script("/api/orders").status()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)), authorization);
    }

    private HttpResponse<String> post(String path, String authorization, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String authorization) throws Exception {
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
