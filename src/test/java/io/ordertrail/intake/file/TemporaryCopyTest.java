package io.ordertrail.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryCopyTest {

    @TempDir
    Path folder;

    @Test
    void a_copy_is_there_until_it_is_closed() throws IOException {
        try (var copy =
                TemporaryCopy.in(folder.resolve("copy"), new ByteArrayInputStream(new byte[100_000]), 1 << 20)) {
            assertThat(copy.path()).hasSize(100_000);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothing_is_left_of_what_cannot_be_copied() {
        var broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the database is gone");
            }
        });
        assertThatThrownBy(() -> TemporaryCopy.in(folder.resolve("copy"), broken, 1 << 20))
                .hasMessage("the database is gone");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void one_byte_too_many_shows_that_there_are_more() throws IOException {
        try (var copy = TemporaryCopy.in(folder.resolve("copy"), new ByteArrayInputStream(new byte[100_000]), 1000)) {
            assertThat(copy.size()).isEqualTo(1001);
        }
    }
}
