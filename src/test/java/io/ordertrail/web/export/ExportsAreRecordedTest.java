package io.ordertrail.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Whatever is sent as a file to be kept is recorded in the trail, or holds no person. */
class ExportsAreRecordedTest {

    private static final List<String> SENDS = List.of("ContentDisposition.attachment()", "attachment; filename");
    private static final List<String> RECORDS =
            List.of("ExportTrail", "ChangeLog", "PersonalData ", "WriteFaultyRows ", "FaultyRecords ");
    /** Diagrams and tables; the end of the chain; sums; what ExportTrail alone sends. */
    private static final Set<String> NEED_NO_ENTRY =
            Set.of("BundleFilesPage.java", "AuditPage.java", "DigestPage.java", "ListFile.java");

    @Test
    void every_file_that_is_sent_is_recorded() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/io/ordertrail"))) {
            var senders = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> hasOneOf(SENDS, file))
                    .toList();
            assertThat(senders).hasSizeGreaterThan(NEED_NO_ENTRY.size());
            assertThat(senders)
                    .filteredOn(
                            file -> !NEED_NO_ENTRY.contains(file.getFileName().toString()))
                    .allMatch(file -> hasOneOf(RECORDS, file));
        }
    }

    private static boolean hasOneOf(List<String> texts, Path file) {
        try {
            var source = Files.readString(file);
            return texts.stream().anyMatch(source::contains);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
