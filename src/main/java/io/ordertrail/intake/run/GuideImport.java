package io.ordertrail.intake.run;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.intake.file.FileFormat;
import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.FileProposal;
import io.ordertrail.intake.order.Mapping;
import io.ordertrail.intake.order.OrderField;
import io.ordertrail.intake.order.ValueStyle;
import io.ordertrail.intake.run.OrderImport.Asked;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Refusal;

/** What a person does with an import: decide, pause, go on, cancel, undo, and read its columns in another way. */
@Service
@Transactional
public class GuideImport {

    private final OrderImports imports;
    private final ImportedOrders orders;
    private final OrderUploads uploads;
    private final ImportProcess process;
    private final Actor actor;

    GuideImport(OrderImports imports, ImportedOrders orders, OrderUploads uploads, ImportProcess process, Actor actor) {
        this.imports = imports;
        this.orders = orders;
        this.uploads = uploads;
        this.process = process;
        this.actor = actor;
    }

    public void decide(ImportNumber number, ImportDecision decision) {
        imports.get(number);
        process.decide(number, decision);
        decision.policy().ifPresent(policy -> imports.policy(number, policy));
        switch (decision) {
            case CHECK_AGAIN -> imports.recheck(number);
            case ENTER_SOUND, ENTER_UNTIL_FAULT ->
                imports.go(number, State.ENTERING, orders.counts(number).entered());
            case CANCEL -> {} // the process has ended it
        }
    }

    /** How a person wants a file to be read. */
    public record Reading(FileFormat format, ValueStyle style, Map<OrderField, Integer> columns) {}

    /** Has the file checked again, read in another way. Another format brings other columns, which are guessed again. */
    public void readAs(ImportNumber number, Reading reading) {
        var before = imports.get(number).layout();
        var layout = reading.format().equals(before.format())
                ? before.readAs(reading.style(), new Mapping(reading.columns()))
                : inFormat(number, before, reading);
        imports.layout(number, layout);
        if (!reading.format().equals(before.format())) {
            orders.forgetCorrections(number);
        }
        decide(number, ImportDecision.CHECK_AGAIN);
    }

    /**
     * Has the file checked again, with a cell read as another value wherever it stands in its column.
     *
     * @param instead empty for what the cell says
     */
    public void replace(ImportNumber number, String column, String cell, String instead) {
        var layout = imports.get(number).layout();
        if (!layout.header().contains(column) || cell.isBlank()) {
            throw new Refusal(Refusal.Kind.INVALID, "page.refused.unreadable");
        }
        imports.layout(number, layout.withValue(column, Blanks.trimmed(cell), Blanks.trimmed(instead)));
        decide(number, ImportDecision.CHECK_AGAIN);
    }

    private FileLayout inFormat(ImportNumber number, FileLayout before, Reading reading) {
        var file = uploads.content(number.value());
        var found = FileProposal.of(before.source(), file, reading.format()).layout();
        return found.readAs(reading.style(), found.mapping()).ofThePast(before.history());
    }

    public void pause(ImportNumber number) {
        ask(number, Asked.PAUSE, State.ENTERING);
    }

    /** An import that goes on ends after the orders that it is entering; one that waits for a person ends at once. */
    public void cancel(ImportNumber number) {
        switch (imports.get(number).state()) {
            case DECIDING -> decide(number, ImportDecision.CANCEL);
            case PAUSED -> {
                ask(number, Asked.CANCEL, State.PAUSED);
                process.resume(number);
            }
            default -> ask(number, Asked.CANCEL, State.CHECKING, State.ENTERING);
        }
    }

    public void resume(ImportNumber number) {
        if (!imports.resume(number, orders.counts(imports.get(number).number()).entered())) {
            throw refused();
        }
        process.resume(number);
    }

    /** Has the orders cancelled whose goods have not left. */
    public void undo(ImportNumber number) {
        if (imports.get(number).layout().history()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "import.refused.history");
        }
        if (!imports.undo(number, actor.name())) {
            throw refused();
        }
        process.undo(number);
    }

    private void ask(ImportNumber number, Asked asked, State... states) {
        imports.get(number);
        if (!imports.ask(number, asked, List.of(states))) {
            throw refused();
        }
    }

    private static Refusal refused() {
        return new Refusal(Refusal.Kind.CONFLICT, "import.refused.state");
    }
}
