package io.ordertrail.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LineStartTest {

    static final List<String> CHARSETS = FileFormat.CHARSETS;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("CHARSETS")
    void reading_goes_on_at_each_row_as_if_it_had_begun_with_the_file(String charset) throws IOException {
        for (var end : List.of("\n", "\r", "\r\n")) {
            var text = String.join(
                    end, "a,b", "1,\"x", "y" + end, "\"\"z\"", "", "2,é中文", "3,\"q" + "\r\n\n\r" + "\"", "4,end", "");
            goesOnAtEachRow(text, new FileFormat(FileFormat.Kind.TEXT, Charset.forName(charset), ','));
        }
    }

    @Test
    void a_byte_order_mark_counts_and_a_cut_between_two_reads_divides_no_line_end() throws IOException {
        var format = new FileFormat(FileFormat.Kind.TEXT, Charset.forName("UTF-16LE"), ',');
        var rows = new ArrayList<>(List.of("\uFEFFa,b"));
        IntStream.range(0, 2000).forEach(i -> rows.add("x".repeat(i % 31) + ",\"" + "中\n".repeat(i % 5) + "\""));
        goesOnAtEachRow(String.join("\r\n", rows), format);
    }

    @Test
    void nothing_is_read_before_the_place() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n3,4\n5,6\n");
        var format = DetectFormat.of(file);
        var third = LineStart.FIRST.of(3, Content.of(file), format);
        assertThat(third).isEqualTo(new LineStart(3, 8));
        assertThat(third.of(4, Content.of(file), format)).isEqualTo(new LineStart(4, 12));

        var opened = new ArrayList<Long>();
        Content watched = place -> {
            opened.add(place);
            return Content.of(file).from(place);
        };
        third.of(4, watched, format);
        try (var table = OpenTable.in(watched, format, third)) {
            assertThat(table.header()).containsExactly("a", "b");
            assertThat(table.rows()).extracting(Row::number).containsExactly(3L, 4L);
        }
        assertThat(opened).as("the header is read from the beginning").containsExactly(8L, 0L, 8L);
    }

    private void goesOnAtEachRow(String text, FileFormat format) throws IOException {
        var file = Content.of(Files.write(folder.resolve("any.csv"), text.getBytes(format.charset())));
        var all = rows(file, format, LineStart.FIRST);
        assertThat(all).hasSizeGreaterThan(3);
        var at = LineStart.FIRST;
        for (int i = 0; i < all.size(); i += Math.max(1, all.size() / 50)) {
            at = at.of(all.get(i).number(), file, format);
            assertThat(rows(file, format, at)).isEqualTo(all.subList(i, all.size()));
        }
    }

    private static List<Row> rows(Content file, FileFormat format, LineStart from) {
        try (var table = OpenTable.in(file, format, from)) {
            return table.rows().toList();
        }
    }
}
