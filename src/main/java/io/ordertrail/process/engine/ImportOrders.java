package io.ordertrail.process.engine;

import java.util.Set;

/**
 * Every name that Java shares with {@code bpmn/import-orders.bpmn}, {@code bpmn/undo-import.bpmn}, {@code
 * bpmn/past-order.bpmn} and their form. The diagrams belong to the product and are no part of a bundle: a bundle says how orders go on, and an upgrade never
 * leaves an older one without imports.
 */
public final class ImportOrders {

    public static final String PROCESS = "importOrders";

    /** Cancels the orders of an import again. */
    public static final String UNDO = "undoImport";

    /** An order that had ended before it came here. */
    public static final String PAST_ORDER = "pastOrder";

    /** The files of these processes, which are deployed together. */
    public static final Set<String> FILES =
            Set.of("import-orders.bpmn", "undo-import.bpmn", "past-order.bpmn", "decide-on-import.form");

    /** The steps of the process. */
    public static final Set<String> DELEGATES = Set.of(
            "checkImportedFileDelegate",
            "enterImportedOrdersDelegate",
            "cancelImportDelegate",
            "cancelImportedOrdersDelegate");

    /** Ids of elements that Java refers to. */
    public static final class Element {
        public static final String DECIDE_ON_IMPORT = "decideOnImport";
    }

    /** Facts that a gateway reads, and the field of the form. */
    public static final class Variable {
        public static final String MORE_TO_CHECK = "moreToCheck";
        public static final String NOTHING_TO_ENTER = "nothingToEnter";
        public static final String DECISION_NEEDED = "decisionNeeded";
        public static final String IMPORT_DECISION = "importDecision";
        public static final String IMPORT_PAUSED = "importPaused";
        public static final String EVERYTHING_ENTERED = "everythingEntered";
        public static final String EVERYTHING_CANCELLED = "everythingCancelled";
    }

    /** Messages that move an import along. */
    public static final class Message {
        public static final String IMPORT_RESUMED = "importResumed";
    }

    private ImportOrders() {}
}
