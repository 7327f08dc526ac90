package io.ordertrail.intake.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.i18n.LocaleContextHolder;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.FaultyRows.FaultyOrder;

class FaultyRowsTest {

    private static final String HEADER = "Order;SKU;Qty;Price;Deliver by;Note\n";

    @TempDir
    Path folder;

    @AfterEach
    void the_usual_language() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void the_spreadsheet_has_the_cells_of_the_file_and_says_why() throws IOException {
        var layout = layout(HEADER + "007;POST;many;1.234,5;03.12.2026;=1+1\n");

        var back = sheet(layout, row(2, "007", "POST", "many", "1.234,5", "03.12.2026", "=1+1"));

        assertThat(back.layout().header()).last().isEqualTo("Why not entered");
        assertThat(back.samples().get(0).cells())
                .containsExactly("007", "POST", "many", "1234.5", "2026-12-03", "=1+1", "Qty: not a number");
    }

    @Test
    void the_spreadsheet_takes_texts_that_no_sheet_can_hold() throws IOException {
        var layout = layout(HEADER + "7;A;1;1,5;;x\n");
        var back = sheet(layout, row(2, "7", "A\u0000B\u0008", "1", "1,5", "", "x".repeat(40_000)));

        assertThat(back.samples().get(0).cell(1)).startsWith("A").contains("B");
        assertThat(back.samples().get(0).cell(5)).hasSize(32_767).endsWith("…");
    }

    @Test
    void the_reasons_of_the_last_time_are_replaced_whatever_language_they_are_in() throws IOException {
        LocaleContextHolder.setLocale(Locale.TRADITIONAL_CHINESE);
        var once = csv(layout(HEADER + "7;A;many;1,5;;\n"), row(2, "7", "A", "many", "1,5", "", ""));
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        var layout = layout(once);
        var again = csv(layout, row(2, "7", "A", "many", "1,5", "", "", "Qty: not a number"));

        assertThat(again.lines())
                .containsExactly(
                        "\uFEFFOrder;SKU;Qty;Price;Deliver by;Note;Why not entered",
                        "7;A;many;1,5;;;Qty: not a number");
        assertThat(layout.hasColumnsOf(layout(HEADER + "8;A;1;1,5;;\n"))).isTrue();
    }

    @Test
    void no_program_calculates_a_cell_and_each_comes_back_as_it_was() throws IOException {
        var cells = new String[] {"=1+1", "'=x", "-5", "'plain", "''@a", "＋8"};
        var layout = layout("=Order;SKU;Qty;Price;Deliver by;Note\n" + String.join(";", cells) + "\n");

        var file = csv(layout, row(2, cells));

        assertThat(file.lines())
                .containsExactly(
                        "\uFEFF'=Order;SKU;Qty;Price;Deliver by;Note;Why not entered",
                        "'=1+1;''=x;'-5;'plain;'''@a;'＋8;Qty: not a number");
        var back = proposal(file);
        assertThat(back.samples().get(0).cells()).startsWith(cells);
        assertThat(back.layout().hasColumnsOf(layout)).isTrue();
        assertThat(csv(back.layout(), row(2, back.samples().get(0).cells().toArray(String[]::new))))
                .isEqualTo(file);
    }

    @Test
    void no_cell_beyond_the_header_is_lost() throws IOException {
        var layout = layout(HEADER + "7;A;1;1,5;;Rose Lane; 1\n");

        var once = proposal(csv(layout, row(2, "7", "A", "1", "1,5", "", "Rose Lane", " 1")));
        var again = csv(once.layout(), row(2, once.samples().get(0).cells().toArray(String[]::new)));

        assertThat(again).endsWith("7;A;1;1,5;;Rose Lane;Qty: not a number; 1\r\n");
        assertThat(once.layout().ragged(once.samples().get(0))).isPresent();
        assertThat(sheet(layout, row(2, "7", "A", "1", "1,5", "", "Rose Lane", " 1"))
                        .samples()
                        .get(0)
                        .cells())
                .endsWith("Rose Lane", "Qty: not a number", " 1");
    }

    @Test
    void faulty_rows_are_read_in_the_style_of_the_file_that_they_come_from() throws IOException {
        var whole = layout(HEADER + "6;A;1;2,5;;\n7;A;many;1,5;;\n8;A;1;1.500;;\n");
        var back = layout(csv(whole, row(3, "8", "A", "1", "1.500", "", "")));

        assertThat(back.style().decimal()).isEqualTo('.');
        assertThat(back.remembering(whole).style().decimal()).isEqualTo(',');
    }

    private static Stream<FaultyOrder> row(long number, String... cells) {
        return Stream.of(new FaultyOrder(
                List.of(new Row(number, List.of(cells))),
                List.of(new RowFault(number, "Qty", "many", "not a number"))));
    }

    private FileProposal sheet(FileLayout layout, Stream<FaultyOrder> orders) throws IOException {
        var file = folder.resolve("faulty.xlsx");
        try (var out = Files.newOutputStream(file)) {
            FaultySheet.write(layout, orders, out);
        }
        return FileProposal.of("partner", file);
    }

    private static String csv(FileLayout layout, Stream<FaultyOrder> orders) throws IOException {
        var text = new StringWriter();
        FaultyRows.write(layout, orders, text);
        return text.toString();
    }

    private FileLayout layout(String text) throws IOException {
        return proposal(text).layout();
    }

    private FileProposal proposal(String text) throws IOException {
        var file = Files.writeString(folder.resolve("orders.csv"), text, StandardCharsets.UTF_8);
        return FileProposal.of("partner", file);
    }
}
