package io.ordertrail.stock.stocktake;

import java.math.BigDecimal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.ordertrail.catalog.Money;

/**
 * The rule of dual control for stocktakes.
 *
 * @param secondPersonAbove amount in the company's currency; variances worth more are approved by a person who neither
 *     counted nor submitted them
 */
@Validated
@ConfigurationProperties("ordertrail.stocktake")
public record ApprovalPolicy(
        @NotNull @PositiveOrZero @DefaultValue("500") BigDecimal secondPersonAbove) {

    public boolean requiresSecondPerson(Money variances) {
        return variances.amount().compareTo(secondPersonAbove) > 0;
    }
}
