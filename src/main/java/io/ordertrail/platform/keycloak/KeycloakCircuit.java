package io.ordertrail.platform.keycloak;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnErrorEvent;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The circuit breaker for calls to Keycloak. No call waits long. After one failure the circuit opens and calls fail
 * immediately. A trial call in the background, not the call of a person, finds out when Keycloak answers again.
 */
public class KeycloakCircuit implements ClientHttpRequestInterceptor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakCircuit.class);
    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(2);
    /** Longer than any outage; otherwise the breaker would use the call of a person as its trial. */
    private static final Duration NEVER_BY_ITSELF = Duration.ofDays(365);

    private final KeycloakSettings settings;
    private final ClientHttpRequestFactory requests;
    private final RestClient trial;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "keycloak",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(1)
                    .minimumNumberOfCalls(1)
                    .waitDurationInOpenState(NEVER_BY_ITSELF)
                    .build());
    private final ScheduledExecutorService trials = Executors.newSingleThreadScheduledExecutor(KeycloakCircuit::thread);

    KeycloakCircuit(KeycloakSettings settings) {
        this.settings = settings;
        this.requests = requestFactory(settings.patience());
        this.trial = RestClient.builder().requestFactory(requests).build();
        breaker.getEventPublisher().onError(this::logFailure).onStateTransition(this::logChange);
        trials.scheduleWithFixedDelay(
                this::tryIfOpen, BETWEEN_TRIALS.toMillis(), BETWEEN_TRIALS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Uses HTTP/1.1: some proxies mishandle an upgrade to HTTP/2 in clear text. */
    private static ClientHttpRequestFactory requestFactory(Duration patience) {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build());
        factory.setReadTimeout(patience);
        return factory;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "keycloak-trials");
        thread.setDaemon(true);
        return thread;
    }

    /** For callers that build a client of their own; they also have to add this circuit as an interceptor. */
    public ClientHttpRequestFactory requests() {
        return requests;
    }

    RestClient.Builder client() {
        return RestClient.builder().requestFactory(requests).requestInterceptor(this);
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution call)
            throws IOException {
        if (!breaker.tryAcquirePermission()) {
            throw new ConnectException("Keycloak did not answer a moment ago");
        }
        try {
            var answer = call.execute(request, body);
            if (answer.getStatusCode().is5xxServerError()) {
                failed(new IOException("it answers " + answer.getStatusCode().value()));
            }
            return answer;
        } catch (IOException e) {
            failed(e);
            throw e;
        }
    }

    /**
     * Tells whether Keycloak answers right now. It calls Keycloak even while the circuit is open, and opens or closes
     * the circuit by the result.
     */
    boolean answers() {
        try {
            trial.get().uri(settings.keys()).retrieve().toBodilessEntity();
            breaker.transitionToClosedState();
            return true;
        } catch (RestClientException e) {
            failed(e.getMostSpecificCause());
            return false;
        }
    }

    private void failed(Throwable why) {
        breaker.onError(0, TimeUnit.MILLISECONDS, why);
    }

    private void tryIfOpen() {
        if (breaker.getState() == State.OPEN) {
            answers();
        }
    }

    private void logFailure(CircuitBreakerOnErrorEvent failure) {
        if (breaker.getState() == State.CLOSED) {
            LOG.warn("A call to Keycloak failed: {}", String.valueOf(failure.getThrowable()));
        }
    }

    private void logChange(CircuitBreakerOnStateTransitionEvent change) {
        if (change.getStateTransition().getToState() == State.CLOSED) {
            LOG.info("Keycloak answers again at {}", settings.internal());
        } else {
            LOG.warn(
                    "Keycloak does not answer at {}. Signed-in people can go on working; nobody else can sign in until it answers",
                    settings.internal());
        }
    }

    @Override
    public void close() {
        trials.shutdownNow();
    }
}
