package io.ordertrail.api.idempotency;

/** What a call was answered, as it is told again to whoever asks the same. @param body JSON */
public record StoredAnswer(int status, String location, String body) {}
