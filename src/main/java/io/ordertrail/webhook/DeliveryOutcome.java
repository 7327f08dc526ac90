package io.ordertrail.webhook;

/**
 * The outcome of one attempt to deliver a message.
 *
 * @param status the HTTP status of the response, null when there was no response
 * @param problem why the attempt failed, null when it succeeded
 */
record DeliveryOutcome(Integer status, Problem problem) {

    /** Why an attempt failed. Each has a sentence in the message bundles. */
    enum Problem {
        STATUS,
        REDIRECT,
        GONE,
        TIMEOUT,
        UNKNOWN_HOST,
        INTERNAL,
        TLS,
        CONNECTION,
        SECRET
    }

    static DeliveryOutcome answered(int status) {
        return new DeliveryOutcome(status, problem(status));
    }

    static DeliveryOutcome failed(Problem problem) {
        return new DeliveryOutcome(null, problem);
    }

    boolean delivered() {
        return problem == null;
    }

    private static Problem problem(int status) {
        if (status >= 200 && status < 300) {
            return null;
        }
        if (status == 410) {
            return Problem.GONE;
        }
        return status >= 300 && status < 400 ? Problem.REDIRECT : Problem.STATUS;
    }
}
