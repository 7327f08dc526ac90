package io.ordertrail.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetTest {

    @TempDir
    Path folder;

    @Test
    void numbers_texts_days_and_formulas_are_read_as_they_are_shown() throws IOException {
        var file = workbook("""
          <row r="1"><c r="A1" t="inlineStr"><is><t>Sku</t></is></c><c r="B1" t="inlineStr"><is><t>Price</t></is></c>\
          <c r="C1" t="inlineStr"><is><t>Day</t></is></c><c r="D1" t="inlineStr"><is><t>Sum</t></is></c></row>\
          <row r="3"><c r="A3"><v>17850</v></c><c r="B3"><v>9.9499999999999993</v></c><c r="C3" s="1"><v>44570</v></c>\
          <c r="D3"><f>HYPERLINK("http://example.com")</f><v>7</v></c></row>""");

        try (var table = OpenTable.in(file, DetectFormat.of(file))) {
            assertThat(table.header()).containsExactly("Sku", "Price", "Day", "Sum");
            assertThat(table.rows()).containsExactly(new Row(3, List.of("17850", "9.95", "2022-01-09", "7")));
        }
    }

    @Test
    void a_zip_bomb_is_refused_before_it_takes_memory() throws IOException {
        var bomb = zip(out -> {
            part(out, "xl/workbook.xml", "<workbook/>");
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                out.write(zeros);
            }
        });

        refused(bomb, "The spreadsheet unpacks to far more than a table needs");
    }

    @Test
    void declarations_are_refused_wherever_they_stand_and_in_utf_16_too() throws IOException {
        var entity = "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1:1/'>]><a>&x;</a>";
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            var file = zip(out -> {
                out.putNextEntry(new ZipEntry("xl/workbook.xml"));
                out.write((" ".repeat((1 << 16) - 40) + entity).getBytes(charset));
            });
            refused(file, "The spreadsheet holds declarations of XML");
        }
    }

    @Test
    void every_hostile_spreadsheet_is_read_or_refused_in_a_sentence() throws IOException {
        var refused = 0;
        for (var folder : List.of("hostile/apache-poi/spreadsheet", "hostile/apache-poi/openxml4j")) {
            for (var file : files(folder)) {
                refused += readOrRefused(file) ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(8);
        refused(
                SharedFiles.at("hostile/apache-poi/spreadsheet/poc-xmlbomb.xlsx"),
                "The spreadsheet holds declarations");
        refused(
                SharedFiles.at("hostile/apache-poi/spreadsheet/protected_passtika.xlsx"),
                "The file is a spreadsheet of the old kind (XLS), or it is protected");
    }

    @Test
    void an_archive_that_holds_no_workbook_is_refused() throws IOException {
        refused(zip(out -> part(out, "orders.csv", "a,b\n1,2\n")), "The file is no CSV, no TSV and no XLSX.");
        refused(
                Files.writeString(folder.resolve("cut.xlsx"), "PK\u0003\u0004 cut off"),
                "The spreadsheet is damaged and cannot be opened.");
    }

    private static boolean readOrRefused(Path file) {
        try (var table = OpenTable.in(file, DetectFormat.of(file))) {
            table.rows().forEach(row -> assertThat(row.cells()).isNotNull());
            return true;
        } catch (UnreadableFile refused) {
            assertThat(refused.getMessage()).as(file.toString()).endsWith(".").doesNotContain("file.refused");
            return false;
        }
    }

    private static void refused(Path file, String sentence) {
        assertThatThrownBy(() -> OpenTable.in(file, DetectFormat.of(file)).close())
                .isInstanceOf(UnreadableFile.class)
                .hasMessageStartingWith(sentence);
    }

    private Path workbook(String rows) throws IOException {
        return zip(out -> {
            part(out, "[Content_Types].xml", """
              <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
              <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
              <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            part(out, "_rels/.rels", """
              <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
              Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            part(out, "xl/workbook.xml", """
              <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
              xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Orders" sheetId="1" r:id="r1"/></sheets></workbook>""");
            part(out, "xl/_rels/workbook.xml.rels", """
              <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
              Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
              <Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            part(out, "xl/styles.xml", """
              <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
            part(out, "xl/worksheets/sheet1.xml", """
              <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""" + rows + "</sheetData></worksheet>");
        });
    }

    private interface Parts {
        void write(ZipOutputStream out) throws IOException;
    }

    private Path zip(Parts parts) throws IOException {
        var file = Files.createTempFile(folder, "made", ".xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            parts.write(out);
        }
        return file;
    }

    private static void part(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(SharedFiles.at(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
