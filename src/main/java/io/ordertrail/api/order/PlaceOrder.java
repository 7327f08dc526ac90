package io.ordertrail.api.order;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.ordertrail.api.idempotency.IdempotencyClaim;
import io.ordertrail.api.idempotency.IdempotencyKeys;
import io.ordertrail.api.idempotency.StillRunning;
import io.ordertrail.api.idempotency.StoredAnswer;
import io.ordertrail.api.wire.WireJson;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.transaction.RetryOnContention;

/** Enters an order and creates the response in the same transaction, so that neither exists without the other. */
@Service
@RetryOnContention
class PlaceOrder {

    private final EnterOrder enterOrder;
    private final ShowOrder showOrder;
    private final IdempotencyKeys keys;
    private final WireJson json;

    PlaceOrder(EnterOrder enterOrder, ShowOrder showOrder, IdempotencyKeys keys, WireJson json) {
        this.enterOrder = enterOrder;
        this.showOrder = showOrder;
        this.keys = keys;
        this.json = json;
    }

    public StoredAnswer place(NewOrder order) {
        return enterOrder.enter(order, this::answer);
    }

    /**
     * Enters an order and stores the response under the claim's key.
     *
     * @throws StillRunning when another request has taken the claim over; this order is not entered
     */
    public StoredAnswer place(NewOrder order, IdempotencyClaim claim) {
        return enterOrder.enter(order, number -> {
            var answer = answer(number);
            if (!keys.storeAnswer(claim, answer)) {
                throw new StillRunning();
            }
            return answer;
        });
    }

    private StoredAnswer answer(OrderNumber number) {
        return new StoredAnswer(
                HttpStatus.CREATED.value(), "/api/orders/" + number, json.write(showOrder.entered(number)));
    }
}
