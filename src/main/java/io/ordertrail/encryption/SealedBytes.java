package io.ordertrail.encryption;

/**
 * A part of a file as it is stored.
 *
 * @param key how the column beside it names the key, so that a key is found to be needed; null for a part from before there
 *     was encryption, which is in the clear
 */
public record SealedBytes(byte[] content, String key) {}
