package io.ordertrail.externalstock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.springframework.stereotype.Component;

import io.ordertrail.settings.WithExternalStockSystem;

/**
 * The circuit breaker before the external stock system. No call takes longer than the settings allow, its answer
 * included. After several failures the circuit opens for a moment and calls fail at once, so a system that does not
 * answer does not delay other jobs. Then single calls test whether it answers again.
 */
@Component
@WithExternalStockSystem
class ExternalStockCircuit {

    private static final int FAILURES = 3;
    private static final float ALL_PERCENT = 100;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ExternalStockSettings settings;
    private final HttpClient http;
    private final CircuitBreaker breaker;

    ExternalStockCircuit(ExternalStockSettings settings, Clock clock) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectWithin())
                .build();
        this.breaker = CircuitBreaker.of(
                "external-stock",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowSize(FAILURES)
                        .minimumNumberOfCalls(FAILURES)
                        .failureRateThreshold(ALL_PERCENT)
                        .waitDurationInOpenState(PAUSE)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .ignoreException(failure -> failure.getCause() instanceof InterruptedException)
                        .build());
    }

    /** Any answer counts as success, whatever its status; only missing answers open the circuit. */
    HttpResponse<String> call(String method, String key, BodyPublisher body) {
        try {
            return breaker.executeSupplier(() -> answer(request(method, key, body)));
        } catch (CallNotPermittedException e) {
            throw new ExternalStockFailure("The external stock system did not answer a moment ago", e);
        }
    }

    private HttpResponse<String> answer(HttpRequest request) {
        var running = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return running.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ExternalStockFailure(
                    "The external stock system did not answer within "
                            + settings.answerWithin().toMillis() + " ms",
                    e);
        } catch (ExecutionException e) {
            throw new ExternalStockFailure(
                    "The external stock system could not be reached: " + reason(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExternalStockFailure("Interrupted while waiting for the external stock system", e);
        } finally {
            running.cancel(true);
        }
    }

    private HttpRequest request(String method, String key, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(settings.url().replaceAll("/+$", "") + "/reservations/" + key))
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        if (!settings.token().isEmpty()) {
            request.header("Authorization", "Bearer " + settings.token());
        }
        return request.build();
    }

    private static String reason(Throwable cause) {
        return cause instanceof IOException ? cause.getClass().getSimpleName() : String.valueOf(cause);
    }
}
