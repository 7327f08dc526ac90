package io.ordertrail.intake.folder;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.document.DocumentAnswer;
import io.ordertrail.intake.document.DocumentAnswer.Outcome;
import io.ordertrail.intake.folder.WatchedFile.State;
import io.ordertrail.intake.run.ImportedOrder;
import io.ordertrail.intake.run.ImportedOrders;
import io.ordertrail.intake.run.OrderImport;
import io.ordertrail.intake.run.OrderImports;
import io.ordertrail.intake.run.WriteFaultyRows;
import io.ordertrail.refusal.Sentence;

/** Writes what became of a file beside it. The result comes last: where it is, the answer is complete. */
@Component
class AnswerBeside {

    static final String RESULT = ".result.txt";
    static final String FAULTY = ".faulty.csv";
    static final String ANSWER = ".answer";

    private final OrderImports imports;
    private final ImportedOrders orders;
    private final WriteFaultyRows faultyRows;
    private final AnswerRecords records;
    private final Clock clock;

    AnswerBeside(
            OrderImports imports,
            ImportedOrders orders,
            WriteFaultyRows faultyRows,
            AnswerRecords records,
            Clock clock) {
        this.imports = imports;
        this.orders = orders;
        this.faultyRows = faultyRows;
        this.records = records;
        this.clock = clock;
    }

    /**
     * What became of a file.
     *
     * @param state ANSWERED or FAILED
     */
    record Result(State state, String message) {}

    static Result failed(SourceFolder folder, String name, String message) throws IOException {
        return result(folder, name, State.FAILED, Sentence.of("folder.result.failed", message));
    }

    Result document(SourceFolder folder, String name, DocumentAnswer answer) throws IOException {
        var fileName = answer.fileName();
        folder.write(
                name + ANSWER + fileName.substring(fileName.lastIndexOf('.')),
                out -> out.write(answer.written(LocalDateTime.now(clock))));
        return answer.outcome() == Outcome.REFUSED
                ? failed(folder, name, String.join(" ", answer.reasons()))
                : result(
                        folder,
                        name,
                        State.ANSWERED,
                        Sentence.of(
                                "folder.result.document." + answer.outcome(),
                                answer.document().number(),
                                answer.order().value()));
    }

    /** Returns the result; empty while the import goes on. */
    Optional<Result> ofImport(SourceFolder folder, WatchedFile file) throws IOException {
        if (file.kind() != null) {
            return records.ofImport(folder, file);
        }
        var found = imports.get(file.number());
        return isAnswerable(found) ? Optional.of(ofOrders(folder, file.key().name(), found)) : Optional.empty();
    }

    /** Tells whether an import has come to an end, or to a point from which it cannot go on by itself. */
    private static boolean isAnswerable(OrderImport found) {
        return found.isIn(OrderImport.State.DONE)
                || found.isIn(OrderImport.State.CANCELLED)
                || found.isIn(OrderImport.State.DECIDING) && found.refusal() != null;
    }

    private Result ofOrders(SourceFolder folder, String name, OrderImport found) throws IOException {
        if (found.refusal() != null) {
            return failed(folder, name, found.refusal());
        }
        var counts = orders.counts(found.number());
        var faulty = counts.of(ImportedOrder.State.FAULTY);
        if (faulty > 0) {
            folder.write(
                    name + FAULTY, out -> faultyRows.write(found, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        }
        var message = Sentence.of(
                "folder.result.import",
                found.number().toString(),
                counts.entered(),
                counts.of(ImportedOrder.State.KNOWN),
                faulty);
        return result(folder, name, faulty > 0 ? State.FAILED : State.ANSWERED, message);
    }

    static Result result(SourceFolder folder, String name, State state, String message) throws IOException {
        folder.write(name + RESULT, out -> out.write((message + "\n").getBytes(StandardCharsets.UTF_8)));
        return new Result(state, message);
    }
}
