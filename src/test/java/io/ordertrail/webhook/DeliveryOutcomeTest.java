package io.ordertrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryOutcomeTest {

    private final ResourceBundle sentences = ResourceBundle.getBundle(
            "messages",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    @ParameterizedTest
    @CsvSource({
        "200,",
        "204,",
        "299,",
        "199,STATUS",
        "300,REDIRECT",
        "302,REDIRECT",
        "399,REDIRECT",
        "400,STATUS",
        "404,STATUS",
        "410,GONE",
        "500,STATUS"
    })
    void any_status_from_200_to_299_is_success_and_no_other(int status, DeliveryOutcome.Problem problem) {
        assertThat(DeliveryOutcome.answered(status).problem()).isEqualTo(problem);
        assertThat(DeliveryOutcome.answered(status).delivered()).isEqualTo(problem == null);
    }

    @ParameterizedTest
    @EnumSource
    void each_problem_has_a_sentence(DeliveryOutcome.Problem problem) {
        assertThat(sentences.containsKey("webhook.problem." + problem)).isTrue();
    }

    @Test
    void each_state_has_a_word() {
        for (var state : Endpoint.State.values()) {
            assertThat(sentences.containsKey("webhook.state." + state)).isTrue();
        }
        for (var state : WebhookDelivery.State.values()) {
            assertThat(sentences.containsKey("webhook.delivery.state." + state)).isTrue();
        }
    }
}
