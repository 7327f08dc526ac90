package io.ordertrail.webhook;

import java.time.Clock;
import jakarta.persistence.EntityManager;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.announcement.Announcements;

/** Creates a delivery for each announcement that matches an endpoint. Of several nodes only one creates it. */
@Service
@Transactional
class MakeDeliveries {

    private static final Limit BATCH = Limit.of(200);

    private final Endpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Announcements announcements;
    private final EntityManager database;
    private final Clock clock;

    MakeDeliveries(
            Endpoints endpoints,
            WebhookDeliveries deliveries,
            Announcements announcements,
            EntityManager database,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.announcements = announcements;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Creates the deliveries of what was announced since the last call.
     *
     * @return whether there may be more
     */
    boolean createFor(Endpoint endpoint) {
        var announced = announcements.findByNumberGreaterThanOrderByNumber(endpoint.readUpTo(), BATCH);
        if (announced.isEmpty()) {
            return false;
        }
        var last = announced.get(announced.size() - 1).number();
        if (endpoints.advance(endpoint.id(), endpoint.readUpTo(), last) == 0) {
            return false;
        }
        var existing = deliveries.positions(endpoint.id(), Message.LEVEL_CHANGED, endpoint.readUpTo(), last);
        announced.stream()
                .filter(endpoint::subscribesTo)
                .filter(level -> !existing.contains(level.number()))
                .forEach(level ->
                        database.persist(new WebhookDelivery(endpoint.id(), Message.of(level), clock.instant())));
        return announced.size() == BATCH.max();
    }
}
