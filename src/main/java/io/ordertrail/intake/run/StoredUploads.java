package io.ordertrail.intake.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of imports that are under way, in pieces, so that no file is ever held as a whole. */
@Component
@Transactional
class StoredUploads {

    private static final int PIECE = 1 << 20;

    private final JdbcClient database;

    StoredUploads(JdbcClient database) {
        this.database = database;
    }

    void store(ImportNumber number, Path file) {
        try (var content = Files.newInputStream(file)) {
            var place = 0;
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                database.sql("insert into order_import_piece (import_number, place, content) values (:number,"
                                + " :place, :content)")
                        .param("number", number.value())
                        .param("place", place++)
                        .param("content", piece)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the file to this machine. The caller deletes the copy. */
    @Transactional(readOnly = true)
    public Path copyOf(ImportNumber number) {
        try {
            var copy = Files.createTempFile("import", null);
            for (var piece = piece(number, 0); piece != null; piece = piece(number, piece.place() + 1)) {
                Files.write(copy, piece.content(), StandardOpenOption.APPEND);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path copy) {
        try {
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Piece(int place, byte[] content) {}

    private Piece piece(ImportNumber number, int place) {
        return database.sql("select content from order_import_piece where import_number = :number and place = :place")
                .param("number", number.value())
                .param("place", place)
                .query((row, index) -> new Piece(place, row.getBytes("content")))
                .optional()
                .orElse(null);
    }

    void delete(ImportNumber number) {
        database.sql("delete from order_import_piece where import_number = :number")
                .param("number", number.value())
                .update();
    }
}
