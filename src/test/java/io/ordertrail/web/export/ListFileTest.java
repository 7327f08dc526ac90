package io.ordertrail.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class ListFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void a_list_is_read_page_by_page_to_its_end() {
        var all = ListFile.<Integer>all(last -> {
            var first = last == null ? 0 : last + 1;
            return IntStream.range(first, Math.min(first + ListFile.PAGE, 1234))
                    .boxed()
                    .toList();
        });
        assertThat(all).hasSize(1234).doesNotHaveDuplicates();
    }

    @Test
    void decimals_and_cells_are_separated_as_the_reader_is_used_to() throws IOException {
        assertThat(text(ListFormat.CSV, "Löffel", new BigDecimal("1.50"), DAY, null))
                .isEqualTo("\uFEFFa,b,c,d\r\nLöffel,1.50,2026-12-01,\r\n");
        assertThat(text(ListFormat.CSV_SEMICOLON, "Löffel", new BigDecimal("1.50"), DAY, null))
                .isEqualTo("\uFEFFa;b;c;d\r\nLöffel;1,50;2026-12-01;\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-cmd", "@SUM(A1)", "\t=1", "|calc", "＝1+1", "＠SUM"})
    void no_text_becomes_a_formula(String text) throws IOException {
        assertThat(text(ListFormat.CSV, text, BigDecimal.ONE.negate()))
                .contains("'" + text)
                .contains(",-1");
        assertThat(cells(text).get(0)).satisfies(cell -> {
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.asString()).isEqualTo(text);
        });
    }

    @Test
    void a_spreadsheet_has_numbers_and_days() throws IOException {
        var cells = cells("Löffel", new BigDecimal("1.50"), 7, DAY);
        assertThat(cells.get(1).asNumber()).isEqualByComparingTo("1.50");
        assertThat(cells.get(2).asNumber()).isEqualByComparingTo("7");
        assertThat(cells.get(3).asDate().toLocalDate()).isEqualTo(DAY);
    }

    private static String text(ListFormat format, Object... cells) throws IOException {
        return sent(format, cells).getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<Cell> cells(Object... cells) throws IOException {
        var sent = new ByteArrayInputStream(sent(ListFormat.XLSX, cells).getContentAsByteArray());
        try (var book = new ReadableWorkbook(sent)) {
            return book.getFirstSheet().read().get(1).stream().toList();
        }
    }

    private static MockHttpServletResponse sent(ListFormat format, Object... cells) {
        var response = new MockHttpServletResponse();
        new ListFile("list", List.of("a", "b", "c", "d"), Stream.of(Arrays.asList(cells))).send(format, DAY, response);
        return response;
    }
}
