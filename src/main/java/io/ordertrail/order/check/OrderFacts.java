package io.ordertrail.order.check;

import java.math.BigDecimal;
import java.util.Map;

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
 * @param country of the delivery address (ISO 3166), empty when it has none; so is the region
 * @param channel by which the order came
 * @param priority HIGH, NORMAL or LOW: the order's own, or else the customer's
 * @param categoryShares share of each product category in the order's total, in percent
 * @param requestedDeliveryDays from the day of entry to the day that the customer requests; null without a request
 * @param weekday of the entry in the company's time zone: MONDAY to SUNDAY
 * @param hour of the entry in the company's time zone, 0 to 23
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
        BigDecimal largestQuantityRatio,
        String country,
        String region,
        String channel,
        String priority,
        Map<String, BigDecimal> categoryShares,
        Long requestedDeliveryDays,
        int numberOfLines,
        String weekday,
        int hour) {}
