package io.ordertrail.process.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** The content of a file, by its SHA-256. */
@Entity
@Table(name = "process_file")
@Immutable
class StoredFile {

    private static final int LONGEST = 16_777_215;

    @Id
    private String hash;

    @Lob
    @Column(length = LONGEST)
    private byte[] content;

    protected StoredFile() {
        // JPA
    }

    StoredFile(byte[] content) {
        this.hash = hash(content);
        this.content = content.clone();
    }

    String hash() {
        return hash;
    }

    byte[] content() {
        return content.clone();
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
