package io.ordertrail.change;

import java.time.Instant;
import java.util.List;

import io.ordertrail.change.Subject.Kind;

/**
 * Which changes are looked for.
 *
 * @param subject empty for all
 * @param actor empty for everybody
 * @param until the first moment that is not included
 */
public record Sought(List<Kind> kinds, String subject, String actor, Instant from, Instant until) {}
