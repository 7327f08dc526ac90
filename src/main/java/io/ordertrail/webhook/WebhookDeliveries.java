package io.ordertrail.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All messages to endpoints: those still to be delivered and those of the last days. */
public interface WebhookDeliveries extends Repository<WebhookDelivery, String> {

    WebhookDelivery save(WebhookDelivery delivery);

    Optional<WebhookDelivery> findByIdAndEndpoint(String id, String endpoint);

    List<WebhookDelivery> findByEndpointOrderByCreatedAtDescPositionDesc(String endpoint, Limit limit);

    @Query("select count(d) from WebhookDelivery d where d.endpoint = :endpoint and d.state in (WAITING, SENDING)")
    long unfinished(String endpoint);

    /**
     * What can be sent now: of each product at each site only the first undelivered message, so that none overtakes
     * another.
     */
    @Query("""
      select d from WebhookDelivery d where d.endpoint = :endpoint and d.state in (WAITING, SENDING) and d.due <= :now and d.position in (
        select min(e.position) from WebhookDelivery e where e.endpoint = :endpoint and e.state in (WAITING, SENDING) group by e.sku, e.site)
      order by d.due, d.position""")
    List<WebhookDelivery> sendable(String endpoint, Instant now, Limit limit);

    @Query(
            "select d.position from WebhookDelivery d where d.endpoint = :endpoint and d.type = :type and d.position > :after and d.position <= :upTo")
    Set<Long> positions(String endpoint, String type, long after, long upTo);

    /**
     * Claims a delivery for one attempt. When the node dies, another node may claim it after {@code until}.
     *
     * @return 0 when another node was first
     */
    @Modifying
    @Query("""
      update WebhookDelivery d set d.state = SENDING, d.tries = d.tries + 1, d.due = :until, d.triedAt = :now
      where d.id = :id and d.tries = :tries and d.state in (WAITING, SENDING) and d.due <= :now""")
    int claim(String id, int tries, Instant now, Instant until);

    /**
     * Records the outcome of an attempt.
     *
     * @param tries as claimed: a delivery that another node has claimed meanwhile stays unchanged
     * @return 0 when another node has claimed it meanwhile
     */
    @Modifying
    @Query("""
      update WebhookDelivery d set d.state = :state, d.due = :due, d.lastStatus = :status, d.lastProblem = :problem
      where d.id = :id and d.tries = :tries and d.state = SENDING""")
    int recordOutcome(
            String id,
            int tries,
            WebhookDelivery.State state,
            Instant due,
            Integer status,
            DeliveryOutcome.Problem problem);

    /** Sends a delivery again, unless it is being sent. */
    @Modifying
    @Query("""
      update WebhookDelivery d set d.state = WAITING, d.tries = 0, d.due = :now
      where d.id = :id and d.endpoint = :endpoint and d.state <> SENDING""")
    int replay(String id, String endpoint, Instant now);

    @Modifying
    @Query("""
      update WebhookDelivery d set d.state = WAITING, d.tries = 0, d.due = :now
      where d.endpoint = :endpoint and d.type = :type and d.position >= :from and d.state in (DELIVERED, FAILED)""")
    int replayAll(String endpoint, String type, long from, Instant now);

    /** Gives undelivered messages all their attempts again. */
    @Modifying
    @Query("""
      update WebhookDelivery d set d.state = WAITING, d.tries = 0, d.due = :now
      where d.endpoint = :endpoint and d.type = :type and d.state in (WAITING, FAILED)""")
    int restartUnfinished(String endpoint, String type, Instant now);

    @Query("""
      select min(d.createdAt) from WebhookDelivery d where d.state in (WAITING, SENDING)
        and d.endpoint in (select e.id from Endpoint e where e.state = ENABLED)""")
    Optional<Instant> oldestUnfinished();

    @Query(
            "select d.id from WebhookDelivery d where d.createdAt < :before and d.state in (DELIVERED, FAILED) order by d.createdAt")
    List<String> olderThan(Instant before, Limit limit);

    @Modifying
    @Query("delete from WebhookDelivery d where d.id in :ids")
    int remove(Collection<String> ids);
}
