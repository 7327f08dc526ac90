package io.ordertrail.report.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names for the people in one file: the same person has the same name, and nobody can tell who it is. Rules, timers and
 * the product itself are no people.
 */
final class Pseudonyms {

    private static final List<String> NO_PEOPLE = List.of("rule: ", "timer: ");
    private static final String ORDERTRAIL = "ordertrail";

    private final boolean named;
    private final Map<String, String> pseudonyms = new HashMap<>();

    /** With names if the reader chose them. */
    Pseudonyms(boolean named) {
        this.named = named;
    }

    String of(String actor) {
        return named || actor.equals(ORDERTRAIL) || NO_PEOPLE.stream().anyMatch(actor::startsWith)
                ? actor
                : pseudonyms.computeIfAbsent(actor, name -> "person-" + (pseudonyms.size() + 1));
    }
}
