package io.ordertrail.encryption;

/**
 * How far the rows of a table have been encrypted with a key.
 *
 * @param position the primary key of the last row that is done
 * @param changed how many rows had to be changed
 */
public record EncryptionFill(String table, String key, String position, long changed, boolean done) {

    static EncryptionFill start(String table, String key) {
        return new EncryptionFill(table, key, "", 0, false);
    }

    EncryptionFill at(String to, long more, boolean end) {
        return new EncryptionFill(table, key, to, changed + more, end);
    }
}
