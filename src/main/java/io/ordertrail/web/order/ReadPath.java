package io.ordertrail.web.order;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.measure.UsualRest;
import io.ordertrail.process.path.OrderPaths;
import io.ordertrail.process.path.PathPage;
import io.ordertrail.process.path.Visit;

/** Reads where an order was and is on its diagrams, and when orders like it usually end. */
@Component
class ReadPath {

    private final OrderPaths paths;
    private final UsualRest usualRest;
    private final Clock clock;

    ReadPath(OrderPaths paths, UsualRest usualRest, Clock clock) {
        this.paths = paths;
        this.usualRest = usualRest;
        this.clock = clock;
    }

    OrderPath of(OrderNumber order) {
        var pages = paths.of(order);
        return new OrderPath(pages, usualEnd(pages).orElse(null));
    }

    private Optional<UsualEnd> usualEnd(List<PathPage> pages) {
        return innermost(pages)
                .flatMap(visit ->
                        usualRest.of(visit.element()).map(usual -> UsualEnd.of(visit.from(), usual, clock.instant())));
    }

    /** Where the order itself is, in the innermost step; its parcels have steps of their own. */
    private static Optional<Visit> innermost(List<PathPage> pages) {
        return pages.stream()
                .filter(page -> page.parcel().isEmpty())
                .flatMap(page -> page.visits().stream())
                .filter(Visit::lasts)
                .max(Comparator.comparing(Visit::from));
    }
}
