package io.ordertrail.api.problem;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.dao.DataIntegrityViolationException;

/** Finds the field of the input that a violated constraint of the database is about. */
final class ViolatedConstraint {

    private static final Pattern WORD = Pattern.compile("\\w+");

    /** What only input violates. A violation of any other constraint is a fault of ours. */
    private static final Map<String, String> FIELDS = Map.of(
            "order_reference_once", "/externalReference",
            "order_of_customer", "/customer",
            "line_of_product", "/lines",
            "line_quantity", "/lines",
            "line_price", "/lines",
            "line_discount", "/lines",
            "movement_once", "/id",
            "stock_of_product", "/sku",
            "stock_at_site", "/site");

    /** Returns the JSON pointer of the field. */
    static Optional<String> fieldOf(Exception failure) {
        return failure instanceof DataIntegrityViolationException
                ? Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                        .flatMap(cause -> words(String.valueOf(cause.getMessage())))
                        .map(FIELDS::get)
                        .filter(field -> field != null)
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<String> words(String message) {
        return WORD.matcher(message).results().map(word -> word.group().toLowerCase(Locale.ROOT));
    }

    private ViolatedConstraint() {}
}
