package io.ordertrail.api.stream;

/** Nobody else can be kept connected here now. */
class TooManyStreams extends RuntimeException {}
