package io.ordertrail.externalstock;

/** The stock system did not answer, or not what can be acted on: what became of the question is not known. */
class NoGoodAnswer extends RuntimeException {

  NoGoodAnswer(String sentence) {
    super(sentence);
  }

  NoGoodAnswer(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
