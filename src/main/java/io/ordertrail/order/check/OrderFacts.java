package io.ordertrail.order.check;

import java.math.BigDecimal;

/**
 * What the rules decide on.
 *
 * @param freeCredit what the customer may still owe without this order; negative when the limit is passed already
 * @param lowestPricePercent price of the cheapest line in percent of its list price
 * @param likelyDuplicate the same customer ordered the same lines within a day
 * @param missingAddressParts names of the parts that the country needs and the address lacks, separated by commas
 * @param largestQuantityRatio greatest quantity over the median of the customer's last orders of the product; 0 without history
 */
public record OrderFacts(
        BigDecimal orderTotal,
        BigDecimal freeCredit,
        boolean customerBlocked,
        BigDecimal lowestPricePercent,
        boolean likelyDuplicate,
        String missingAddressParts,
        boolean firstOrder,
        BigDecimal largestQuantityRatio) {}
