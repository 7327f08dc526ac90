package io.ordertrail.intake.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.RowKey;
import io.ordertrail.encryption.SealedBytes;

/**
 * The files of imports that are under way, in pieces in a table, so that no file is ever held as a whole. Each piece is
 * encrypted for its import and its place.
 */
@Transactional
public class StoredUploads {

    private static final int PIECE = 1 << 20;
    private static final String CONTENT = "content";

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final EncryptedTable table;

    protected StoredUploads(JdbcClient database, FieldCipher cipher, EncryptedTable table) {
        this.database = database;
        this.cipher = cipher;
        this.table = table;
    }

    /** A table of such files: the column beside the content names the key, and a file is gone within weeks. */
    protected static EncryptedTable table(String name) {
        return EncryptedTable.shortLived(
                name, RowKey.number("import_number").then(RowKey.number("place")), "sealed_with");
    }

    public void store(long number, Path file) {
        try (var content = Files.newInputStream(file)) {
            var place = 0;
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                store(number, place++, piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void store(long number, int place, byte[] piece) {
        var sealed = cipher.seal(table.place(CONTENT, number, place), piece);
        of("""
            insert into %s (import_number, place, content, sealed_with)
            values (:number, :place, :content, :key)\
            """, number)
                .param("place", place)
                .param(CONTENT, sealed.content())
                .param("key", sealed.key())
                .update();
    }

    /** The file of an import, read piece by piece from the database. */
    public Content content(long number) {
        return place -> {
            var in = new SequenceInputStream(pieces(number, (int) (place / PIECE)));
            in.skipNBytes(place % PIECE);
            return in;
        };
    }

    private Enumeration<InputStream> pieces(long number, int first) {
        return new Enumeration<>() {

            private int place = first;
            private Optional<byte[]> next = piece(number, first);

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                var piece = next.orElseThrow();
                next = piece(number, ++place);
                return new ByteArrayInputStream(piece);
            }
        };
    }

    private Optional<byte[]> piece(long number, int place) {
        return of("select content, sealed_with from %s where import_number = :number and place = :place", number)
                .param("place", place)
                .query((row, index) -> cipher.open(
                        table.place(CONTENT, number, place),
                        new SealedBytes(row.getBytes(CONTENT), row.getString("sealed_with"))))
                .optional();
    }

    public void delete(long number) {
        of("delete from %s where import_number = :number", number).update();
    }

    private JdbcClient.StatementSpec of(String sql, long number) {
        return database.sql(sql.formatted(table.table())).param("number", number);
    }
}
