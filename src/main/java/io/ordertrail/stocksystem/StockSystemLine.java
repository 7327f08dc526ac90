package io.ordertrail.stocksystem;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.stereotype.Component;

import io.ordertrail.platform.WithStockSystem;

/**
 * The line to the stock system. No call takes longer than the settings say, its answer included. When several were in vain, those of
 * the next moments fail at once, so that one system that is silent does not hold up all the other work that is due.
 */
@Component
@WithStockSystem
class StockSystemLine {

  private static final int IN_VAIN = 3;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final StockSystemSettings settings;
  private final Clock clock;
  private final HttpClient http;
  private int inVain;
  private Instant pausedUntil = Instant.MIN;

  StockSystemLine(StockSystemSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.connectWithin()).build();
  }

  HttpResponse<String> call(String method, String key, BodyPublisher body) {
    refuseWhilePaused();
    var running = http.sendAsync(request(method, key, body), BodyHandlers.ofString());
    try {
      var answer = running.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
      answered();
      return answer;
    } catch (TimeoutException e) {
      throw silent("did not answer within " + settings.answerWithin().toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw silent("could not be asked: " + reason(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoGoodAnswer("Interrupted while the stock system was asked", e);
    } finally {
      running.cancel(true);
    }
  }

  private HttpRequest request(String method, String key, BodyPublisher body) {
    var request = HttpRequest.newBuilder(URI.create(settings.url().replaceAll("/+$", "") + "/reservations/" + key))
        .method(method, body).header("Content-Type", "application/json").header("Accept", "application/json");
    if (!settings.token().isEmpty()) {
      request.header("Authorization", "Bearer " + settings.token());
    }
    return request.build();
  }

  private static String reason(Throwable cause) {
    return cause instanceof IOException ? cause.getClass().getSimpleName() : String.valueOf(cause);
  }

  private synchronized void refuseWhilePaused() {
    if (clock.instant().isBefore(pausedUntil)) {
      throw new NoGoodAnswer("The stock system did not answer a moment ago");
    }
  }

  private synchronized void answered() {
    inVain = 0;
  }

  private synchronized NoGoodAnswer silent(String sentence, Throwable cause) {
    inVain++;
    if (inVain >= IN_VAIN) {
      pausedUntil = clock.instant().plus(PAUSE);
    }
    return new NoGoodAnswer("The stock system " + sentence, cause);
  }
}
