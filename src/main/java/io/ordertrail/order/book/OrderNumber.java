package io.ordertrail.order.book;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Names an order everywhere: primary key, business key of its process instance, what the customer quotes.
 * Two groups of four, such as {@code 7K3M-9WX2}, in characters that are not mistaken for each other when spoken or written.
 * The last character checks the others: any single wrong one, and any two neighbours swapped, are noticed.
 */
@Embeddable
public record OrderNumber(@Column(name = "number") String value) {

    /** 23 is prime, so the weighted sum modulo it notices what the class comment promises. */
    private static final String ALPHABET = "23456789ACEFHJKMNRTWXYZ";

    private static final int LENGTH = 8;

    public OrderNumber {
        if (value == null || !isNumber(value)) {
            throw new IllegalArgumentException("Not an order number");
        }
    }

    /** Drawn at random, so that nodes need not ask each other; the primary key refuses the rare one that is taken. */
    public static OrderNumber next(RandomGenerator random) {
        var symbols = new StringBuilder(LENGTH);
        random.ints(LENGTH - 1, 0, ALPHABET.length()).forEach(i -> symbols.append(ALPHABET.charAt(i)));
        symbols.append(ALPHABET.charAt(sum(symbols) % ALPHABET.length()));
        return new OrderNumber(symbols.insert(LENGTH / 2, '-').toString());
    }

    /** Reads what a person typed: any case, with or without the hyphen. */
    public static Optional<OrderNumber> of(String typed) {
        var symbols = typed.strip().toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
        if (symbols.length() != LENGTH) {
            return Optional.empty();
        }
        var value = symbols.substring(0, LENGTH / 2) + "-" + symbols.substring(LENGTH / 2);
        return isNumber(value) ? Optional.of(new OrderNumber(value)) : Optional.empty();
    }

    private static boolean isNumber(String value) {
        return value.matches("[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}") && checks(value.replace("-", ""));
    }

    private static boolean checks(String symbols) {
        var check = symbols.length() - 1;
        return ALPHABET.indexOf(symbols.charAt(check)) == sum(symbols.substring(0, check)) % ALPHABET.length();
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
