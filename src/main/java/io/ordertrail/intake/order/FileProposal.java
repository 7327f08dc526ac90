package io.ordertrail.intake.order;

import java.nio.file.Path;
import java.util.List;

import io.ordertrail.intake.file.Content;
import io.ordertrail.intake.file.DetectFormat;
import io.ordertrail.intake.file.FileFormat;
import io.ordertrail.intake.file.LineStart;
import io.ordertrail.intake.file.OpenTable;
import io.ordertrail.intake.file.Row;

/**
 * What a file looks like at first sight.
 *
 * @param samples its first rows
 */
public record FileProposal(FileLayout layout, List<Row> samples) {

    private static final int SAMPLES = 50;

    /**
     * Looks at a file.
     *
     * @param source where the file comes from
     * @throws io.ordertrail.intake.file.UnreadableFile when it holds no table
     */
    public static FileProposal of(String source, Path file) {
        return of(source, Content.of(file), DetectFormat.of(file));
    }

    /**
     * Looks at a file that is written in a format that somebody has named.
     *
     * @throws io.ordertrail.intake.file.UnreadableFile when it holds no table
     */
    public static FileProposal of(String source, Content file, FileFormat format) {
        try (var table = OpenTable.in(file, format, LineStart.FIRST)) {
            var header = format.kind() == FileFormat.Kind.TEXT ? ReasonColumn.asSent(table.header()) : table.header();
            var samples = table.rows().limit(SAMPLES).toList();
            var cells = samples.stream().flatMap(row -> row.cells().stream()).toList();
            var layout = new FileLayout(source, format, header, Mapping.guess(header), styleOf(format, cells));
            return new FileProposal(
                    layout, samples.stream().map(layout.asSent()).toList());
        }
    }

    private static ValueStyle styleOf(FileFormat format, List<String> cells) {
        return format.kind() == FileFormat.Kind.SPREADSHEET
                ? new ValueStyle('.', ValueStyle.of(cells).days())
                : ValueStyle.of(cells);
    }
}
