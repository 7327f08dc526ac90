package io.ordertrail.intake.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.intake.file.FileFormat;
import io.ordertrail.intake.file.FileHash;
import io.ordertrail.intake.order.FileProposal;
import io.ordertrail.intake.order.ValueStyle;
import io.ordertrail.intake.record.RecordImport.State;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Refusal;

/** What a person does with a file of records: send it, read it in another way, have it saved, or end its import. */
@Service
@Transactional
public class GuideRecordImport {

    private static final int LONGEST_SOURCE = 40;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_CELL = 1000;
    private static final int MOST_CELLS = 1000;

    private final RecordImports imports;
    private final RecordUploads uploads;
    private final JudgeRows judgeRows;
    private final Actor actor;

    GuideRecordImport(RecordImports imports, RecordUploads uploads, JudgeRows judgeRows, Actor actor) {
        this.imports = imports;
        this.uploads = uploads;
        this.judgeRows = judgeRows;
        this.actor = actor;
    }

    /**
     * Stores a file, to be checked.
     *
     * @param source where it comes from
     * @param name as its sender calls it; may be null
     * @return the number of its import
     * @throws Refusal when it holds no table
     */
    public long receive(RecordKind kind, String source, String name, Path content) {
        var from = source(source);
        var detected = RecordLayout.guess(FileProposal.of(from, content).layout(), fields(kind));
        var layout = imports.lastLayout(kind, from)
                .filter(detected::hasColumnsOf)
                .map(detected::remembering)
                .orElse(detected);
        var called = name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
        var number = imports.add(kind, called, FileHash.of(content), layout, actor.stamp());
        uploads.store(number, content);
        return number;
    }

    public List<RecordField> fields(RecordKind kind) {
        return judgeRows.of(kind).fields();
    }

    private static String source(String typed) {
        var source = Blanks.trimmed(typed == null ? "" : typed);
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw new Refusal(Refusal.Kind.INVALID, "import.refused.source", LONGEST_SOURCE);
        }
        return source;
    }

    /** Has the file checked again, read in another way. Another format brings other columns, which are guessed again. */
    public void readAs(RecordImport found, FileFormat format, ValueStyle style, Map<String, Integer> columns) {
        var file = found.layout().file();
        if (format.equals(file.format())) {
            check(found, found.layout().with(file.readAs(style, file.mapping()), columns));
            return;
        }
        var other = FileProposal.of(file.source(), uploads.content(found.number()), format)
                .layout();
        check(found, RecordLayout.guess(other.readAs(style, other.mapping()), fields(found.kind())));
    }

    /**
     * Has the file checked again, with a cell read as another value wherever it stands in its column.
     *
     * @param instead empty for what the cell says
     */
    public void replace(RecordImport found, String column, String cell, String instead) {
        var file = found.layout().file();
        if (!file.header().contains(column) || cell.isBlank()) {
            throw new Refusal(Refusal.Kind.INVALID, "page.refused.unreadable");
        }
        var changed = file.withValue(column, Blanks.trimmed(cell), Blanks.trimmed(instead));
        check(found, found.layout().with(changed, found.layout().columns()));
    }

    /**
     * A cell of a file.
     *
     * @param column its place, beginning with 0
     */
    public record Cell(long row, int column) {}

    /** Has the file checked again, with other texts in single cells. */
    public void correct(RecordImport found, Map<Cell, String> texts) {
        var layout = found.layout();
        for (var text : texts.entrySet()) {
            var at = text.getKey();
            if (at.column() >= MOST_CELLS || text.getValue().length() > LONGEST_CELL) {
                throw new Refusal(Refusal.Kind.INVALID, "page.refused.unreadable");
            }
            layout = layout.withCell(at.row(), at.column(), text.getValue());
        }
        check(found, layout);
    }

    public void checkAgain(RecordImport found) {
        check(found, found.layout());
    }

    private void check(RecordImport found, RecordLayout layout) {
        refuseUnless(found.isIn(State.DECIDING) && imports.check(found.number(), layout));
    }

    /** Has the sound rows saved. */
    public void save(RecordImport found) {
        refuseUnless(found.refusal() == null && imports.save(found.number(), actor.name()));
    }

    /** Goes on with work that has broken off. */
    public void resume(RecordImport found) {
        refuseUnless(takeOver(found));
    }

    /** Lets the caller go on with work that has broken off; returns false when another one does. */
    public boolean takeOver(RecordImport found) {
        return imports.takeOver(found.number());
    }

    public void cancel(RecordImport found) {
        refuseUnless(imports.end(found.number(), State.DECIDING, State.CANCELLED));
        uploads.delete(found.number());
    }

    private static void refuseUnless(boolean isPossible) {
        if (!isPossible) {
            throw new Refusal(Refusal.Kind.CONFLICT, "import.refused.state");
        }
    }
}
