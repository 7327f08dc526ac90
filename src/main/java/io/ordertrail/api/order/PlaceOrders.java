package io.ordertrail.api.order;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.api.idempotency.IdempotencyClaim;
import io.ordertrail.api.idempotency.IdempotentLines;
import io.ordertrail.api.wire.NdjsonReader.Line;
import io.ordertrail.api.wire.WireJson;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.entry.EnterOrders;
import io.ordertrail.transaction.Batches;

/** Enters the orders of a batch, group by group, and returns the result of each line in the sequence of the lines. */
@Component
class PlaceOrders {

    private static final int GROUP = 20;

    private final EnterOrders enterOrders;
    private final AnswerLine answerLine;
    private final IdempotentLines idempotentLines;
    private final WireJson json;
    private final Actor actor;

    PlaceOrders(
            EnterOrders enterOrders,
            AnswerLine answerLine,
            IdempotentLines idempotentLines,
            WireJson json,
            Actor actor) {
        this.enterOrders = enterOrders;
        this.answerLine = answerLine;
        this.idempotentLines = idempotentLines;
        this.json = json;
        this.actor = actor;
    }

    /** Each group is entered when its first result is asked for. */
    Stream<String> place(List<Line<NewOrder>> lines) {
        return Batches.of(lines, GROUP)
                .flatMap(group -> enter(group.stream().map(PlacedLine::new).toList()));
    }

    /**
     * Does the same, and returns the first result again for a line that was sent before under this key.
     *
     * @throws io.ordertrail.api.idempotency.BadIdempotencyKey when the key is malformed
     */
    Stream<String> place(List<Line<NewOrder>> lines, String key) {
        var claims = lines.stream().map(line -> claim(line, key)).toList();
        return Batches.of(IntStream.range(0, lines.size()).boxed().toList(), GROUP)
                .flatMap(group -> enter(claimed(
                        group.stream().map(lines::get).toList(),
                        group.stream().map(claims::get).toList())));
    }

    private IdempotencyClaim claim(Line<NewOrder> line, String key) {
        return IdempotencyClaim.ofLine(
                actor.name(), key, line.number(), "POST /api/orders/batch\n" + json.write(line.content()));
    }

    private List<PlacedLine> claimed(List<Line<NewOrder>> lines, List<IdempotencyClaim> claims) {
        var begun = idempotentLines.begin(claims);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new PlacedLine(lines.get(i), claims.get(i), begun.get(i)))
                .toList();
    }

    private Stream<String> enter(List<PlacedLine> lines) {
        var results = enterOrders
                .enter(lines.stream()
                        .filter(PlacedLine::isToEnter)
                        .map(line -> new EnterOrders.Item<>(
                                line.line().content(), number -> answerLine.entered(line, number)))
                        .toList())
                .iterator();
        return lines.stream()
                .map(line -> line.isToEnter() ? answerLine.of(line, results.next()) : answerLine.notEntered(line));
    }
}
