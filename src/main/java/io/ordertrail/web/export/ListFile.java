package io.ordertrail.web.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A list as a file.
 *
 * @param name of the file, without its extension
 * @param header the headings of the columns
 * @param rows the cells of each row: texts, numbers, days, moments, or null; read while the file is sent
 */
public record ListFile(String name, List<String> header, Stream<List<?>> rows) {

    /** So many records are read at once. */
    public static final int PAGE = 500;

    /**
     * All records of a list that is read page by page.
     *
     * @param next the records behind the given one, {@link #PAGE} at most; behind null stands the first
     */
    public static <T> Stream<T> all(Function<T, List<T>> next) {
        return Stream.iterate(
                        next.apply(null),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE ? List.of() : next.apply(page.get(page.size() - 1)))
                .flatMap(List::stream);
    }

    /** Sends the file while its rows are read. */
    void send(ListFormat format, LocalDate today, HttpServletResponse response) {
        response.setContentType(format.type());
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"%s-%s.%s\"".formatted(name, today, format.extension()));
        try {
            if (format == ListFormat.XLSX) {
                Spreadsheet.write(this, response.getOutputStream());
            } else {
                SeparatedText.write(this, format == ListFormat.CSV_SEMICOLON, response.getOutputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
