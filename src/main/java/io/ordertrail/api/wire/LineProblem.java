package io.ordertrail.api.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.http.ProblemDetail;

import io.ordertrail.refusal.InvalidInput.Fault;

/**
 * The problem of one line of a batch.
 *
 * @param order number of the order that already has the external reference; left out for any other problem
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineProblem(String type, String title, int status, String detail, List<Fault> errors, String order) {

    @SuppressWarnings("unchecked")
    public static LineProblem of(ProblemDetail problem) {
        var properties = Optional.ofNullable(problem.getProperties()).orElse(Map.of());
        return new LineProblem(
                problem.getType().toString(),
                problem.getTitle(),
                problem.getStatus(),
                problem.getDetail(),
                (List<Fault>) properties.getOrDefault("errors", List.of()),
                (String) properties.get("order"));
    }
}
