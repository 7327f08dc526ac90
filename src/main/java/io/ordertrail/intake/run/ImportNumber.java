package io.ordertrail.intake.run;

import java.util.Optional;
import java.util.regex.Pattern;

/** Identifies an import: its number, and the business key of its process instance, such as {@code IMP-17}. */
public record ImportNumber(long value) {

    private static final Pattern KEY = Pattern.compile("IMP-(\\d{1,18})");

    public String key() {
        return "IMP-" + value;
    }

    public static Optional<ImportNumber> of(String key) {
        var number = KEY.matcher(String.valueOf(key));
        return number.matches() ? Optional.of(new ImportNumber(Long.parseLong(number.group(1)))) : Optional.empty();
    }

    /** Reads the key of a process instance, which no person types. */
    public static ImportNumber get(String key) {
        return of(key).orElseThrow(() -> new IllegalArgumentException("Not an import"));
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
