package io.ordertrail.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.ordertrail.change.Change;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.journey.TasklistSession;
import io.ordertrail.platform.access.PlatformTest;

/** Who may change people, passwords and groups by the calls of the engine, and what the trail of changes says of it. */
@PlatformTest
class PeopleTrailTest {

    private static final String PASSWORD = "wool-and-lamp-oil";
    private static final String NEW_PASSWORD = "seven-brass-kettles";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    Changes changes;

    private final HttpClient http = HttpClient.newHttpClient();
    private String name;

    @BeforeEach
    void a_person() {
        name = "trail" + System.nanoTime();
        add(name, "sales");
    }

    @AfterEach
    void nobody_stays() {
        identities.deleteUser(name);
    }

    @Test
    void the_demo_people_are_in_the_trail_from_the_beginning() {
        assertThat(changes.history(Kind.RIGHTS, "demo-sales"))
                .extracting(
                        Change::actor,
                        change -> change.difference().field(),
                        change -> change.difference().current())
                .contains(tuple("ordertrail", "password", "…"), tuple("ordertrail", "group", "sales"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default", "/engine-rest", "/engine-rest/engine/default"})
    void an_administrator_is_in_the_trail_with_each_change_of_a_person(String root) {
        identities.deleteUser(name);
        name = "trail" + System.nanoTime();
        assertThat(call("demo-admin", "demo", root, "POST", "/user/create", profile(name, "Tilda")))
                .isEqualTo(204);
        assertThat(call(
                        "demo-admin",
                        "demo",
                        root,
                        "PUT",
                        "/user/" + name + "/profile",
                        "{\"id\":\"" + name + "\",\"firstName\":\"Tilly\"}"))
                .isEqualTo(204);
        assertThat(call("demo-admin", "demo", root, "PUT", "/user/" + name + "/credentials", password("demo")))
                .isEqualTo(204);
        assertThat(call("demo-admin", "demo", root, "PUT", "/group/shipping/members/" + name, null))
                .isEqualTo(204);
        assertThat(call("demo-admin", "demo", root, "DELETE", "/group/shipping/members/" + name, null))
                .isEqualTo(204);
        assertThat(call("demo-admin", "demo", root, "DELETE", "/user/" + name, null))
                .isEqualTo(204);

        assertThat(changes.history(Kind.RIGHTS, name))
                .allSatisfy(change -> assertThat(change.actor()).isEqualTo("demo-admin"))
                .extracting(
                        change -> change.difference().field(),
                        change -> change.difference().former(),
                        change -> change.difference().current())
                .containsExactly(
                        tuple("firstName", null, "Tilda"),
                        tuple("password", null, "…"),
                        tuple("firstName", "Tilda", "Tilly"),
                        tuple("password", "…", "…"),
                        tuple("group", null, "shipping"),
                        tuple("group", "shipping", null),
                        tuple("firstName", "Tilly", null));
    }

    @ParameterizedTest
    @CsvSource({
        "demo-sales",
        "demo-review",
        "demo-warehouse",
        "demo-shipping",
        "demo-service",
        "demo-purchasing",
        "demo-manager",
        "demo-owner",
        "demo-auditor",
        "demo-system"
    })
    void nobody_else_changes_people_passwords_or_groups(String caller) {
        for (var root : List.of("/camunda/api/engine/engine/default", "/engine-rest", "/engine-rest/engine/default")) {
            assertThat(call(caller, "demo", root, "PUT", "/user/" + name + "/credentials", password("demo")))
                    .as(root)
                    .isIn(401, 403);
            assertThat(call(caller, "demo", root, "PUT", "/user/" + name + "/profile", "{\"id\":\"" + name + "\"}"))
                    .as(root)
                    .isIn(401, 403);
            assertThat(call(caller, "demo", root, "PUT", "/group/camunda-admin/members/" + caller, null))
                    .as(root)
                    .isIn(401, 403);
            assertThat(call(caller, "demo", root, "DELETE", "/user/" + name, null))
                    .as(root)
                    .isIn(401, 403);
            assertThat(call(caller, "demo", root, "POST", "/user/create", profile("intruder", "In")))
                    .as(root)
                    .isIn(401, 403);
        }
        assertThat(identities.checkPassword(name, PASSWORD)).isTrue();
        assertThat(changes.history(Kind.RIGHTS, name)).extracting(Change::actor).doesNotContain(caller);
    }

    @Test
    void whoever_changes_a_password_sends_their_own() {
        var root = "/engine-rest";
        assertThat(call("demo-admin", "demo", root, "PUT", "/user/" + name + "/credentials", password("wrong")))
                .isEqualTo(400);
        assertThat(call("demo-admin", "demo", root, "PUT", "/user/" + name + "/credentials", password("")))
                .isEqualTo(400);
        assertThat(call(
                        "demo-admin",
                        "demo",
                        root,
                        "PUT",
                        "/user/" + name + "/credentials",
                        "{\"password\":\"" + NEW_PASSWORD + "\"}"))
                .isEqualTo(400);
        assertThat(identities.checkPassword(name, PASSWORD)).isTrue();
    }

    private void add(String person, String group) {
        var user = identities.newUser(person);
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        identities.createMembership(person, group);
    }

    private static String profile(String person, String firstName) {
        return "{\"profile\":{\"id\":\"" + person + "\",\"firstName\":\"" + firstName
                + "\"},\"credentials\":{\"password\":\"" + PASSWORD + "\"}}";
    }

    private static String password(String own) {
        return "{\"password\":\"" + NEW_PASSWORD + "\",\"authenticatedUserPassword\":\"" + own + "\"}";
    }

    private int call(String caller, String password, String root, String method, String path, String json) {
        if (root.startsWith("/camunda")) {
            return TasklistSession.signedIn(port, caller, password, "en")
                    .engine(method, path, json == null ? "{}" : json)
                    .status();
        }
        try {
            var body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
            var credentials = Base64.getEncoder().encodeToString((caller + ":" + password).getBytes());
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + root + path))
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .method(method, body);
            return http.send(request.build(), BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
