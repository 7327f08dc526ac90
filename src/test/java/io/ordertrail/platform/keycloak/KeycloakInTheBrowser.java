package io.ordertrail.platform.keycloak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Starts the demo company once more, with people who sign in at a real Keycloak. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("keycloak")
@EnabledIfEnvironmentVariable(
        named = TestRealm.SERVER,
        matches = "http.+",
        disabledReason = "Skipped: needs Keycloak. Run servers/keycloak DIR PORT, then " + TestRealm.SERVER
                + "=http://127.0.0.1:PORT ./mvnw verify -Pbrowser")
@ActiveProfiles(
        profiles = {"test", "keycloak"},
        inheritProfiles = false)
@TestPropertySource(
        properties = {
            "ordertrail.keycloak.issuer=http://127.0.0.1/realms/made-later",
            "ordertrail.keycloak.client-secret=made-later"
        })
@ContextConfiguration(initializers = TestRealm.Initializer.class)
public @interface KeycloakInTheBrowser {}
