package io.ordertrail.api.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import io.ordertrail.api.problem.FailureProblem;
import io.ordertrail.api.problem.Problem;
import io.ordertrail.api.wire.NdjsonReader.Line;
import io.ordertrail.platform.operation.DatabaseUnavailable;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.booking.BatchOperation;
import io.ordertrail.stock.booking.BatchResult;
import io.ordertrail.transaction.ContentionRetry;

/** Processes the lines of a batch in chunks and creates one result per line. */
@Component
public class BatchCall {

    private static final Logger LOG = LoggerFactory.getLogger(BatchCall.class);
    /** A chunk locks its products for one transaction; larger chunks save little time and block other transactions. */
    private static final int CHUNK = 500;

    private final ContentionRetry retry;
    private final WireJson wireJson;

    BatchCall(ContentionRetry retry, WireJson wireJson) {
        this.retry = retry;
        this.wireJson = wireJson;
    }

    /**
     * Processes the lines, sorted as the operation requires so that transactions lock products in the same order.
     *
     * @param toResult creates the result of a line from its number and what the operation returns
     * @return the results as lines of JSON, in the order of the lines
     */
    public <I, O> byte[] answer(
            List<Line<I>> lines, BatchOperation<I, O> work, BiFunction<Integer, O, BatchLineResult> toResult) {
        var results = new BatchLineResult[lines.size()];
        for (var line : lines) {
            results[line.number() - 1] =
                    line.problem() == null ? null : BatchLineResult.refused(line.number(), line.problem());
        }
        var readable = lines.stream().filter(line -> line.problem() == null).toList();
        var order = work.order(readable.stream().map(Line::content).toList());
        var sorted = readable.stream()
                .sorted(Comparator.comparing(Line::content, order))
                .toList();
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            answer(sorted.subList(from, Math.min(from + CHUNK, sorted.size())), work, toResult, results);
        }
        return Arrays.stream(results)
                .map(result -> wireJson.write(result) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private <I, O> void answer(
            List<Line<I>> chunk,
            BatchOperation<I, O> work,
            BiFunction<Integer, O, BatchLineResult> toResult,
            BatchLineResult[] results) {
        var outcomes = together(chunk.stream().map(Line::content).toList(), work);
        for (int i = 0; i < chunk.size(); i++) {
            var line = chunk.get(i);
            results[line.number() - 1] = outcomes.get(i).isAlone()
                    ? alone(line, work, toResult)
                    : outcomes.get(i).refusal() == null
                            ? toResult.apply(line.number(), outcomes.get(i).result())
                            : BatchLineResult.refused(
                                    line.number(), Problem.of(outcomes.get(i).refusal()));
        }
    }

    /**
     * When a chunk fails as a whole, its lines are processed one by one, so that each error belongs to its own line.
     */
    private <I, O> List<BatchResult<O>> together(List<I> chunk, BatchOperation<I, O> work) {
        try {
            return retry.call(() -> work.together(chunk));
        } catch (RuntimeException failed) {
            if (DatabaseUnavailable.isBehind(failed)) {
                throw failed;
            }
            LOG.warn("Processing {} lines one by one after a failed batch: {}", chunk.size(), failed.toString());
            return Collections.nCopies(chunk.size(), BatchResult.alone());
        }
    }

    private <I, O> BatchLineResult alone(
            Line<I> line, BatchOperation<I, O> work, BiFunction<Integer, O, BatchLineResult> toResult) {
        try {
            return toResult.apply(line.number(), retry.call(() -> work.alone(line.content())));
        } catch (Refusal | ConcurrencyFailureException | DataIntegrityViolationException failure) {
            return BatchLineResult.refused(line.number(), FailureProblem.of(failure));
        }
    }
}
