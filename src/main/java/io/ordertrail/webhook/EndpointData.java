package io.ordertrail.webhook;

import io.ordertrail.refusal.Text;

/**
 * An endpoint as a person enters it.
 *
 * @param topic what it receives
 * @param sku the only product whose changes are sent, null for all products
 * @param site the only site whose changes are sent, null for all sites
 */
public record EndpointData(
        @Text(max = 1000, required = true) String address,
        Endpoint.Topic topic,
        @Text(max = 40) String sku,
        @Text(max = 20) String site) {}
