package io.ordertrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page for operators names the limits of uploaded files that the code has. */
class WrittenLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "platform.access.RequestSize, LONGEST_FILE, 20, 50 MB;",
        "platform.access.RequestSize, LONGEST_BATCH, 20, 5 MB; each other",
        "platform.access.RequestSize, LONGEST, 20, other request 1 MB",
        "intake.file.SpreadsheetGuard, MAX_UNPACKED, 30, 4 GB in all",
        "intake.file.SpreadsheetGuard, MAX_SHARED_TEXTS, 20, 64 MB",
        "intake.file.SpreadsheetGuard, MAX_PARTS, 0, '2,000 parts'",
        "intake.file.SpreadsheetGuard, MAX_RATIO, 0, 200 times",
        "intake.file.OpenTable, MAX_COLUMNS, 0, 500 columns",
        "intake.record.CheckRecords, MOST_ROWS, 0, '200,000 rows'",
        "intake.document.Segments, MOST, 0, '200,000 segments'",
    })
    void a_limit_is_written_down_as_it_is(String owner, String name, int unit, String written) throws Exception {
        var constant = Class.forName("io.ordertrail." + owner).getDeclaredField(name);
        constant.setAccessible(true);
        var limit = ((Number) constant.get(null)).longValue() >> unit;
        assertThat(Long.parseLong(written.replaceAll("[^\\d]", ""))).isEqualTo(limit);
        assertThat(Files.readString(Path.of("docs/operations.md"))).contains(written);
    }
}
