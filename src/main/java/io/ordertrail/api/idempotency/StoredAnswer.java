package io.ordertrail.api.idempotency;

/**
 * The response to a call, stored so that a repeated call returns the same response.
 *
 * @param status HTTP status code
 * @param location value of the Location header
 * @param body JSON
 */
public record StoredAnswer(int status, String location, String body) {}
