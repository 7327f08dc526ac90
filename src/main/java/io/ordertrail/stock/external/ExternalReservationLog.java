package io.ordertrail.stock.external;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.allocation.WaitingOrders;

/**
 * Keeps book of what the company's own stock system is asked. What must outlive a failure of the work around it is stored at once, in
 * a small transaction of its own; no lock is held while somebody outside is waited for.
 */
@Component
class ExternalReservationLog {

    /** By which the clocks of two nodes may differ. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(1);

    private final ExternalReservations reservations;
    private final WaitingOrders waitingOrders;
    private final Clock clock;

    ExternalReservationLog(ExternalReservations reservations, WaitingOrders waitingOrders, Clock clock) {
        this.reservations = reservations;
        this.waitingOrders = waitingOrders;
        this.clock = clock;
    }

    /**
     * One question.
     *
     * @param since when it was asked for the first time
     * @param former keys that may still hold goods of the order, to be given back before this one is asked
     */
    record Attempt(String key, Instant since, List<String> former) {}

    /**
     * Whoever cancels the order locks it, too: either the key is stored before, and then is given back by the cancellation, or the order
     * is found ended here.
     *
     * @return the attempt for these goods whose answer is not known, or else a new one
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Attempt begin(OrderNumber order, List<OpenReservation> goods) {
        waitingOrders.lock(order);
        if (waitingOrders.isOver(order)) {
            throw new OptimisticLockingFailureException("Order " + order + " has ended meanwhile");
        }
        var content = content(goods);
        var all = reservations.of(order);
        var open = reservations.open(order);
        var attempt = open.stream()
                .filter(asked -> asked.isFor(content))
                .reduce((first, last) -> last)
                .orElseGet(
                        () -> reservations.save(new ExternalReservation(order, next(all), content, clock.instant())));
        return new Attempt(
                attempt.key(),
                attempt.askedAt(),
                open.stream()
                        .map(ExternalReservation::key)
                        .filter(other -> !other.equals(attempt.key()))
                        .toList());
    }

    private static int next(List<ExternalReservation> all) {
        return all.stream().mapToInt(ExternalReservation::attempt).max().orElse(0) + 1;
    }

    /** It is known to hold nothing any more, and stays known whatever fails after it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void closed(String key, ExternalReservation.Status status) {
        reservations.settle(key, status, clock.instant());
    }

    /**
     * Whether such goods, given back here by another order, were still held over there when the question was asked: then they are
     * missing there for the moment only.
     */
    boolean awaitsRelease(OrderNumber order, Attempt attempt, StockedQuantity goods) {
        return reservations.givenBack(goods.sku(), goods.site(), attempt.since().minus(CLOCKS_APART), order).stream()
                .anyMatch(other -> other.status() == ExternalReservation.Status.RELEASED
                        || waitingOrders.givesBack(other.orderNumber()));
    }

    /** Takes down the answer in the running transaction, with what is made of it. */
    void answered(String key, ExternalReservation.Status status) {
        if (reservations.settle(key, status, clock.instant()) == 0) {
            throw new OptimisticLockingFailureException("Reservation " + key + " was given back meanwhile");
        }
    }

    /** Whether exactly these goods are set aside there. */
    boolean holds(OrderNumber order, List<OpenReservation> goods) {
        var content = content(goods);
        return reservations.open(order).stream()
                .anyMatch(asked -> asked.status() == ExternalReservation.Status.RESERVED && asked.isFor(content));
    }

    List<String> open(OrderNumber order) {
        return reservations.open(order).stream().map(ExternalReservation::key).toList();
    }

    /** With the ids of our own reservations: the same goods set aside a second time, after the first were sent, are not the same. */
    private static String content(List<OpenReservation> goods) {
        var text = goods.stream()
                .map(open -> open.id() + " " + open.sku() + " " + open.site() + " " + open.quantity())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
