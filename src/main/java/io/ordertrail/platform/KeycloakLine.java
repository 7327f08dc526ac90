package io.ordertrail.platform;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * The line to Keycloak. Nobody waits on it for long, and once it broke nobody waits at all: calls fail at once while
 * it is tried in the background until Keycloak answers again.
 */
class KeycloakLine implements ClientHttpRequestInterceptor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeycloakLine.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

  private final KeycloakSettings settings;
  private final ClientHttpRequestFactory requests;
  private final RestClient trial;
  private final AtomicBoolean broken = new AtomicBoolean();
  private final ScheduledExecutorService tries = new ScheduledThreadPoolExecutor(1, KeycloakLine::thread, new DiscardPolicy());

  KeycloakLine(KeycloakSettings settings) {
    this.settings = settings;
    this.requests = bounded(settings.patience());
    this.trial = RestClient.builder().requestFactory(requests).build();
  }

  /** HTTP/1.1: an upgrade to HTTP/2 in clear text is one more thing that a proxy can get wrong. */
  private static ClientHttpRequestFactory bounded(Duration patience) {
    var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(patience).build());
    factory.setReadTimeout(patience);
    return factory;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "keycloak-line");
    thread.setDaemon(true);
    return thread;
  }

  /** For whoever builds a client of their own: to be used together with this line as its interceptor. */
  ClientHttpRequestFactory requests() {
    return requests;
  }

  RestClient.Builder client() {
    return RestClient.builder().requestFactory(requests).requestInterceptor(this);
  }

  @Override
  public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution call) throws IOException {
    if (broken.get()) {
      throw new ConnectException("Keycloak did not answer a moment ago");
    }
    try {
      var answer = call.execute(request, body);
      if (answer.getStatusCode().is5xxServerError()) {
        broke("it answers " + answer.getStatusCode().value());
      }
      return answer;
    } catch (IOException e) {
      broke(String.valueOf(e));
      throw e;
    }
  }

  /** Whether Keycloak answers right now; asks it, whatever was found before. */
  boolean answers() {
    try {
      trial.get().uri(settings.keys()).retrieve().toBodilessEntity();
      if (broken.compareAndSet(true, false)) {
        LOG.info("Keycloak answers again at {}", settings.internal());
      }
      return true;
    } catch (RestClientException e) {
      broke(String.valueOf(e.getMostSpecificCause()));
      return false;
    }
  }

  private void broke(String why) {
    if (broken.compareAndSet(false, true)) {
      LOG.warn("Keycloak does not answer at {}: {}. Whoever is signed in goes on working; nobody else can sign in until it answers",
          settings.internal(), why);
      tryLater();
    }
  }

  private void tryLater() {
    tries.schedule(() -> {
      if (broken.get() && !answers()) {
        tryLater();
      }
    }, BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    tries.shutdownNow();
  }
}
