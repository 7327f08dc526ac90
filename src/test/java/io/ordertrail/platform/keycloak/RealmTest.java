package io.ordertrail.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.engine.DemoUser;
import io.ordertrail.platform.engine.People;

/** Checks that the files that Keycloak imports agree with the code. */
class RealmTest {

    static final Path REALM = Path.of("src/main/keycloak/realm.json");
    static final Path DEMO_PEOPLE = Path.of("src/main/keycloak/demo-people.json");

    private final JsonNode realm = read(REALM);
    private final JsonNode demo = read(DEMO_PEOPLE);

    @Test
    void its_groups_are_the_roles() {
        assertThat(texts(realm.path("groups"), "name"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::group).toList());
    }

    @Test
    void the_demo_people_are_those_of_local_sign_in_and_in_a_file_of_their_own() {
        assertThat(demo.path("realm").asText()).isEqualTo(realm.path("realm").asText());
        assertThat(demo.path("users")).hasSameSizeAs(DemoUser.ALL);
        for (var person : DemoUser.ALL) {
            var user = one(demo.path("users"), "username", person.name());
            assertThat(user.path("groups"))
                    .as(person.name())
                    .hasToString("[\"/" + person.role().group() + "\"]");
            assertThat(user.path("firstName").asText()).isEqualTo(person.firstName());
            assertThat(user.path("lastName").asText()).isEqualTo(person.role().title());
            assertThat(user.at("/credentials/0/value").asText()).isEqualTo(DemoUser.PASSWORD);
        }
        assertThat(texts(realm.path("users"), "username")).allMatch(name -> name.startsWith("service-account-"));
    }

    @Test
    void a_realm_for_real_people_does_not_accept_the_demo_people() {
        assertThat(realm.path("passwordPolicy").asText())
                .startsWith("${ORDERTRAIL_PASSWORD_POLICY:length(" + People.SHORTEST_PASSWORD + ")");
        assertThat(DemoUser.PASSWORD).hasSizeLessThan(People.SHORTEST_PASSWORD);
    }

    @Test
    void it_holds_no_secret() {
        assertThat(client("ordertrail").path("secret").asText()).isEqualTo("${ORDERTRAIL_KEYCLOAK_CLIENT_SECRET}");
        assertThat(client("ordertrail-systems").has("secret")).isFalse();
        assertThat(realm.findValues("credentials")).isEmpty();
    }

    @Test
    void tokens_last_a_minute_idle_sessions_half_an_hour_and_sessions_twelve_hours() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(60);
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isEqualTo(30 * 60);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isEqualTo(12 * 3600);
        assertThat(realm.path("revokeRefreshToken").asBoolean(true))
                .as("two nodes may check one sign-in")
                .isFalse();
    }

    @Test
    void guessing_passwords_is_slowed_down_and_nobody_registers_themselves() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("rememberMe").asBoolean(true)).isFalse();
    }

    @Test
    void the_client_signs_people_in_by_code_and_proof_key_and_in_no_other_way() {
        var client = client("ordertrail");
        assertThat(client.path("publicClient").asBoolean(true)).isFalse();
        assertThat(client.path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(client.path("redirectUris"))
                .allMatch(address -> address.asText().endsWith(KeycloakSignIn.RETURN)
                        && !address.asText().contains("*"));
        assertThat(StreamSupport.stream(client.path("redirectUris").spliterator(), false)
                        .map(JsonNode::asText))
                .contains("http://127.0.0.1" + KeycloakSignIn.RETURN, "http://localhost" + KeycloakSignIn.RETURN);
    }

    @Test
    void the_tokens_of_both_clients_carry_the_audience_and_the_whole_path_of_each_group() {
        for (var name : List.of("ordertrail", "ordertrail-systems")) {
            var audience = one(client(name).path("protocolMappers"), "protocolMapper", "oidc-audience-mapper")
                    .path("config");
            assertThat(audience.path("included.custom.audience").asText()).isEqualTo("ordertrail");
            assertThat(audience.path("access.token.claim").asText()).isEqualTo("true");
            var groups = one(client(name).path("protocolMappers"), "protocolMapper", "oidc-group-membership-mapper")
                    .path("config");
            assertThat(groups.path("claim.name").asText()).isEqualTo(KeycloakClaims.GROUPS);
            assertThat(groups.path("full.path").asText()).isEqualTo("true");
            assertThat(groups.path("access.token.claim").asText()).isEqualTo("true");
        }
    }

    @Test
    void the_application_may_look_people_up_and_nothing_else() {
        var account = one(realm.path("users"), "serviceAccountClientId", "ordertrail");
        assertThat(account.path("clientRoles"))
                .hasToString("{\"realm-management\":[\"view-users\",\"query-users\",\"query-groups\"]}");
        assertThat(account.has("groups")).isFalse();
        assertThat(realm.at("/clientScopeMappings/realm-management/0/roles"))
                .isEqualTo(account.at("/clientRoles/realm-management"));
    }

    @Test
    void other_software_is_in_the_group_systems_and_signs_nobody_in() {
        assertThat(one(realm.path("users"), "serviceAccountClientId", "ordertrail-systems")
                        .path("groups"))
                .hasToString("[\"/systems\"]");
        assertThat(client("ordertrail-systems").path("standardFlowEnabled").asBoolean(true))
                .isFalse();
        assertThat(client("ordertrail-systems")
                        .path("directAccessGrantsEnabled")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void its_pages_have_the_languages_of_the_order_desk() {
        // with countries, because Keycloak does not distinguish zh-Hant and zh-Hans
        assertThat(realm.path("supportedLocales")).hasToString("[\"en\",\"zh-TW\",\"zh-CN\"]");
        assertThat(realm.path("internationalizationEnabled").asBoolean()).isTrue();
    }

    @Test
    void keycloaks_own_client_scopes_stay() {
        assertThat(realm.has("clientScopes"))
                .as("own client scopes would replace those of Keycloak")
                .isFalse();
    }

    private JsonNode client(String id) {
        return one(realm.path("clients"), "clientId", id);
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + field + " " + value));
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
