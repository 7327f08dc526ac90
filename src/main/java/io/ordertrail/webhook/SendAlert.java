package io.ordertrail.webhook;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.webhook.Endpoint.State;
import io.ordertrail.webhook.Endpoint.Topic;

/** Has the endpoints that receive alerts told of one. */
@Service
@Transactional
public class SendAlert {

    private static final long LONGEST_RUN = 1000;

    /**
     * That a figure left its bound or is back within it.
     *
     * @param above whether it should not be above the bound; otherwise it should not be below it
     */
    public record AlertNotice(
            String alert,
            Instant at,
            boolean raised,
            String figure,
            BigDecimal value,
            boolean above,
            BigDecimal bound) {}

    private final Endpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Clock clock;

    SendAlert(Endpoints endpoints, WebhookDeliveries deliveries, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** How many endpoints are told of alerts. */
    @Transactional(readOnly = true)
    public int receivers() {
        return receiving().size();
    }

    private List<String> receiving() {
        return endpoints.findByStateOrderById(State.ENABLED).stream()
                .filter(endpoint -> endpoint.topic() == Topic.ALERTS)
                .map(Endpoint::id)
                .toList();
    }

    /**
     * Stores a message for each enabled endpoint that receives alerts.
     *
     * @return how many there are
     */
    public int send(AlertNotice notice) {
        var receivers = receiving();
        receivers.forEach(endpoint -> deliveries.save(
                new WebhookDelivery(endpoint, Message.of(notice, position(endpoint, notice)), clock.instant())));
        return receivers.size();
    }

    /** The microsecond of the message, or the next one that no other message has. */
    private long position(String endpoint, AlertNotice notice) {
        var first = ChronoUnit.MICROS.between(Instant.EPOCH, notice.at());
        var type = notice.raised() ? Message.ALERT_RAISED : Message.ALERT_RESOLVED;
        var taken = deliveries.positions(endpoint, type, first - 1, first + LONGEST_RUN);
        return LongStream.iterate(first, next -> next + 1)
                .filter(next -> !taken.contains(next))
                .findFirst()
                .orElseThrow();
    }
}
