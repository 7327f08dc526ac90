package io.ordertrail.platform.operation;

import java.util.List;

/** The application cannot start with its settings. The message tells the operator everything. */
class WrongSettings extends RuntimeException {

    WrongSettings(List<String> faults) {
        super("Ordertrail does not start, because of its settings:\n  - " + String.join("\n  - ", faults));
    }
}
