package io.ordertrail.api.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.ProblemDetail;

import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.stock.booking.Booked;
import io.ordertrail.stock.feed.FeedResult;
import io.ordertrail.stock.ledger.StockMovement;

/** What became of one line of a batch; what does not apply is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchLineResult(
        @Schema(description = "From 1 on") int line,

        @Schema(
                description =
                        "BOOKED or REPEATED for a movement; APPLIED, REPEATED or LATE for a level; REFUSED, and problem says why")
        String outcome,

        @Schema(description = "Our own number of the movement that was booked")
        Long movement,

        @Schema(description = "Pieces by which our stock was changed to the level")
        Integer difference,

        @Schema(description = "The newest sequence of the source for this product and site")
        Long lastSequence,

        @Schema(description = "The first sequence that is missing before this one")
        Long expected,

        LineProblem problem) {

    record LineProblem(String type, String title, int status, String detail, List<Fault> errors) {

        @SuppressWarnings("unchecked")
        static LineProblem of(ProblemDetail problem) {
            var more = problem.getProperties();
            return new LineProblem(
                    problem.getType().toString(),
                    problem.getTitle(),
                    problem.getStatus(),
                    problem.getDetail(),
                    more == null ? List.of() : (List<Fault>) more.getOrDefault("errors", List.of()));
        }
    }

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

    public static BatchLineResult of(int line, FeedResult adopted) {
        var booked = adopted.booked();
        return new BatchLineResult(
                line,
                adopted.outcome().name(),
                idOf(booked),
                booked == null ? null : booked.onHandChange(),
                adopted.lastSequence(),
                adopted.expected(),
                null);
    }

    static BatchLineResult refused(int line, ProblemDetail problem) {
        return new BatchLineResult(line, "REFUSED", null, null, null, null, LineProblem.of(problem));
    }

    private static Long idOf(StockMovement booked) {
        return booked == null ? null : booked.id();
    }
}
