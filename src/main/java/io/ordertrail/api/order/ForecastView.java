package io.ordertrail.api.order;

import java.time.Instant;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.report.forecast.Expected;

/**
 * When an order is likely to be received.
 *
 * @param expected null when the order has ended, or when too few orders like it are known
 * @param calibration how many percent of past orders that the forecast did not know were received by their time
 *     {@code ninetyPercentBy}; 90 would be right; null when there are too few
 * @param off whether the calibration is below 85 or above 95, so that nobody should rely on the times
 */
record ForecastView(
        String number,
        OrderState state,
        Instant stateSince,
        ExpectedReceipt expected,
        String calibration,
        boolean off) {

    /**
     * The two times of an expected receipt.
     *
     * @param halfBy half of the orders like it were received earlier
     * @param ninetyPercentBy nine of ten orders like it were received earlier
     * @param orders how many orders like it are known
     */
    record ExpectedReceipt(Instant halfBy, Instant ninetyPercentBy, int orders) {

        static ExpectedReceipt of(Expected expected) {
            return new ExpectedReceipt(expected.median(), expected.ninety(), expected.orders());
        }
    }
}
