package io.ordertrail.order.fulfilment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.customer.Customers;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** Decides on a shortage by the customer's policy, so that nobody has to ask the customer. */
@Service
@Transactional
public class ApplyShortagePolicy {

    /** The word for "no policy": sales decides with the customer. */
    private static final String ASK = "ask";

    private final Orders orders;
    private final Customers customers;
    private final Timeline timeline;

    ApplyShortagePolicy(Orders orders, Customers customers, Timeline timeline) {
        this.orders = orders;
        this.customers = customers;
        this.timeline = timeline;
    }

    /**
     * Applies the policy.
     *
     * @param anyAvailable whether any of the goods could be shipped now
     * @param released whether the order had the goods and they were released, because nobody picked them: the policy
     *     would reserve them again for nothing
     * @return {@code ask}, or the word of the decision
     */
    public String apply(OrderNumber number, boolean anyAvailable, boolean released) {
        var policy = customers.get(orders.get(number).customer()).shortagePolicy();
        if (policy == ShortagePolicy.ASK || released) {
            return ASK;
        }
        var decision = decision(policy, anyAvailable).word();
        timeline.noteBy("rule: shortage-policy", number, "decided." + decision, null);
        return decision;
    }

    private static Decision decision(ShortagePolicy policy, boolean anyAvailable) {
        return switch (policy) {
            case CANCEL -> Decision.CANCEL;
            case SHIP_AVAILABLE -> anyAvailable ? Decision.GO_ON : Decision.WAIT;
            default -> Decision.WAIT;
        };
    }
}
