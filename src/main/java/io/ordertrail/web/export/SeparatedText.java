package io.ordertrail.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.ordertrail.refusal.Formulas;

/** Writes CSV in UTF-8. */
final class SeparatedText {

    /** Spreadsheet programs take a text for UTF-8 only where this stands first. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static void write(ListFile list, boolean semicolons, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.append(BYTE_ORDER_MARK);
        try (var csv =
                CsvWriter.builder().fieldSeparator(semicolons ? ';' : ',').build(writer)) {
            csv.writeRecord(list.header());
            list.rows()
                    .forEach(row -> csv.writeRecord(
                            row.stream().map(cell -> text(cell, semicolons)).toList()));
        }
    }

    private static String text(Object cell, boolean decimalComma) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return decimalComma ? number.toPlainString().replace('.', ',') : number.toPlainString();
        }
        return cell instanceof String text ? Formulas.harmless(text) : cell.toString();
    }

    private SeparatedText() {}
}
