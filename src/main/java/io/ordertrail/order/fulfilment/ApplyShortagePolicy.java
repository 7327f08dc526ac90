package io.ordertrail.order.fulfilment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.customer.Customers;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** What the customer always wants when goods are short, so that nobody has to be asked. */
@Service
@Transactional
public class ApplyShortagePolicy {

    /** The word for "the customer left it to us": no decision yet. */
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
     * @param somethingThere whether any of the goods could be sent now
     * @return {@code ask}, or the word of the decision
     */
    public String consult(OrderNumber number, boolean somethingThere) {
        var wish = customers.get(orders.get(number).customer()).shortageWish();
        if (wish == ShortagePolicy.ASK) {
            return ASK;
        }
        var decision = decision(wish, somethingThere).word();
        timeline.noteBy("rule: shortage-wish", number, "decided." + decision, null);
        return decision;
    }

    private static Decision decision(ShortagePolicy wish, boolean somethingThere) {
        return switch (wish) {
            case CANCEL -> Decision.CANCEL;
            case SHIP_AVAILABLE -> somethingThere ? Decision.GO_ON : Decision.WAIT;
            default -> Decision.WAIT;
        };
    }
}
