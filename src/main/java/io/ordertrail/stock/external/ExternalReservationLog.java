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
 * Records the calls to the external stock system. Entries that must survive a failure of the calling transaction are
 * committed in small transactions of their own, and no lock is held during a call.
 */
@Component
class ExternalReservationLog {

    /** The tolerance for different clocks of two nodes. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    private final ExternalReservations reservations;
    private final WaitingOrders waitingOrders;
    private final Clock clock;

    ExternalReservationLog(ExternalReservations reservations, WaitingOrders waitingOrders, Clock clock) {
        this.reservations = reservations;
        this.waitingOrders = waitingOrders;
        this.clock = clock;
    }

    /**
     * One attempt to reserve an order's goods.
     *
     * @param since the time of the first call
     * @param former keys that may still hold goods for the order and are released before this attempt is made
     */
    record Attempt(String key, Instant since, List<String> former) {}

    /**
     * Locks the order, as a cancellation does: either this method stores the key first and the cancellation releases
     * it, or this method finds that the order has ended.
     *
     * @return the open attempt for exactly these goods, or else a new one
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Attempt begin(OrderNumber order, List<OpenReservation> goods) {
        waitingOrders.lock(order);
        if (waitingOrders.hasEnded(order)) {
            throw new OptimisticLockingFailureException("Order " + order + " has ended meanwhile");
        }
        var content = fingerprint(goods);
        var all = reservations.of(order);
        var open = reservations.open(order);
        var attempt = open.stream()
                .filter(candidate -> candidate.isFor(content) && !candidate.isReleasing())
                .reduce((first, last) -> last)
                .orElseGet(() ->
                        reservations.save(new ExternalReservation(order, nextAttempt(all), content, clock.instant())));
        return new Attempt(
                attempt.key(),
                attempt.askedAt(),
                open.stream()
                        .map(ExternalReservation::key)
                        .filter(other -> !other.equals(attempt.key()))
                        .toList());
    }

    private static int nextAttempt(List<ExternalReservation> all) {
        return all.stream().mapToInt(ExternalReservation::attempt).max().orElse(0) + 1;
    }

    /** Records in a transaction of its own that the key holds nothing any more. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void settle(String key, ExternalReservation.Status status) {
        reservations.settle(key, status, clock.instant());
    }

    /**
     * Tells whether another order released such goods in our books while the external system still held them at the
     * time of the call: then they are missing there only until that release arrives.
     */
    boolean awaitsRelease(OrderNumber order, Attempt attempt, StockedQuantity goods) {
        return reservations
                .releasedInOurBooks(goods.sku(), goods.site(), attempt.since().minus(CLOCK_TOLERANCE), order)
                .stream()
                .anyMatch(other -> other.status() == ExternalReservation.Status.RELEASED
                        || other.isReleasing()
                        || waitingOrders.isReleasingExternally(other.orderNumber()));
    }

    /** Records the answer in the current transaction, together with its consequences. */
    void recordAnswer(String key, ExternalReservation.Status status) {
        if (reservations.answer(key, status, clock.instant()) == 0) {
            throw new OptimisticLockingFailureException("Reservation " + key + " was released meanwhile");
        }
    }

    /** Tells whether exactly these goods are reserved in the external system. */
    boolean holds(OrderNumber order, List<OpenReservation> goods) {
        var content = fingerprint(goods);
        return reservations.open(order).stream()
                .anyMatch(reservation ->
                        reservation.status() == ExternalReservation.Status.RESERVED && reservation.isFor(content));
    }

    /** Marks every reservation of the order for release, and tells whether one was not marked before. */
    boolean releaseAll(OrderNumber order) {
        return reservations.markForRelease(order) > 0;
    }

    /** Marks the reservations of the order that cover other goods than these as outdated. */
    void outdateOthers(OrderNumber order, List<OpenReservation> goods) {
        reservations.markOutdated(order, fingerprint(goods));
    }

    /** The keys that are outdated or marked for release, the oldest first. */
    List<String> releasing(OrderNumber order) {
        return reservations.open(order).stream()
                .filter(ExternalReservation::isReleasing)
                .map(ExternalReservation::key)
                .toList();
    }

    /**
     * Includes the ids of our reservations: goods reserved again after the first were shipped have another fingerprint.
     */
    private static String fingerprint(List<OpenReservation> goods) {
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
