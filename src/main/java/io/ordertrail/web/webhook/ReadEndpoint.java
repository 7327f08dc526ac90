package io.ordertrail.web.webhook;

import java.util.Map;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.webhook.Endpoints;
import io.ordertrail.webhook.WebhookDeliveries;

/** Reads an endpoint, its deliveries and its changes for its page. */
@Component
class ReadEndpoint {

    private static final Limit SHOWN = Limit.of(50);

    private final Endpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Changes changes;

    ReadEndpoint(Endpoints endpoints, WebhookDeliveries deliveries, Changes changes) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.changes = changes;
    }

    Map<String, Object> page(String id) {
        return Map.of(
                "endpoint",
                endpoints.get(id),
                "deliveries",
                deliveries.findByEndpointOrderByCreatedAtDescPositionDesc(id, SHOWN),
                "unfinished",
                deliveries.unfinished(id),
                "changes",
                changes.newest(Kind.WEBHOOK, id));
    }
}
