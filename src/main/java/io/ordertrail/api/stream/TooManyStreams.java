package io.ordertrail.api.stream;

/** This node cannot accept another stock stream connection now. */
class TooManyStreams extends RuntimeException {}
