package io.ordertrail.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.ordertrail.platform.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes deliveries and sends them, of each endpoint a few at a time, so that one that lets wait makes no other wait. Its threads only
 * send: what came of it is written by the one that goes the rounds, so that webhooks use one connection to the database.
 */
@Component
class Courier extends Rounds {

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int AT_ONCE_EACH = 4;
  private static final long IDLE_SECONDS = 30;

  /** What came of a letter. */
  private record Returned(Letter letter, Outcome outcome) {
  }

  private final Outbox outbox;
  private final Endpoints endpoints;
  private final Messenger messenger;
  private final Clock clock;
  private final Counter delivered;
  private final Counter failed;
  private final Queue<Returned> returned = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> underWay = new HashMap<>();
  private final ThreadPoolExecutor threads;

  Courier(Outbox outbox, Endpoints endpoints, Messenger messenger, Clock clock, MeterRegistry registry,
      @Value("${ordertrail.announcements}") boolean wanted) {
    super("webhook courier", PAUSE, wanted);
    this.outbox = outbox;
    this.endpoints = endpoints;
    this.messenger = messenger;
    this.clock = clock;
    this.delivered = counter("ok", registry);
    this.failed = counter("failed", registry);
    this.threads = new ThreadPoolExecutor(0, AT_ONCE_EACH * KeepEndpoint.MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
        work -> {
          var thread = new Thread(work, "webhook");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  protected void round() {
    writeDown();
    for (var endpoint : endpoints.findByStateOrderById(Endpoint.State.ENABLED)) {
      if (outbox.fill(endpoint)) {
        callRound();
      }
      var free = AT_ONCE_EACH - underWay.getOrDefault(endpoint.id(), 0);
      if (free > 0) {
        outbox.take(endpoint, free).forEach(this::send);
      }
    }
  }

  /** Whether nothing is under way from here. */
  boolean rests() {
    return underWay.values().stream().allMatch(letters -> letters == 0);
  }

  private void send(Letter letter) {
    underWay.merge(letter.endpoint(), 1, Integer::sum);
    threads.execute(() -> {
      returned.add(new Returned(letter, outcome(letter)));
      callRound();
    });
  }

  private Outcome outcome(Letter letter) {
    return letter.secrets().isEmpty() ? Outcome.failed(Outcome.Problem.SECRET)
        : messenger.post(letter.address(), letter.headers(clock.instant()), letter.body());
  }

  /** Where the database does not take it, the delivery is sent once more, after a minute: it carries the same id. */
  private void writeDown() {
    for (var next = returned.poll(); next != null; next = returned.poll()) {
      underWay.merge(next.letter().endpoint(), -1, Integer::sum);
      (next.outcome().delivered() ? delivered : failed).increment();
      outbox.note(next.letter(), next.outcome());
    }
  }

  /** What is under way has this much time to come back, and be written down. */
  @Override
  public void stop() {
    super.stop();
    threads.shutdown();
    try {
      threads.awaitTermination(PAUSE.toMillis() * AT_ONCE_EACH, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writeDown();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  public void forgetOld() {
    while (outbox.forgetOld()) {
      // the next two hundred
    }
  }

  private static Counter counter(String outcome, MeterRegistry registry) {
    return Counter.builder("ordertrail.webhook.deliveries").tag("outcome", outcome)
        .description("Webhook messages that this node sent, by what came of it").register(registry);
  }
}
