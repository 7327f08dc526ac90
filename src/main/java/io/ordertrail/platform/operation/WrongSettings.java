package io.ordertrail.platform.operation;

import java.util.List;

/** The application cannot start like this; its message is all that a person needs to read. */
class WrongSettings extends RuntimeException {

    WrongSettings(List<String> faults) {
        super("Ordertrail does not start, because of its settings:\n  - " + String.join("\n  - ", faults));
    }
}
