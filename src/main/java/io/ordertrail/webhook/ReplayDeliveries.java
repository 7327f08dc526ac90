package io.ordertrail.webhook;

import java.time.Clock;
import java.time.Duration;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.announcement.Announcements;

/** Sends messages again, also those from before the endpoint existed. A message that is sent again keeps its id. */
@Service
@Transactional
public class ReplayDeliveries {

    private final Endpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Announcements announcements;
    private final Clock clock;

    ReplayDeliveries(Endpoints endpoints, WebhookDeliveries deliveries, Announcements announcements, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Sends one delivery again.
     *
     * @throws Refusal when the endpoint is not enabled, or the delivery is unknown or being sent
     */
    public void one(String endpoint, String delivery) {
        refuseUnlessEnabled(endpoint);
        deliveries
                .findByIdAndEndpoint(delivery, endpoint)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "webhook.delivery.unknown"));
        if (deliveries.replay(delivery, endpoint, clock.instant()) == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "webhook.refuses.sending");
        }
    }

    /**
     * Sends all announcements of the last {@code ago} that are still stored, in their order, whether they were
     * delivered or not.
     */
    public void since(String endpoint, Duration ago) {
        refuseUnlessEnabled(endpoint);
        announcements.firstSince(clock.instant().minus(ago)).ifPresent(first -> {
            deliveries.replayAll(endpoint, Message.LEVEL_CHANGED, first, clock.instant());
            endpoints.rewind(endpoint, first - 1);
        });
    }

    private void refuseUnlessEnabled(String endpoint) {
        if (!endpoints.get(endpoint).enabled()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "webhook.refuses.disabled");
        }
    }
}
