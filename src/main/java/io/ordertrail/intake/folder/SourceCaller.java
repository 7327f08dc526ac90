package io.ordertrail.intake.folder;

/** Runs work in the name of a source, without any right of its own: what is for managers alone stays as it is. */
public interface SourceCaller {

    void run(String source, Runnable work);
}
