package io.ordertrail.order.book;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.ordertrail.refusal.Blanks;

/**
 * Identifies an order everywhere: primary key, business key of its process instance, number that the customer quotes.
 * It has two groups of four characters, such as {@code 7K3M-9WX2}, that are easy to tell apart when spoken or written.
 * The last character is a check character: it detects any single wrong character and any two swapped neighbours.
 */
@Embeddable
public record OrderNumber(@Column(name = "number") String value) {

    /** 23 is prime, so a weighted sum modulo 23 detects the errors that the class comment names. */
    private static final String ALPHABET = "23456789ACEFHJKMNRTWXYZ";

    private static final int LENGTH = 8;

    public OrderNumber {
        if (value == null || !isNumber(value)) {
            throw new IllegalArgumentException("Not an order number");
        }
    }

    /** Draws a random number, so that nodes need no coordination; the primary key refuses a rare duplicate. */
    public static OrderNumber next(RandomGenerator random) {
        var symbols = new StringBuilder(LENGTH);
        random.ints(LENGTH - 1, 0, ALPHABET.length()).forEach(i -> symbols.append(ALPHABET.charAt(i)));
        symbols.append(ALPHABET.charAt(sum(symbols) % ALPHABET.length()));
        return new OrderNumber(symbols.insert(LENGTH / 2, '-').toString());
    }

    /** Reads typed input: any case, with or without the hyphen. Empty when it is no order number. */
    public static Optional<OrderNumber> of(String input) {
        var symbols =
                Blanks.trimmed(input).toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
        if (symbols.length() != LENGTH) {
            return Optional.empty();
        }
        var value = symbols.substring(0, LENGTH / 2) + "-" + symbols.substring(LENGTH / 2);
        return isNumber(value) ? Optional.of(new OrderNumber(value)) : Optional.empty();
    }

    /** The numbers from which one typing error makes the input: a symbol wrong, too many or too few, or two swapped. */
    public static Set<String> resembling(String input) {
        var symbols =
                Blanks.trimmed(input).toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
        if (Math.abs(symbols.length() - LENGTH) > 1) {
            return Set.of();
        }
        var typed = new HashSet<String>();
        for (int i = 0; i <= symbols.length(); i++) {
            var before = symbols.substring(0, i);
            var after = symbols.substring(i);
            var rest = after.isEmpty() ? "" : after.substring(1);
            ALPHABET.chars().mapToObj(Character::toString).forEach(symbol -> {
                typed.add(before + symbol + after);
                typed.add(before + symbol + rest);
            });
            typed.add(before + rest);
            if (after.length() > 1) {
                typed.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        return typed.stream()
                .flatMap(symbolsOfOne -> of(symbolsOfOne).stream())
                .map(OrderNumber::value)
                .collect(Collectors.toSet());
    }

    private static boolean isNumber(String value) {
        return value.matches("[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}") && checks(value.replace("-", ""));
    }

    private static boolean checks(String symbols) {
        var last = symbols.length() - 1;
        return ALPHABET.indexOf(symbols.charAt(last)) == sum(symbols.substring(0, last)) % ALPHABET.length();
    }

    private static int sum(CharSequence symbols) {
        var sum = 0;
        for (int i = 0; i < symbols.length(); i++) {
            sum += (i + 2) * ALPHABET.indexOf(symbols.charAt(i));
        }
        return sum;
    }

    @Override
    public String toString() {
        return value;
    }
}
