package io.ordertrail.catalog;

import java.util.Currency;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What holds for the whole company.
 *
 * @param currency the one in which it prices and sells (ISO 4217)
 */
@Validated
@ConfigurationProperties("ordertrail.company")
public record Company(@NotNull Currency currency) {}
