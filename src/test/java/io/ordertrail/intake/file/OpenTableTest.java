package io.ordertrail.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTableTest {

    private static final String DIALECTS = "orders/online-retail-dialects/";

    @TempDir
    Path folder;

    @Test
    void each_file_of_csv_spectrum_gives_the_expected_cells() throws IOException {
        var read = 0;
        for (var file : files("hostile/csv-spectrum/csvs")) {
            var name = file.getFileName().toString().replace(".csv", ".json");
            var expected = new ObjectMapper()
                    .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    .readValue(
                            SharedFiles.at("hostile/csv-spectrum/json/" + name).toFile(),
                            new TypeReference<List<Map<String, String>>>() {});
            if (name.equals("location_coordinates.json")) {
                expected.get(0).put("Contact Phone Number", "2095257564"); // the two files contradict each other
            }
            assertThat(named(file)).as(name).isEqualTo(expected);
            read++;
        }
        assertThat(read).isEqualTo(12);
    }

    @Test
    void each_dialect_of_one_day_gives_the_rows_of_that_day() throws IOException {
        var day = normal(rows(SharedFiles.at("orders/online-retail/2011-01-05.csv")));

        assertThat(day).hasSize(1743);
        for (var dialect : new String[] {
            "cr-only_macroman.csv",
            "embedded-newline-in-description.csv",
            "excel-de_semicolon_decimal-comma_cp1252_crlf.csv",
            "utf16le-bom_tab.txt",
            "utf8-bom_crlf.csv"
        }) {
            assertThat(normal(rows(SharedFiles.at(DIALECTS + dialect))))
                    .as(dialect)
                    .isEqualTo(day);
        }
    }

    @Test
    void a_row_knows_the_line_it_begins_in() throws IOException {
        assertThat(rows(file("a,b\n1,\"x\ny\"\n\n2,z\n")))
                .containsExactly(new Row(2, List.of("1", "x\ny")), new Row(5, List.of("2", "z")));
    }

    @Test
    void ragged_rows_are_read_as_they_are() throws IOException {
        assertThat(rows(file("a,b\n1\n1,2,3\n")))
                .extracting(Row::cells)
                .containsExactly(List.of("1"), List.of("1", "2", "3"));
    }

    @Test
    void a_file_without_rows_is_refused() throws IOException {
        refused(file(""), "The file is empty.");
        refused(file("\n \n"), "The file is empty.");
        refused(file("a,b\n\n"), "The file has column names and no row below them.");
    }

    @Test
    void a_column_that_occurs_twice_and_too_many_columns_are_refused() throws IOException {
        refused(file("Sku,Quantity, SKU\n1,2,3\n"), "The column name SKU occurs twice, in columns 1 and 3.");
        var many = IntStream.range(0, 2000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        refused(file(many + "\n1\n"), "The file has 2,000 columns; 500 are possible.");
    }

    @Test
    void a_cell_of_a_hundred_megabytes_is_refused_at_its_line() throws IOException {
        var file = folder.resolve("large.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("a,b\n1,2\n3,\"");
            var block = "x".repeat(1 << 20);
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        }

        refused(file, "A cell in or after line 3 has more than 1,000,000 characters.");
    }

    private List<Map<String, String>> named(Path file) {
        try (var table = OpenTable.in(file, DetectFormat.of(file))) {
            return table.rows()
                    .map(row -> {
                        var named = new LinkedHashMap<String, String>();
                        IntStream.range(0, table.header().size())
                                .forEach(i -> named.put(table.header().get(i), row.cell(i)));
                        return (Map<String, String>) named;
                    })
                    .toList();
        }
    }

    /** Days and decimals of the dialects differ, and the line breaks within a text. */
    private static List<List<String>> normal(List<Row> rows) {
        return rows.stream()
                .map(row -> row.cells().stream()
                        .map(cell -> cell.replaceAll("(\\d\\d)\\.(\\d\\d)\\.(\\d{4})", "$3-$2-$1")
                                .replaceFirst("^(\\d+),(\\d+)$", "$1.$2")
                                .replaceFirst("( \\d\\d:\\d\\d)$", "$1:00")
                                .replaceFirst("^(\\d+)\\.0$", "$1")
                                .replace('\n', ' '))
                        .toList())
                .toList();
    }

    private static List<Row> rows(Path file) {
        try (var table = OpenTable.in(file, DetectFormat.of(file))) {
            return new ArrayList<>(table.rows().toList());
        }
    }

    private static void refused(Path file, String sentence) {
        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFile.class).hasMessageStartingWith(sentence);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("any.csv"), text, StandardCharsets.UTF_8);
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(SharedFiles.at(name))) {
            return files.sorted().toList();
        }
    }
}
