package io.ordertrail.process.entry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.ordertrail.process.entry.PendingEntry.Turn;

/**
 * Orders that have arrived and are not being entered yet, and the lanes in which that is done. Who finds a free lane leads: enters what
 * waits together with its own. Where the last was entered by itself, nobody waits for company; but those who were entered together
 * mostly come again at once, and to enter them together again is worth a moment.
 */
final class PendingEntries {

    private static final int MOST = 20;

    private final Deque<PendingEntry<?>> waiting = new ArrayDeque<>();
    private final Set<String> customers = new HashSet<>();
    private final int lanes;
    private final long patience;
    private int busy;
    private int lastTogether;

    /** @param patience how long who leads waits for as many as were entered together the last time */
    PendingEntries(int lanes, Duration patience) {
        this.lanes = lanes;
        this.patience = patience.toNanos();
    }

    /** Waits where every lane is taken, or one by an order of the same customer. */
    Turn turnOf(PendingEntry<?> arrival) {
        synchronized (waiting) {
            if (busy < lanes && customers.add(arrival.customer())) {
                busy++;
                return Turn.LEAD;
            }
            waiting.add(arrival);
            waiting.notifyAll();
        }
        return arrival.awaitTurn();
    }

    int size() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** Of a customer one at a time, in whichever lane: the next would have to wait for its customer there, and with it who shares the lane. */
    List<PendingEntry<?>> with(PendingEntry<?> first) {
        var group = new ArrayList<PendingEntry<?>>(List.of(first));
        synchronized (waiting) {
            gather();
            for (var others = waiting.iterator(); others.hasNext() && group.size() < MOST; ) {
                var other = others.next();
                if (customers.add(other.customer())) {
                    group.add(other);
                    others.remove();
                }
            }
            lastTogether = group.size();
        }
        return group;
    }

    private void gather() {
        var end = System.nanoTime() + patience;
        for (var left = patience; waiting.size() + 1 < lastTogether && left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(waiting, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The lane goes to who waited longest and can be entered now, so that nobody enters the orders of others for ever. */
    void next(List<PendingEntry<?>> through) {
        synchronized (waiting) {
            through.forEach(one -> customers.remove(one.customer()));
            waiting.stream()
                    .filter(one -> customers.add(one.customer()))
                    .findFirst()
                    .ifPresentOrElse(this::lead, () -> busy--);
        }
    }

    private void lead(PendingEntry<?> longest) {
        waiting.remove(longest);
        longest.tell(Turn.LEAD);
    }
}
