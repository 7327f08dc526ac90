package io.ordertrail.order.check;

import java.math.BigDecimal;

/**
 * The facts that the rules decide on. Amounts are in the company's currency.
 *
 * @param freeCredit credit limit minus the total of the other open orders; negative when the limit is exceeded
 * @param lowestPricePercent lowest price of a line after discount, in percent of its list price
 * @param discountAllowed how far below list the customer may buy without a review, in percent
 * @param likelyDuplicate the same customer ordered the same lines within a day
 * @param missingAddressParts names of the parts that the country requires and the address lacks, separated by commas
 * @param largestQuantityRatio largest ratio of a quantity to the median of the customer's last orders of the product; 0
 *     without history
 */
public record OrderFacts(
        BigDecimal orderTotal,
        BigDecimal freeCredit,
        boolean customerBlocked,
        BigDecimal lowestPricePercent,
        BigDecimal discountAllowed,
        boolean likelyDuplicate,
        String missingAddressParts,
        boolean firstOrder,
        BigDecimal largestQuantityRatio) {}
