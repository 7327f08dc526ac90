package io.ordertrail.stock.replenishment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code ordertrail.replenishment}.
 *
 * @param checkInterval how often the reorder check runs
 * @param snooze the snooze time after which a buyer is asked again about a stock level below its reorder point
 */
@ConfigurationProperties("ordertrail.replenishment")
public record ReplenishmentSettings(Duration checkInterval, Duration snooze) {}
