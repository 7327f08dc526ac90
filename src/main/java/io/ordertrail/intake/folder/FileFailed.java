package io.ordertrail.intake.folder;

/**
 * A file of a watched folder failed.
 *
 * @param owner of its source
 * @param message what is wrong and what to do
 */
public record FileFailed(String source, String owner, String name, String message) {}
