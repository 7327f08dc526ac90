package io.ordertrail.web.order;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.process.measure.UsualRest;
import io.ordertrail.process.path.OrderPaths;
import io.ordertrail.process.path.PathPage;
import io.ordertrail.process.path.Visit;

/** Reads where an order was and is on its diagrams, why it is late, and when orders like it usually end. */
@Component
class ReadPath {

    private final OrderPaths paths;
    private final UsualRest usualRest;
    private final WhyLate whyLate;
    private final Clock clock;

    ReadPath(OrderPaths paths, UsualRest usualRest, WhyLate whyLate, Clock clock) {
        this.paths = paths;
        this.whyLate = whyLate;
        this.usualRest = usualRest;
        this.clock = clock;
    }

    OrderPath of(Order order) {
        var pages = paths.of(order.number());
        return new OrderPath(
                pages,
                whyLate.sentence(order, pages).orElse(null),
                usualEnd(pages).orElse(null));
    }

    private Optional<UsualEnd> usualEnd(List<PathPage> pages) {
        return innermost(ofTheOrderItself(pages))
                .flatMap(visit ->
                        usualRest.of(visit.element()).map(usual -> UsualEnd.of(visit.from(), usual, clock.instant())));
    }

    /** The parcels of an order have steps of their own. */
    private static Stream<Visit> ofTheOrderItself(List<PathPage> pages) {
        return pages.stream().filter(page -> page.parcel().isEmpty()).flatMap(page -> page.visits().stream());
    }

    /** The last step to begin. A sub-process and its first step often begin in one millisecond, the step after it. */
    static Optional<Visit> innermost(Stream<Visit> visits) {
        return visits.filter(Visit::lasts).reduce((one, next) -> next.from().isBefore(one.from()) ? one : next);
    }
}
