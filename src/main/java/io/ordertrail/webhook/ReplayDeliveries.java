package io.ordertrail.webhook;

import java.time.Clock;
import java.time.Duration;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.announcement.Announcements;

/** Sends again what was sent, or what an endpoint missed before it was there. The same message carries the same id as before. */
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

    public void one(String endpoint, String delivery) {
        refuseUnlessEnabled(endpoint);
        deliveries
                .findByIdAndEndpoint(delivery, endpoint)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "webhook.delivery.unknown"));
        if (deliveries.again(delivery, endpoint, clock.instant()) == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "webhook.refuses.sending");
        }
    }

    /** Everything that was announced in the last so many hours and is still kept, in its order, be it delivered before or not. */
    public void since(String endpoint, Duration ago) {
        refuseUnlessEnabled(endpoint);
        announcements.firstSince(clock.instant().minus(ago)).ifPresent(first -> {
            deliveries.allAgain(endpoint, Message.LEVEL_CHANGED, first, clock.instant());
            endpoints.readAgain(endpoint, first - 1);
        });
    }

    private void refuseUnlessEnabled(String endpoint) {
        if (!endpoints.get(endpoint).enabled()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "webhook.refuses.disabled");
        }
    }
}
