package io.ordertrail.api.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import jakarta.servlet.http.HttpServletResponse;

/** Sends the faulty rows of an import, as a text or as a spreadsheet. */
final class FaultyFile {

    static final String CSV = "text/csv;charset=UTF-8";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String DESCRIPTION =
            "The rows as they came, with one more column that says why. Corrected, the file can be sent again.";

    /** Writes the rows of a certain import. */
    @FunctionalInterface
    interface Rows<T> {

        void write(T out) throws IOException;
    }

    static void sendText(HttpServletResponse response, Rows<Writer> rows) throws IOException {
        response.setContentType(CSV);
        try (var text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            rows.write(text);
        }
    }

    static void sendSheet(HttpServletResponse response, Rows<OutputStream> rows) throws IOException {
        response.setContentType(XLSX);
        rows.write(response.getOutputStream());
    }

    private FaultyFile() {}
}
