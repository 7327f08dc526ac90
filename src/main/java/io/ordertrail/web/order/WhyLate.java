package io.ordertrail.web.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.process.deadline.DurationInWords;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.OrderTarget;
import io.ordertrail.process.measure.ReadTargets;
import io.ordertrail.process.measure.Targets;
import io.ordertrail.process.path.PathPage;
import io.ordertrail.process.path.Visit;
import io.ordertrail.refusal.Sentence;

/** Says in one sentence why an order is late: at which step it lost the most time beyond the target of that step. */
@Component
class WhyLate {

    /**
     * A stay that took longer than it may.
     *
     * @param lasts whether the order still is there
     */
    private record Over(String step, boolean lasts, Duration took, Duration target) {

        Duration beyond() {
            return took.minus(target);
        }

        String sentence(String key) {
            return Sentence.of(key, step, words(took), words(target));
        }
    }

    private final ReadTargets readTargets;
    private final OrderTarget orderTarget;
    private final Clock clock;

    WhyLate(ReadTargets readTargets, OrderTarget orderTarget, Clock clock) {
        this.readTargets = readTargets;
        this.orderTarget = orderTarget;
        this.clock = clock;
    }

    /**
     * Says it.
     *
     * @return empty when the order is not late, and is at no step for longer than it may
     */
    Optional<String> sentence(Order order, List<PathPage> pages) {
        var over = over(pages);
        if (isLate(order)) {
            return Optional.of(over.stream()
                    .max(Comparator.comparing(Over::beyond))
                    .map(worst -> worst.sentence(worst.lasts() ? "order.late.waits" : "order.late.took"))
                    .orElseGet(() -> Sentence.of("order.late.elsewhere")));
        }
        return over.stream()
                .filter(Over::lasts)
                .max(Comparator.comparing(Over::beyond))
                .map(worst -> worst.sentence("order.late.step"));
    }

    private boolean isLate(Order order) {
        var enteredBefore = orderTarget.entryOfLateOrders();
        return order.isLate(LocalDate.now(clock))
                || enteredBefore != null
                        && order.state().undelivered()
                        && order.enteredAt().isBefore(enteredBefore);
    }

    private List<Over> over(List<PathPage> pages) {
        var ofOrder = readTargets.of(OrderFulfilment.PROCESS);
        var ofParcel = readTargets.of(OrderFulfilment.PARCEL);
        return pages.stream()
                .flatMap(page -> over(page.steps(), page.parcel().isEmpty() ? ofOrder : ofParcel))
                .toList();
    }

    private Stream<Over> over(List<Visit> visits, Targets targets) {
        return visits.stream().flatMap(visit -> over(visit, targets).stream());
    }

    private Optional<Over> over(Visit visit, Targets targets) {
        var until = Optional.ofNullable(visit.until()).orElseGet(clock::instant);
        var took = Duration.between(visit.from(), until);
        return targets.on(day(until), visit.element())
                .filter(target -> took.compareTo(target) > 0)
                .map(target -> new Over(visit.name().replaceAll("\\s+", " "), visit.lasts(), took, target));
    }

    /** Minutes say nothing beside days, and seconds nothing beside minutes. */
    private static String words(Duration duration) {
        return DurationInWords.of(duration.truncatedTo(duration.toDays() > 0 ? ChronoUnit.HOURS : ChronoUnit.MINUTES));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
