package io.ordertrail.catalog;

import java.util.Currency;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the whole company.
 *
 * @param currency of its prices and orders (ISO 4217)
 */
@Validated
@ConfigurationProperties("ordertrail.company")
public record Company(@NotNull Currency currency) {}
