package io.ordertrail.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

import io.ordertrail.platform.keycloak.SmallKeycloak.Behavior;
import io.ordertrail.schedule.MovedClock;

/** Whether a sign-in is still valid. */
class KeycloakWatchTest {

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    private final MovedClock clock = new MovedClock();
    private SmallKeycloak keycloak;
    private KeycloakCircuit circuit;
    private KeycloakWatch watch;
    private MockHttpSession session;

    @BeforeEach
    void somebody_has_signed_in() throws Exception {
        keycloak = new SmallKeycloak();
        watch(keycloak.settings());
        session = session(StoredSignIn.begun("round-0", clock.instant()));
    }

    private void watch(KeycloakSettings settings) throws Exception {
        var realm = new KeycloakRealm();
        circuit = new KeycloakCircuit(settings);
        var tokens = realm.keycloakTokens(
                settings,
                circuit,
                realm.idTokens(realm.keycloakKeys(settings, circuit)),
                realm.keycloakClient(settings));
        watch = new KeycloakWatch(settings, tokens, clock);
    }

    @AfterEach
    void close() {
        keycloak.close();
        circuit.close();
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_sign_in_is_trusted_for_forty_seconds() {
        clock.move(Duration.ofSeconds(39));
        assertThat(request(session)).isNotNull();
        assertThat(keycloak.asked("token")).isZero();
        clock.move(Duration.ofSeconds(1));
        assertThat(request(session)).isNotNull();
        assertThat(keycloak.asked("token")).isEqualTo(1);
        clock.move(Duration.ofSeconds(39));
        request(session);
        assertThat(keycloak.asked("token")).isEqualTo(1);
    }

    @Test
    void a_disabled_person_loses_access_and_their_session() {
        keycloak.disabled = true;
        clock.move(Duration.ofSeconds(40));
        assertThat(request(session)).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void groups_are_those_that_keycloak_has_now() {
        keycloak.groups = List.of("/warehouse", "/shipping");
        clock.move(Duration.ofSeconds(40));
        assertThat(request(session).getAuthorities())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("ROLE_warehouse", "ROLE_shipping");
        assertThat(((SecurityContext) session.getAttribute(CONTEXT))
                        .getAuthentication()
                        .getAuthorities())
                .hasSize(2);
    }

    @Test
    void a_person_who_left_all_groups_has_no_rights() {
        keycloak.groups = List.of();
        clock.move(Duration.ofSeconds(40));
        assertThat(request(session).getAuthorities()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Behavior.class,
            names = {"FAILING", "REFUSING_US", "SILENT"})
    void an_outage_of_keycloak_ends_no_session(Behavior mood) throws Exception {
        watch(keycloak.settings(Duration.ofMillis(100)));
        keycloak.behavior = mood;
        keycloak.disabled = true;
        for (var minute = 0; minute < 10; minute++) {
            clock.move(Duration.ofSeconds(60));
            assertThat(request(session)).isNotNull();
        }
    }

    @Test
    void a_missed_check_is_repeated_when_keycloak_answers_again() {
        keycloak.behavior = Behavior.FAILING;
        clock.move(Duration.ofSeconds(600));
        assertThat(request(session)).isNotNull();
        keycloak.behavior = Behavior.NORMAL;
        keycloak.disabled = true;
        assertThat(circuit.answers()).isTrue();
        clock.move(Duration.ofSeconds(5));
        assertThat(request(session)).isNull();
    }

    @Test
    void a_keycloak_that_refuses_the_client_is_not_called_at_each_request() {
        keycloak.behavior = Behavior.REFUSING_US;
        clock.move(Duration.ofSeconds(60));
        for (var i = 0; i < 10; i++) {
            request(session);
        }
        assertThat(keycloak.asked("token")).isEqualTo(1);
    }

    @Test
    void after_twelve_hours_people_sign_in_again_even_if_keycloak_does_not_answer() {
        keycloak.behavior = Behavior.FAILING;
        clock.move(Duration.ofHours(12));
        assertThat(request(session)).isNotNull();
        clock.move(Duration.ofSeconds(1));
        assertThat(request(session)).isNull();
    }

    @Test
    void parallel_requests_use_a_refresh_token_once() throws Exception {
        clock.move(Duration.ofSeconds(40));
        assertThat(inParallel(16)).allSatisfy(person -> assertThat(person.get()).isNotNull());
        assertThat(keycloak.asked("token")).isEqualTo(1);
    }

    @Test
    void no_parallel_request_gets_through_once_the_person_is_disabled() throws Exception {
        keycloak.disabled = true;
        clock.move(Duration.ofSeconds(600));
        assertThat(inParallel(16)).allSatisfy(person -> assertThat(person.get()).isNull());
    }

    @Test
    void a_request_with_an_older_session_uses_the_renewal_of_another_request() throws Exception {
        var readBefore = copy(session);
        keycloak.groups = List.of("/managers");
        clock.move(Duration.ofSeconds(40));
        request(session);
        assertThat(request(readBefore).getAuthorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_managers");
        assertThat(StoredSignIn.of(readBefore)).isEqualTo(StoredSignIn.of(session));
        assertThat(keycloak.asked("token")).isEqualTo(1);
        clock.move(Duration.ofSeconds(40));
        assertThat(request(readBefore)).isNotNull();
        assertThat(request(copy(session))).isNotNull();
        assertThat(keycloak.asked("token")).isEqualTo(2);
    }

    @Test
    void another_persons_token_continues_nobodys_session() {
        keycloak.subject = "4712";
        clock.move(Duration.ofSeconds(40));
        assertThat(request(session)).isNull();
    }

    @Test
    void a_session_without_a_stored_sign_in_ends() {
        session.removeAttribute(StoredSignIn.class.getName());
        assertThat(request(session)).isNull();
    }

    @Test
    void the_text_of_a_stored_sign_in_does_not_contain_the_token() {
        assertThat(StoredSignIn.begun("secret-token", clock.instant()).toString())
                .doesNotContain("secret-token");
    }

    private List<Future<Authentication>> inParallel(int many) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(many);
        try {
            var ready = new CountDownLatch(many);
            var answers = new ArrayList<Future<Authentication>>();
            for (var i = 0; i < many; i++) {
                var own = copy(session);
                answers.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request(own);
                }));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns who makes the request after it passed the watch; null if nobody is signed in any more. */
    private Authentication request(MockHttpSession session) {
        var request = new MockHttpServletRequest("GET", "/orders");
        request.setSession(session);
        SecurityContextHolder.setContext((SecurityContext) session.getAttribute(CONTEXT));
        var seen = new ArrayList<Authentication>();
        try {
            watch.doFilter(
                    request,
                    new MockHttpServletResponse(),
                    (req, res) -> seen.add(SecurityContextHolder.getContext().getAuthentication()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return seen.get(0);
    }

    private MockHttpSession session(StoredSignIn stored) {
        var token = new OidcIdToken(
                "token",
                clock.instant(),
                clock.instant().plusSeconds(60),
                keycloak.claims().build().getClaims());
        var person = KeycloakSignIn.person(token);
        var fresh = new MockHttpSession();
        fresh.setAttribute(
                CONTEXT,
                new SecurityContextImpl(new OAuth2AuthenticationToken(person, person.getAuthorities(), "keycloak")));
        stored.storeIn(fresh);
        return fresh;
    }

    /** Copies a session as a store does that several requests and nodes read. */
    private static MockHttpSession copy(MockHttpSession session) {
        var copy = new MockHttpSession();
        session.getAttributeNames()
                .asIterator()
                .forEachRemaining(name -> copy.setAttribute(name, copy(session.getAttribute(name))));
        return copy;
    }

    private static Object copy(Object stored) {
        try {
            var bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(stored);
            return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
