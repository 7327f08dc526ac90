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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import io.ordertrail.api.problem.Problem;
import io.ordertrail.api.wire.NdjsonReader.Line;
import io.ordertrail.platform.operation.DatabaseUnavailable;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.booking.BatchOperation;
import io.ordertrail.stock.booking.BatchResult;
import io.ordertrail.transaction.ContentionRetry;

/** Does what many lines ask for, so many at once, and answers each of them. */
@Component
public class BatchCall {

    private static final Logger LOG = LoggerFactory.getLogger(BatchCall.class);
    /** So many products are locked for as long as a transaction takes; more of them would save little and hinder others. */
    private static final int AT_ONCE = 500;

    private final ContentionRetry retry;
    private final WireJson wireJson;

    BatchCall(ContentionRetry retry, WireJson wireJson) {
        this.retry = retry;
        this.wireJson = wireJson;
    }

    /** @return the answers as lines of JSON, in the sequence of the lines */
    public <I, O> byte[] answer(
            List<Line<I>> lines, BatchOperation<I, O> work, BiFunction<Integer, O, BatchLineResult> said) {
        var answers = new BatchLineResult[lines.size()];
        for (var line : lines) {
            answers[line.number() - 1] =
                    line.problem() == null ? null : BatchLineResult.refused(line.number(), line.problem());
        }
        var readable = lines.stream().filter(line -> line.problem() == null).toList();
        var order = work.order(readable.stream().map(Line::content).toList());
        var sorted = readable.stream()
                .sorted(Comparator.comparing(Line::content, order))
                .toList();
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            answer(sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())), work, said, answers);
        }
        return Arrays.stream(answers)
                .map(answer -> wireJson.write(answer) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private <I, O> void answer(
            List<Line<I>> some,
            BatchOperation<I, O> work,
            BiFunction<Integer, O, BatchLineResult> said,
            BatchLineResult[] answers) {
        var done = together(some.stream().map(Line::content).toList(), work);
        for (int i = 0; i < some.size(); i++) {
            var line = some.get(i);
            answers[line.number() - 1] = done.get(i).isAlone()
                    ? alone(line, work, said)
                    : done.get(i).refusal() == null
                            ? said.apply(line.number(), done.get(i).result())
                            : BatchLineResult.refused(
                                    line.number(), Problem.of(done.get(i).refusal()));
        }
    }

    /** What cannot be done together is done line by line, so that whatever stands against it is said of its own line. */
    private <I, O> List<BatchResult<O>> together(List<I> some, BatchOperation<I, O> work) {
        try {
            return retry.call(() -> work.together(some));
        } catch (RuntimeException failed) {
            if (DatabaseUnavailable.isBehind(failed)) {
                throw failed;
            }
            LOG.warn("{} lines are done one by one: {}", some.size(), failed.toString());
            return Collections.nCopies(some.size(), BatchResult.alone());
        }
    }

    private <I, O> BatchLineResult alone(
            Line<I> line, BatchOperation<I, O> work, BiFunction<Integer, O, BatchLineResult> said) {
        try {
            return said.apply(line.number(), retry.call(() -> work.alone(line.content())));
        } catch (Refusal refused) {
            return BatchLineResult.refused(line.number(), Problem.of(refused));
        } catch (ConcurrencyFailureException contended) {
            return BatchLineResult.refused(
                    line.number(), Problem.of(HttpStatus.CONFLICT, "busy", Sentence.of("problem.busy")));
        }
    }
}
