package io.ordertrail.catalog;

import java.time.ZoneId;
import java.util.Currency;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the whole company.
 *
 * @param currency of its prices and orders (ISO 4217)
 * @param timeZone in which it works; rules on weekdays and hours of entry use it
 */
@Validated
@ConfigurationProperties("ordertrail.company")
public record Company(
        @NotNull Currency currency, @DefaultValue("UTC") ZoneId timeZone) {}
