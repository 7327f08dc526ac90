package io.ordertrail.order.entry;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.ClaimedWork;
import io.ordertrail.order.book.ClaimedWork.Work;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderChanges;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.ExpectedVersion;

/** Applies the corrections of sales to an order that review returned. The task resubmits the order. */
@Service
@Transactional
public class CorrectOrder {

    private final ValidateOrder validateOrder;
    private final LookUpMasterData lookUp;
    private final Orders orders;
    private final OrderChanges changes;
    private final ClaimedWork claimedWork;

    CorrectOrder(
            ValidateOrder validateOrder,
            LookUpMasterData lookUp,
            Orders orders,
            OrderChanges changes,
            ClaimedWork claimedWork) {
        this.validateOrder = validateOrder;
        this.lookUp = lookUp;
        this.orders = orders;
        this.changes = changes;
        this.claimedWork = claimedWork;
    }

    /** Corrects the order, whatever it holds. */
    public void correct(OrderNumber number, NewOrder corrected) {
        correct(number, corrected, ExpectedVersion.ANY);
    }

    /**
     * Customer, channel and reference stay as entered, and so do lines that the correction does not change.
     *
     * @param expected the version of the order from which the correction starts
     * @throws io.ordertrail.refusal.StaleVersion when somebody else changed the order meanwhile
     */
    public void correct(OrderNumber number, NewOrder corrected, ExpectedVersion expected) {
        claimedWork.requireUnclaimed(Work.CORRECTION, number);
        var order = orders.get(number);
        expected.refuseOther(order.version());
        var before = changes.before(order);
        Checked.refuseIfAny(validateOrder.faults(corrected, order.requestedDelivery()));
        order.correct(corrected, lookUp.of(List.of(corrected)).corrected(corrected, order.lines()));
        changes.record(order, before, "corrected");
    }
}
