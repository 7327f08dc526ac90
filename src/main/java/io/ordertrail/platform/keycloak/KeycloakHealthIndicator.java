package io.ordertrail.platform.keycloak;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.operation.Degraded;
import io.ordertrail.schedule.CachedReading;

/**
 * Reports whether people can sign in. Signed-in people go on working without Keycloak, so its failure takes no node out
 * of service.
 */
@Component
@ConditionalOnProperty(name = "ordertrail.sign-in", havingValue = "keycloak")
public class KeycloakHealthIndicator implements HealthIndicator {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration MAX_AGE = Duration.ofSeconds(10);
    private static final String DESCRIPTION = "/.well-known/openid-configuration";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI description;
    private final CachedReading<Health> answer;

    public KeycloakHealthIndicator(Environment settings) {
        description = URI.create(settings.getRequiredProperty("ordertrail.keycloak.internal") + DESCRIPTION);
        answer = new CachedReading<>(this::ask, MAX_AGE);
    }

    @Override
    public Health health() {
        return answer.value().orElseGet(() -> Health.unknown().build());
    }

    private Health ask() {
        try {
            var status = http.send(
                            HttpRequest.newBuilder(description).timeout(TIMEOUT).build(), BodyHandlers.discarding())
                    .statusCode();
            return status == HttpURLConnection.HTTP_OK ? Health.up().build() : unreachable("it answers " + status);
        } catch (IOException e) {
            return unreachable(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable("interrupted");
        }
    }

    private static Health unreachable(String why) {
        return Health.status(Degraded.STATUS).withDetail("fault", why).build();
    }
}
