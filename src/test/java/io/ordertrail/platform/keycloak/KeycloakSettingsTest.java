package io.ordertrail.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KeycloakSettingsTest {

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withUserConfiguration(Bound.class)
            .withPropertyValues(
                    "ordertrail.sign-in=keycloak",
                    "ordertrail.keycloak.client-id=ordertrail",
                    "ordertrail.keycloak.client-secret=s3cret",
                    "ordertrail.keycloak.issuer=https://login.example.com/realms/ordertrail",
                    "ordertrail.keycloak.internal=http://keycloak:8080/realms/ordertrail");

    @Test
    void browsers_and_the_application_each_have_their_address_of_keycloak() {
        start.run(context -> {
            var settings = context.getBean(KeycloakSettings.class);
            assertThat(settings.authorization())
                    .isEqualTo("https://login.example.com/realms/ordertrail/protocol/openid-connect/auth");
            assertThat(settings.origin()).isEqualTo("https://login.example.com");
            assertThat(settings.tokens())
                    .isEqualTo("http://keycloak:8080/realms/ordertrail/protocol/openid-connect/token");
            assertThat(settings.keys()).startsWith("http://keycloak:8080/");
            assertThat(settings.administration()).isEqualTo("http://keycloak:8080/admin/realms/ordertrail");
        });
    }

    @Test
    void a_sign_in_is_checked_often_enough_to_end_within_a_minute() {
        start.run(context ->
                assertThat(context.getBean(KeycloakSettings.class).checkAfter()).hasSeconds(40));
    }

    @Test
    void the_secret_is_in_no_log_of_the_settings() {
        start.run(context ->
                assertThat(context.getBean(KeycloakSettings.class)).asString().doesNotContain("s3cret"));
    }

    @EnableConfigurationProperties(KeycloakSettings.class)
    static class Bound {}
}
