package io.ordertrail.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.ProblemDetail;

import io.ordertrail.stock.booking.Booked;
import io.ordertrail.stock.feed.FeedResult;
import io.ordertrail.stock.ledger.StockMovement;

/** The result of one line of a batch; fields that do not apply are left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchLineResult(
        @Schema(description = "Number of the line, starting at 1")
        int line,

        @Schema(
                description =
                        "BOOKED or REPEATED for a movement; APPLIED, REPEATED or LATE for a level; REFUSED with the reason in problem")
        String outcome,

        @Schema(description = "Ordertrail's number of the booked movement")
        Long movement,

        @Schema(description = "Change of the stock on hand in units")
        Integer difference,

        @Schema(description = "The highest sequence of the source for this product and site")
        Long lastSequence,

        @Schema(description = "The first missing sequence before this one")
        Long expected,

        LineProblem problem) {

    public static BatchLineResult of(int line, Booked booked) {
        return new BatchLineResult(
                line,
                booked.repeated() ? "REPEATED" : "BOOKED",
                booked.movement().id(),
                null,
                null,
                null,
                null);
    }

    public static BatchLineResult of(int line, FeedResult result) {
        var booked = result.booked();
        return new BatchLineResult(
                line,
                result.outcome().name(),
                idOf(booked),
                booked == null ? null : booked.onHandChange(),
                result.lastSequence(),
                result.expected(),
                null);
    }

    static BatchLineResult refused(int line, ProblemDetail problem) {
        return new BatchLineResult(line, "REFUSED", null, null, null, null, LineProblem.of(problem));
    }

    private static Long idOf(StockMovement booked) {
        return booked == null ? null : booked.id();
    }
}
