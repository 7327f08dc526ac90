package io.ordertrail.externalstock;

/** The external stock system did not answer, or its answer is not usable: the result of the call is not known. */
class ExternalStockFailure extends RuntimeException {

    ExternalStockFailure(String message) {
        super(message);
    }

    ExternalStockFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
