package io.ordertrail.intake.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of imports of records that are not ended, in pieces, so that no file is held as a whole. */
@Component
@Transactional
class RecordUploads {

    private static final int PIECE = 1 << 20;

    private final JdbcClient database;

    RecordUploads(JdbcClient database) {
        this.database = database;
    }

    void store(long number, Path file) {
        try (var content = Files.newInputStream(file)) {
            var place = 0;
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                database.sql("insert into record_import_piece (import_number, place, content)"
                                + " values (:number, :place, :content)")
                        .param("number", number)
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
    public Path copyOf(long number) {
        try {
            var copy = Files.createTempFile("import", null);
            var place = 0;
            for (var piece = piece(number, 0); piece.isPresent(); piece = piece(number, ++place)) {
                Files.write(copy, piece.get(), StandardOpenOption.APPEND);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> piece(long number, int place) {
        return database.sql("select content from record_import_piece where import_number = :number and place = :place")
                .param("number", number)
                .param("place", place)
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }

    void delete(long number) {
        database.sql("delete from record_import_piece where import_number = :number")
                .param("number", number)
                .update();
    }

    static void delete(Path copy) {
        try {
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
