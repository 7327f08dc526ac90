package io.ordertrail.platform.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import io.ordertrail.platform.engine.DemoUser;

/**
 * The realm of the product's own files, under a name of its own in a real Keycloak, with the actions of an
 * administrator.
 */
public class TestRealm implements AutoCloseable {

    static final String SERVER = "ORDERTRAIL_TEST_KEYCLOAK";
    /** The address of the application for everybody but this machine. */
    public static final String PUBLIC_ADDRESS = "https://orders.example.com";

    private static final String SECRET = UUID.randomUUID().toString();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String keycloak;
    private final String name = "ordertrail-" + UUID.randomUUID();
    private String administrator;
    private Instant administratorUntil;

    TestRealm(String keycloak) throws IOException {
        this.keycloak = keycloak;
        var realm = (ObjectNode) JSON.readTree(Files.readString(RealmTest.REALM)
                .replace("${ORDERTRAIL_KEYCLOAK_CLIENT_SECRET}", SECRET)
                .replaceAll("\\$\\{ORDERTRAIL_URL:[^}]*}", PUBLIC_ADDRESS)
                .replaceAll("\\$\\{ORDERTRAIL_PASSWORD_POLICY:[^}]*}", "length(4)"));
        realm.put("realm", name);
        // the application calls through a relay, but the issuer is the address that browsers use
        realm.putObject("attributes").put("frontendUrl", keycloak);
        JSON.readTree(Files.readString(RealmTest.DEMO_PEOPLE))
                .path("users")
                .forEach(((ArrayNode) realm.path("users"))::add);
        admin("POST", "/admin/realms", realm);
    }

    String issuer() {
        return keycloak + "/realms/" + name;
    }

    void add(String user, String... groups) {
        var representation = JSON.createObjectNode()
                .put("username", user)
                .put("enabled", true)
                .put("email", user + "@demo.example")
                .put("firstName", "Given-" + user)
                .put("lastName", "Family-" + user);
        representation
                .putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", DemoUser.PASSWORD)
                .put("temporary", false);
        var paths = representation.putArray("groups");
        List.of(groups).forEach(group -> paths.add("/" + group));
        admin("POST", path("/users"), representation);
    }

    void disable(String user) {
        admin("PUT", path("/users/" + id(user)), JSON.createObjectNode().put("enabled", false));
    }

    void endSessions(String user) {
        admin("POST", path("/users/" + id(user) + "/logout"), null);
    }

    int sessions(String user) {
        return admin("GET", path("/users/" + id(user) + "/sessions"), null).size();
    }

    void join(String user, String group) {
        admin("PUT", path("/users/" + id(user) + "/groups/" + groupId(group)), JSON.createObjectNode());
    }

    void leave(String user, String group) {
        admin("DELETE", path("/users/" + id(user) + "/groups/" + groupId(group)), null);
    }

    void setAccessTokenLife(int seconds) {
        admin("PUT", path(""), JSON.createObjectNode().put("accessTokenLifespan", seconds));
    }

    /**
     * Returns a token for a program that sends the name and password of a person. The client is created here, because
     * the realm of the product has no such client.
     */
    String tokenOf(String user, String audience) {
        var client = "caller-for-" + audience;
        if (admin("GET", path("/clients?clientId=" + client), null).isEmpty()) {
            var representation = JSON.createObjectNode()
                    .put("clientId", client)
                    .put("publicClient", true)
                    .put("directAccessGrantsEnabled", true);
            var mappers = representation.putArray("protocolMappers");
            var ours = (ObjectNode) client("ordertrail-systems");
            ours.path("protocolMappers").forEach(mapper -> {
                var copy = (ObjectNode) mapper.deepCopy();
                copy.remove("id");
                if (copy.path("config").has("included.custom.audience")) {
                    ((ObjectNode) copy.path("config")).put("included.custom.audience", audience);
                }
                mappers.add(copy);
            });
            admin("POST", path("/clients"), representation);
        }
        return token(
                name,
                Map.of("grant_type", "password", "client_id", client, "username", user, "password", DemoUser.PASSWORD));
    }

    String tokenOf(String user) {
        return tokenOf(user, "ordertrail");
    }

    /** Returns a token of the client for other software, with the secret that Keycloak generated. */
    String tokenOfSystems() {
        return token(
                name,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "ordertrail-systems",
                        "client_secret",
                        client("ordertrail-systems").path("secret").asText()));
    }

    String tokenOfTheApplication() {
        return token(
                name, Map.of("grant_type", "client_credentials", "client_id", "ordertrail", "client_secret", SECRET));
    }

    private JsonNode client(String id) {
        return admin("GET", path("/clients?clientId=" + id), null).get(0);
    }

    private String id(String user) {
        return admin("GET", path("/users?exact=true&username=" + user), null)
                .get(0)
                .path("id")
                .asText();
    }

    private String groupId(String group) {
        return StreamSupport.stream(admin("GET", path("/groups"), null).spliterator(), false)
                .filter(one -> one.path("name").asText().equals(group))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private String path(String below) {
        return "/admin/realms/" + name + below;
    }

    private JsonNode admin(String method, String path, JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(keycloak + path))
                .header("Authorization", "Bearer " + administrator())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        return send(request.build());
    }

    private synchronized String administrator() {
        if (administrator == null || Instant.now().isAfter(administratorUntil)) {
            administrator = token(
                    "master",
                    Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            "admin-cli",
                            "username",
                            "admin",
                            "password",
                            "admin"));
            administratorUntil = Instant.now().plusSeconds(30);
        }
        return administrator;
    }

    private String token(String realm, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .path("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin("DELETE", path(""), null);
    }

    /** Creates the realm and the relay before the application starts, and deletes the realm after it has ended. */
    static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext application) {
            try {
                var keycloak = System.getenv(SERVER).replaceAll("/+$", "");
                var realm = new TestRealm(keycloak);
                var relay = new Relay(keycloak);
                TestPropertyValues.of(
                                "ordertrail.keycloak.issuer=" + realm.issuer(),
                                "ordertrail.keycloak.internal=" + realm.issuer().replace(keycloak, relay.address()),
                                "ordertrail.keycloak.client-secret=" + SECRET)
                        .applyTo(application);
                application.getBeanFactory().registerSingleton("testRealm", realm);
                application.getBeanFactory().registerSingleton("relay", relay);
                application.addApplicationListener(event -> {
                    if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                        realm.close();
                    }
                });
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
