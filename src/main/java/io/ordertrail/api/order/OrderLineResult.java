package io.ordertrail.api.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;

import io.ordertrail.api.wire.LineProblem;
import io.ordertrail.order.book.OrderState;

/** The result of one line of a batch of orders; fields that do not apply are left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderLineResult(
        @Schema(description = "Number of the line, starting at 1")
        int line,

        @Schema(description = "ENTERED, or REFUSED with the reason in problem")
        String outcome,

        @Schema(description = "Number of the order") String number,

        @Schema(description = "State of the order when it was entered")
        OrderState state,

        LineProblem problem) {

    static OrderLineResult entered(int line, String number, OrderState state) {
        return new OrderLineResult(line, "ENTERED", number, state, null);
    }

    static OrderLineResult refused(int line, LineProblem problem) {
        return new OrderLineResult(line, "REFUSED", null, null, problem);
    }
}
