package io.ordertrail.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.springframework.core.io.ClassPathResource;

/** Reads the data of the demo company in {@code demo/*.csv}. */
final class DemoFile {

    static List<NamedCsvRecord> rows(String name) {
        try (var file = new ClassPathResource("demo/" + name + ".csv").getInputStream();
                var reader = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a column that may be empty.
     *
     * @return null when it is empty
     */
    static String optional(NamedCsvRecord row, String column) {
        var text = row.getField(column);
        return text.isEmpty() ? null : text;
    }

    private DemoFile() {}
}
