package io.ordertrail.webhook;

import io.ordertrail.actor.Actor;
import io.ordertrail.platform.Checked;
import io.ordertrail.platform.Refusal;
import io.ordertrail.stock.Announcements;
import io.ordertrail.webhook.Endpoint.State;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates an endpoint, and changes what a person may change of it. A secret is told once, by the call that makes it. */
@Service
@Transactional
public class KeepEndpoint {

  public static final int MOST = 20;
  /** How long the secret before the present one signs, too. */
  public static final Duration BOTH_SIGN = Duration.ofHours(24);

  /** A new endpoint or a new secret of one. */
  public record Told(String endpoint, String secret) {
  }

  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final Target target;
  private final Announcements announcements;
  private final SecretBox secrets;
  private final EntityManager database;
  private final Actor actor;

  KeepEndpoint(Endpoints endpoints, Deliveries deliveries, Target target, Announcements announcements, SecretBox secrets,
      EntityManager database, Actor actor) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.target = target;
    this.announcements = announcements;
    this.secrets = secrets;
    this.database = database;
    this.actor = actor;
  }

  /** It is told what changes from now on. */
  public Told create(EndpointData data) {
    Checked.refuseIfAny(target.faultsOf(data));
    if (endpoints.count() >= MOST) {
      throw new Refusal(Refusal.Kind.CONFLICT, "webhook.refuses.more", MOST);
    }
    var id = UUID.randomUUID().toString();
    var secret = Secret.random();
    database.persist(new Endpoint(id, data, secrets.put(secret, id), announcements.lastNumber(), actor.stamp()));
    return new Told(id, secret.text());
  }

  public Told rotate(String id) {
    endpoints.get(id);
    var secret = Secret.random();
    endpoints.rotate(id, secrets.put(secret, id), actor.stamp().at().plus(BOTH_SIGN));
    return new Told(id, secret.text());
  }

  /** Nothing more is sent to it; what happens meanwhile is kept for it as long as announcements are. */
  public void disable(String id) {
    endpoints.get(id);
    endpoints.move(id, State.ENABLED, State.DISABLED);
  }

  /** It goes on where it stopped, with all tries before it. */
  public void enable(String id) {
    endpoints.get(id);
    if (endpoints.enable(id) == 1) {
      deliveries.unfinishedAgain(id, Message.LEVEL_CHANGED, actor.stamp().at());
    }
  }

  public void remove(String id) {
    endpoints.get(id);
    endpoints.remove(id);
  }

  public void sendTest(String id) {
    if (!endpoints.get(id).enabled()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "webhook.refuses.disabled");
    }
    database.persist(new Delivery(id, Message.test(actor.stamp().at()), actor.stamp().at()));
  }
}
