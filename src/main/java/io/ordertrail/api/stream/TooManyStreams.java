package io.ordertrail.api.stream;

/** This node cannot accept another stock stream connection now, from anybody or from this person. */
class TooManyStreams extends RuntimeException {

    private final boolean isOfOnePerson;

    TooManyStreams(boolean isOfOnePerson) {
        this.isOfOnePerson = isOfOnePerson;
    }

    boolean isOfOnePerson() {
        return isOfOnePerson;
    }
}
