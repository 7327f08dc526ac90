package io.ordertrail.platform.keycloak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the whole application with a realm of its own in a real Keycloak, which it reaches only through a {@link Relay}.
 * It checks sign-ins every second, so that a test need not wait for most of a minute.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("keycloak")
@EnabledIfEnvironmentVariable(
        named = TestRealm.SERVER,
        matches = "http.+",
        disabledReason = "Skipped: needs Keycloak. Run servers/keycloak DIR PORT, then " + TestRealm.SERVER
                + "=http://127.0.0.1:PORT ./mvnw verify")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ordertrail.demo=false",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.webapp.auth.cache.time-to-live=1000",
            "ordertrail.keycloak.check-after=1s",
            "ordertrail.keycloak.issuer=http://127.0.0.1/realms/made-later",
            "ordertrail.keycloak.client-secret=made-later"
        })
@AutoConfigureMockMvc
@ActiveProfiles({"test", "keycloak"})
@ContextConfiguration(initializers = TestRealm.Initializer.class)
@interface KeycloakTest {}
