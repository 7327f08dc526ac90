package io.ordertrail.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.webhook.Endpoint.State;

/** All endpoints of webhooks. */
public interface Endpoints extends Repository<Endpoint, String> {

    Endpoint save(Endpoint endpoint);

    Optional<Endpoint> findById(String id);

    List<Endpoint> findAllByOrderByCreatedAtAscIdAsc();

    List<Endpoint> findByStateOrderById(State state);

    long count();

    default Endpoint get(String id) {
        return findById(id).orElseThrow(UnknownEndpoint::new);
    }

    @Modifying
    @Query("update Endpoint e set e.state = :to, e.version = e.version + 1 where e.id = :id and e.state = :from")
    int changeState(String id, State from, State to);

    /** Counts a change by a person, and locks the endpoint until the end of the transaction. */
    @Modifying
    @Query("update Endpoint e set e.version = e.version + 1 where e.id = :id")
    int countChange(String id);

    @Modifying
    @Query("update Endpoint e set e.state = ENABLED where e.id = :id and e.state <> ENABLED")
    int enable(String id);

    /**
     * Records up to which announcement deliveries were created.
     *
     * @return 0 when another node was faster
     */
    @Modifying
    @Query("update Endpoint e set e.readUpTo = :to where e.id = :id and e.readUpTo = :from")
    int advance(String id, long from, long to);

    @Modifying
    @Query("update Endpoint e set e.readUpTo = :number where e.id = :id and e.readUpTo > :number")
    int rewind(String id, long number);

    @Modifying
    @Query(
            "update Endpoint e set e.formerSecret = e.secret, e.formerUntil = :until, e.secret = :secret where e.id = :id")
    int rotate(String id, String secret, Instant until);

    @Modifying
    @Query("update Endpoint e set e.lastSuccessAt = :at where e.id = :id")
    int succeeded(String id, Instant at);

    @Modifying
    @Query(
            "update Endpoint e set e.lastFailureAt = :at, e.lastStatus = :status, e.lastProblem = :problem where e.id = :id")
    int failed(String id, Instant at, Integer status, DeliveryOutcome.Problem problem);

    @Modifying
    @Query("delete from Endpoint e where e.id = :id")
    int remove(String id);
}
