package io.ordertrail.api;

/** Nobody else can be kept connected here now. */
class StreamsFull extends RuntimeException {
}
