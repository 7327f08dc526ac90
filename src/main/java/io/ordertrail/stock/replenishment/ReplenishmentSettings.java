package io.ordertrail.stock.replenishment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code ordertrail.replenishment}.
 *
 * @param look how often shelves under their reorder points are looked for
 * @param askAgain after which time a buyer is asked again about a shelf that is still under its point
 */
@ConfigurationProperties("ordertrail.replenishment")
public record ReplenishmentSettings(Duration look, Duration askAgain) {}
