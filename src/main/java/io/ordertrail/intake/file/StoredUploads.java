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

/** The files of imports that are under way, in pieces in a table, so that no file is ever held as a whole. */
@Transactional
public class StoredUploads {

    private static final int PIECE = 1 << 20;

    private final JdbcClient database;
    private final String table;

    protected StoredUploads(JdbcClient database, String table) {
        this.database = database;
        this.table = table;
    }

    public void store(long number, Path file) {
        try (var content = Files.newInputStream(file)) {
            var place = 0;
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                of("insert into %s (import_number, place, content) values (:number, :place, :content)", number)
                        .param("place", place++)
                        .param("content", piece)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return of("select content from %s where import_number = :number and place = :place", number)
                .param("place", place)
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }

    public void delete(long number) {
        of("delete from %s where import_number = :number", number).update();
    }

    private JdbcClient.StatementSpec of(String sql, long number) {
        return database.sql(sql.formatted(table)).param("number", number);
    }
}
