package io.ordertrail.approval;

import java.math.BigDecimal;
import java.time.Duration;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The rules of dual control.
 *
 * @param secondPerson false for a company of one person: every change takes effect at once, and everybody approves what
 *     they counted
 * @param creditLimitAbove amount in the company's currency; a credit limit that changes by more waits for approval
 * @param listPriceAbove in percent of the list price; a list price that changes by more waits for approval
 * @param discountAbove in percentage points; an allowed discount that changes by more waits for approval
 * @param expiresAfter how long a change or a stocktake waits for approval
 */
@Validated
@ConfigurationProperties("ordertrail.approval")
public record ApprovalSettings(
        @DefaultValue("true") boolean secondPerson,
        @NotNull @PositiveOrZero @DefaultValue("1000") BigDecimal creditLimitAbove,
        @NotNull @PositiveOrZero @DefaultValue("10") BigDecimal listPriceAbove,
        @NotNull @PositiveOrZero @DefaultValue("5") BigDecimal discountAbove,
        @NotNull @DefaultValue("P7D") Duration expiresAfter) {}
