package io.ordertrail.api.order;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

import io.ordertrail.api.idempotency.IdempotencyKeys;
import io.ordertrail.api.idempotency.StillRunning;
import io.ordertrail.api.idempotency.StoredAnswer;
import io.ordertrail.api.problem.FailureProblem;
import io.ordertrail.api.problem.Problem;
import io.ordertrail.api.wire.LineProblem;
import io.ordertrail.api.wire.WireJson;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrders;

/** Writes the result of one line of a batch of orders, and stores it under the line's idempotency key. */
@Component
class AnswerLine {

    private final Orders orders;
    private final IdempotencyKeys keys;
    private final WireJson json;

    AnswerLine(Orders orders, IdempotencyKeys keys, WireJson json) {
        this.orders = orders;
        this.keys = keys;
        this.json = json;
    }

    /**
     * Runs in the transaction of the entry.
     *
     * @throws StillRunning when another request has taken the claim over; this order is not entered
     */
    String entered(PlacedLine line, OrderNumber number) {
        var text = json.write(OrderLineResult.entered(
                line.line().number(), number.value(), orders.get(number).state()));
        var answer = new StoredAnswer(HttpStatus.CREATED.value(), "/api/orders/" + number, text);
        if (line.claim() != null && !keys.storeAnswer(line.claim(), answer)) {
            throw new StillRunning();
        }
        return text;
    }

    /** A line that was not entered frees its key: it may be sent again. */
    String of(PlacedLine line, EnterOrders.Result<String> result) {
        if (result.failure() == null) {
            return result.answer();
        }
        release(line);
        return refused(line, FailureProblem.of(result.failure()));
    }

    /** The result of a line that is unreadable, or that was sent before. */
    String notEntered(PlacedLine line) {
        if (line.line().problem() != null) {
            release(line);
            return refused(line, line.line().problem());
        }
        return line.begun().answer() == null
                ? refused(line, Problem.of(line.begun().refusal()))
                : line.begun().answer().body();
    }

    private String refused(PlacedLine line, ProblemDetail problem) {
        return json.write(OrderLineResult.refused(line.line().number(), LineProblem.of(problem)));
    }

    private void release(PlacedLine line) {
        if (line.claim() != null) {
            keys.release(line.claim());
        }
    }
}
