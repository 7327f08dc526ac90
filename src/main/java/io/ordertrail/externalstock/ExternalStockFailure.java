package io.ordertrail.externalstock;

/** The stock system did not answer, or not what can be acted on: what became of the question is not known. */
class ExternalStockFailure extends RuntimeException {

    ExternalStockFailure(String sentence) {
        super(sentence);
    }

    ExternalStockFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
