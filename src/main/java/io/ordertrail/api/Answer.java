package io.ordertrail.api;

/** What a call was answered, as it is told again to whoever asks the same. @param body JSON */
record Answer(int status, String location, String body) {
}
