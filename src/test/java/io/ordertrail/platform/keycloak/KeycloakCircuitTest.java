package io.ordertrail.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

import io.ordertrail.platform.keycloak.SmallKeycloak.Behavior;

/** No call waits long for Keycloak, and only the first one waits at all. */
@ExtendWith(OutputCaptureExtension.class)
class KeycloakCircuitTest {

    private SmallKeycloak keycloak;
    private KeycloakCircuit circuit;

    @BeforeEach
    void a_circuit() throws Exception {
        keycloak = new SmallKeycloak();
        circuit = new KeycloakCircuit(keycloak.settings(Duration.ofSeconds(1)));
    }

    @AfterEach
    void close() {
        keycloak.close();
        circuit.close();
    }

    @Test
    void a_call_to_a_hanging_keycloak_ends_in_time() {
        keycloak.behavior = Behavior.SILENT;
        var start = System.nanoTime();
        assertThatThrownBy(this::call).isInstanceOf(ResourceAccessException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void an_open_circuit_lets_no_call_through() {
        keycloak.behavior = Behavior.SILENT;
        assertThatThrownBy(this::call).isInstanceOf(ResourceAccessException.class);
        for (var i = 0; i < 100; i++) {
            assertThatThrownBy(this::call).hasMessageContaining("did not answer a moment ago");
        }
        assertThat(keycloak.asked("logout")).isEqualTo(1);
    }

    @Test
    void a_keycloak_that_fails_opens_the_circuit() {
        keycloak.behavior = Behavior.FAILING;
        assertThatThrownBy(this::call).isInstanceOf(HttpServerErrorException.class);
        assertThatThrownBy(this::call).hasMessageContaining("did not answer a moment ago");
    }

    @Test
    void trials_close_the_circuit_without_a_call_of_a_person() {
        keycloak.behavior = Behavior.FAILING;
        assertThatThrownBy(this::call).isInstanceOf(HttpServerErrorException.class);
        keycloak.behavior = Behavior.NORMAL;
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(this::call);
    }

    @Test
    void a_refusal_is_an_answer() {
        keycloak.behavior = Behavior.REFUSING_US;
        for (var i = 0; i < 2; i++) {
            assertThatThrownBy(this::call).hasMessageContaining("unauthorized_client");
        }
        assertThat(keycloak.asked("logout")).isEqualTo(2);
    }

    @Test
    void failure_and_recovery_are_logged_once_each(CapturedOutput log) {
        keycloak.behavior = Behavior.FAILING;
        assertThat(circuit.answers()).isFalse();
        assertThat(circuit.answers()).isFalse();
        keycloak.behavior = Behavior.NORMAL;
        assertThat(circuit.answers()).isTrue();
        assertThat(circuit.answers()).isTrue();
        assertThat(log.getOut())
                .containsOnlyOnce("Keycloak does not answer at " + keycloak.issuer())
                .containsOnlyOnce("Keycloak answers again");
    }

    private void call() {
        circuit.client()
                .build()
                .get()
                .uri(keycloak.settings().endOfSession())
                .retrieve()
                .toBodilessEntity();
    }
}
