package io.ordertrail.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectFormatTest {

    private static final String EUROPEAN =
            "Auftrag;Kunde;Ort\n1;Müller & Söhne;Köln\n2;Café Zoë;Besançon\n3;Größe;Århus\n4;Peña;Málaga\n";
    private static final String TRADITIONAL =
            "訂單編號,客戶名稱,商品名稱,數量\n1001,臺北貿易有限公司,茶葉禮盒,3\n1002,高雄食品股份有限公司,烏龍茶包,12\n1003,新竹文具行,筆記本,5\n";
    private static final String SIMPLIFIED =
            "订单编号,客户名称,商品名称,数量\n1001,上海贸易有限公司,茶叶礼盒,3\n1002,深圳市食品股份有限公司,乌龙茶包,12\n1003,北京文具店,笔记本,5\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "x-MacRoman"})
    void the_encoding_of_a_european_text_is_found(String charset) throws IOException {
        assertThat(detected(EUROPEAN, charset)).isEqualTo(FileFormat.text(Charset.forName(charset), ';'));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "Big5"})
    void the_encoding_of_a_text_in_traditional_characters_is_found(String charset) throws IOException {
        var text = charset.equals("UTF-16LE") ? "\uFEFF" + TRADITIONAL : TRADITIONAL;

        assertThat(detected(text, charset)).isEqualTo(FileFormat.text(Charset.forName(charset), ','));
    }

    @Test
    void the_encoding_of_a_text_in_simplified_characters_is_found() throws IOException {
        assertThat(detected(SIMPLIFIED, "GB18030")).isEqualTo(FileFormat.text(Charset.forName("GB18030"), ','));
    }

    @Test
    void the_first_letter_outside_ascii_may_stand_in_the_last_line() throws IOException {
        var text = "a,b\n" + "1,2\n".repeat(100_000) + "Köln,3\n";

        assertThat(detected(text, "windows-1252").charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(detected(text, "UTF-8").charset()).isEqualTo(Charset.forName("UTF-8"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=",
            quoteCharacter = '~',
            value = {"a;b,c;d\\n1;2,5;3=;", "a\\tb, c\\n1\\t2=\t", "a|b\\n1|2,3=|", "a,b\\n1,2;3=,", "a\\n1=,"})
    void the_delimiter_is_the_one_that_all_rows_share(String text, String delimiter) throws IOException {
        var lines = text.replace("\\n", "\n").replace("\\t", "\t");

        assertThat(detected(lines, "UTF-8").delimiter())
                .isEqualTo(delimiter == null || delimiter.isEmpty() ? '\t' : delimiter.charAt(0));
    }

    @Test
    void a_line_may_end_in_each_of_the_three_ways() throws IOException {
        for (var end : new String[] {"\n", "\r", "\r\n"}) {
            assertThat(detected("a;b" + end + "1;2" + end, "UTF-8").delimiter()).isEqualTo(';');
        }
    }

    @Test
    void what_is_no_table_is_refused_by_its_content_and_not_by_its_name() throws IOException {
        var pdf = Files.writeString(folder.resolve("orders.csv"), "%PDF-1.7 ...");
        var zeros = Files.write(folder.resolve("more.csv"), "a,b\n1,2\n3,\0\n4,5,6,7,8,9\n".getBytes());

        assertThatThrownBy(() -> DetectFormat.of(pdf))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageStartingWith("The file is no CSV, no TSV and no XLSX.");
        assertThatThrownBy(() -> DetectFormat.of(zeros)).hasMessageStartingWith("The file contains zero bytes");
    }

    private FileFormat detected(String text, String charset) throws IOException {
        return DetectFormat.of(Files.writeString(folder.resolve("any.bin"), text, Charset.forName(charset)));
    }
}
