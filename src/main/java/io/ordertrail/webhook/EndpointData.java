package io.ordertrail.webhook;

import io.ordertrail.refusal.Text;

/** An endpoint as a person hands it in. @param sku of which product alone, null for all @param site likewise */
public record EndpointData(
        @Text(max = 1000, required = true) String address,
        @Text(max = 40) String sku,
        @Text(max = 20) String site) {}
