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

import io.ordertrail.api.wire.Lines.Line;
import io.ordertrail.platform.operation.DatabaseAway;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.booking.InMany;
import io.ordertrail.stock.booking.OneOfMany;
import io.ordertrail.transaction.ContentionRetry;
import io.ordertrail.api.problem.Problem;

/** Does what many lines ask for, so many at once, and answers each of them. */
@Component
public class Batch {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
  /** So many products are locked for as long as a transaction takes; more of them would save little and hinder others. */
  private static final int AT_ONCE = 500;

  private final ContentionRetry retry;
  private final WireJson wireJson;

  Batch(ContentionRetry retry, WireJson wireJson) {
    this.retry = retry;
    this.wireJson = wireJson;
  }

  /** @return the answers as lines of JSON, in the sequence of the lines */
  public <I, O> byte[] answer(List<Line<I>> lines, InMany<I, O> work, BiFunction<Integer, O, LineAnswer> said) {
    var answers = new LineAnswer[lines.size()];
    for (var line : lines) {
      answers[line.number() - 1] = line.problem() == null ? null : LineAnswer.refused(line.number(), line.problem());
    }
    var readable = lines.stream().filter(line -> line.problem() == null).toList();
    var order = work.order(readable.stream().map(Line::content).toList());
    var sorted = readable.stream().sorted(Comparator.comparing(Line::content, order)).toList();
    for (int from = 0; from < sorted.size(); from += AT_ONCE) {
      answer(sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())), work, said, answers);
    }
    return Arrays.stream(answers).map(answer -> wireJson.write(answer) + "\n").collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private <I, O> void answer(List<Line<I>> some, InMany<I, O> work, BiFunction<Integer, O, LineAnswer> said, LineAnswer[] answers) {
    var done = together(some.stream().map(Line::content).toList(), work);
    for (int i = 0; i < some.size(); i++) {
      var line = some.get(i);
      answers[line.number() - 1] = done.get(i).isAlone() ? alone(line, work, said)
          : done.get(i).refusal() == null ? said.apply(line.number(), done.get(i).result())
          : LineAnswer.refused(line.number(), Problem.of(done.get(i).refusal()));
    }
  }

  /** What cannot be done together is done line by line, so that whatever stands against it is said of its own line. */
  private <I, O> List<OneOfMany<O>> together(List<I> some, InMany<I, O> work) {
    try {
      return retry.call(() -> work.together(some));
    } catch (RuntimeException failed) {
      if (DatabaseAway.isBehind(failed)) {
        throw failed;
      }
      LOG.warn("{} lines are done one by one: {}", some.size(), failed.toString());
      return Collections.nCopies(some.size(), OneOfMany.alone());
    }
  }

  private <I, O> LineAnswer alone(Line<I> line, InMany<I, O> work, BiFunction<Integer, O, LineAnswer> said) {
    try {
      return said.apply(line.number(), retry.call(() -> work.alone(line.content())));
    } catch (Refusal refused) {
      return LineAnswer.refused(line.number(), Problem.of(refused));
    } catch (ConcurrencyFailureException contended) {
      return LineAnswer.refused(line.number(), Problem.of(HttpStatus.CONFLICT, "busy", Sentence.of("problem.busy")));
    }
  }
}
