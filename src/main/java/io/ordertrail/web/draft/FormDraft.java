package io.ordertrail.web.draft;

import java.time.Instant;

/**
 * What a person has typed into a form and not sent yet.
 *
 * @param content the fields as the browser wrote them, in JSON
 */
public record FormDraft(String content, Instant savedAt) {}
