package io.ordertrail.intake.record;

import java.util.Arrays;
import java.util.Locale;

import io.ordertrail.refusal.Refusal;

/** What a file can hold other than orders. */
public enum RecordKind {
    CUSTOMERS,
    PRODUCTS,
    STOCK,
    PURCHASES,
    /** What partners call our products and customers. */
    PARTNERS;

    /** The last part of the address of its pages. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The address of the page that lists the records. */
    public String page() {
        return switch (this) {
            case PURCHASES -> "/replenishment";
            case PARTNERS -> "/partner-numbers";
            default -> "/" + path();
        };
    }

    public static RecordKind at(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "record.unknown", path));
    }
}
