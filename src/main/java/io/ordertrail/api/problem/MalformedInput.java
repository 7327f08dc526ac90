package io.ordertrail.api.problem;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;

import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;

/** Describes where a body could not be read and how to fix it. */
public final class MalformedInput {

    static ProblemDetail body(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() == null ? missing() : of(unreadable.getCause(), 1);
    }

    public static ProblemDetail missing() {
        return malformed(Sentence.of("input.json.missing"));
    }

    public static ProblemDetail unreadable() {
        return malformed(Sentence.of("input.json.unreadable"));
    }

    /**
     * Describes why a JSON text could not be read.
     *
     * @param line line of the body on which the JSON text starts
     */
    public static ProblemDetail of(Throwable cause, int line) {
        var syntax = syntax(cause);
        if (syntax != null) {
            return malformed(sentence(syntax, line));
        }
        return cause instanceof JsonMappingException mapping ? Problem.invalid(List.of(fault(mapping))) : unreadable();
    }

    /** Finds the parser's own exception, which Jackson wraps when it occurs inside an object. */
    private static JsonProcessingException syntax(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException
                    || cause instanceof StreamReadException
                            && !(cause instanceof InputCoercionException)
                            && !(cause instanceof MismatchedInputException)) {
                return (JsonProcessingException) cause;
            }
        }
        return null;
    }

    private static String sentence(JsonProcessingException syntax, int line) {
        if (syntax instanceof StreamConstraintsException) {
            return Sentence.of("input.json.limits");
        }
        var at = syntax.getLocation();
        var key =
                syntax.getOriginalMessage().startsWith("Duplicate field") ? "input.json.twice" : "input.json.malformed";
        return at == null
                ? Sentence.of("input.json.unreadable")
                : Sentence.of(key, line - 1 + at.getLineNr(), at.getColumnNr());
    }

    private static Fault fault(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            var known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : String.join(
                            ", ",
                            unknown.getKnownPropertyIds().stream()
                                    .map(Object::toString)
                                    .toList());
            return new Fault(
                    pointer(mapping), Sentence.of("input.json.unknown-field", unknown.getPropertyName(), known));
        }
        return new Fault(pointer(mapping), ExpectedValue.of(expected(mapping)));
    }

    private static Class<?> expected(JsonMappingException mapping) {
        if (mapping instanceof MismatchedInputException mismatch) {
            return mismatch.getTargetType();
        }
        return mapping.getCause() instanceof InputCoercionException overflow ? overflow.getTargetType() : null;
    }

    private static String pointer(JsonMappingException mapping) {
        var pointer = new StringBuilder();
        mapping.getPath()
                .forEach(step -> pointer.append('/')
                        .append(
                                step.getFieldName() == null
                                        ? step.getIndex()
                                        : step.getFieldName().replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }

    private static ProblemDetail malformed(String sentence) {
        return Problem.of(HttpStatus.BAD_REQUEST, "json", sentence);
    }

    private MalformedInput() {}
}
