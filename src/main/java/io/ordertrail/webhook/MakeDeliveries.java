package io.ordertrail.webhook;

import java.time.Clock;
import jakarta.persistence.EntityManager;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.announcement.Announcements;

/** Makes a delivery of each announcement that an endpoint wants. Of many nodes one makes it. */
@Service
@Transactional
class MakeDeliveries {

    private static final Limit AT_ONCE = Limit.of(200);

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
     * Makes those of what was announced since the last time.
     *
     * @return whether there may be more
     */
    boolean of(Endpoint endpoint) {
        var news = announcements.findByNumberGreaterThanOrderByNumber(endpoint.readUpTo(), AT_ONCE);
        if (news.isEmpty()) {
            return false;
        }
        var last = news.get(news.size() - 1).number();
        if (endpoints.read(endpoint.id(), endpoint.readUpTo(), last) == 0) {
            return false;
        }
        var there = deliveries.positions(endpoint.id(), Message.LEVEL_CHANGED, endpoint.readUpTo(), last);
        news.stream()
                .filter(endpoint::wants)
                .filter(level -> !there.contains(level.number()))
                .forEach(level ->
                        database.persist(new WebhookDelivery(endpoint.id(), Message.of(level), clock.instant())));
        return news.size() == AT_ONCE.max();
    }
}
