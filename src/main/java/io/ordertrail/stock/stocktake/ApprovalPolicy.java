package io.ordertrail.stock.stocktake;

import java.math.BigDecimal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.ordertrail.catalog.Money;

/** Four eyes. @param secondPersonAbove differences worth more than this are approved by somebody who neither counted nor submitted them */
@Validated
@ConfigurationProperties("ordertrail.stocktake")
public record ApprovalPolicy(
        @NotNull @PositiveOrZero @DefaultValue("500") BigDecimal secondPersonAbove) {

    public boolean isNeededFor(Money differences) {
        return differences.amount().compareTo(secondPersonAbove) > 0;
    }
}
