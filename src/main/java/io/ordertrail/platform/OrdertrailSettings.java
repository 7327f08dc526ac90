package io.ordertrail.platform;

import jakarta.validation.constraints.NotNull;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a company decides once.
 *
 * @param demo whether the house starts with the demo company and its people
 * @param currency the one currency of all prices
 */
@Validated
@ConfigurationProperties("ordertrail")
public record OrdertrailSettings(@DefaultValue("true") boolean demo, @NotNull Currency currency) {
}
