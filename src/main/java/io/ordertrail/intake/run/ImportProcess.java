package io.ordertrail.intake.run;

/** What the process of an import is told. The process package implements it. */
public interface ImportProcess {

    void start(ImportNumber number);

    /**
     * Completes the task in which a person decides.
     *
     * @throws io.ordertrail.refusal.Refusal when nothing is to be decided, or a colleague has claimed the task
     */
    void decide(ImportNumber number, ImportDecision decision);

    /** Goes on after a pause. */
    void resume(ImportNumber number);

    /** Has the orders of the import cancelled. */
    void undo(ImportNumber number);
}
