package io.ordertrail.order.entry;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The orders of one call that wait for their entry. */
final class PendingEntry {

    private final List<PendingOrder<?>> orders;
    private final Set<String> contended;
    private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
    private int overtaken;

    PendingEntry(List<PendingOrder<?>> orders) {
        this.orders = orders;
        this.contended = orders.stream().flatMap(PendingOrder::contended).collect(Collectors.toSet());
    }

    List<PendingOrder<?>> orders() {
        return orders;
    }

    Set<String> contended() {
        return contended;
    }

    void overtake() {
        overtaken++;
    }

    /** How often a later entry was preferred. */
    int overtaken() {
        return overtaken;
    }

    void lead() {
        turn.complete(true);
    }

    void entered() {
        turn.complete(false);
    }

    /** Waits; returns true when this thread has to enter the orders, false when another one has entered them. */
    boolean awaitTurn() {
        return turn.join();
    }
}
