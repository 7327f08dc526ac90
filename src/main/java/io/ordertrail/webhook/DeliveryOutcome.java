package io.ordertrail.webhook;

/** What came of one try. @param status of the answer, null where there was none @param problem why it failed, null where it did not */
record DeliveryOutcome(Integer status, Problem problem) {

    /** Why a try failed; each is a sentence of the bundles. */
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
