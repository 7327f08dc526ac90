package io.ordertrail.process.entry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.ordertrail.process.entry.PendingEntry.Step;

/**
 * Orders that wait for their entry, and the workers that enter them. A thread that finds a free worker leads a group:
 * it enters the waiting orders together with its own. When all workers are busy, waiting orders form the next group.
 * After an order that was entered alone, the next leader does not wait for others. After a group it waits a moment,
 * because clients whose orders were entered together mostly send the next ones at the same time.
 */
final class PendingEntries {

    private static final int MAX_GROUP = 20;

    private final Deque<PendingEntry<?>> waiting = new ArrayDeque<>();
    private final Set<String> customers = new HashSet<>();
    private final int workers;
    private final long maxWait;
    private int busy;
    private int lastGroupSize;

    /**
     * Creates the queue.
     *
     * @param workers how many groups are entered at the same time
     * @param maxWait how long a leader waits for as many orders as the last group had
     */
    PendingEntries(int workers, Duration maxWait) {
        this.workers = workers;
        this.maxWait = maxWait.toNanos();
    }

    /** Waits while all workers are busy or one of them enters an order of the same customer. */
    Step awaitStep(PendingEntry<?> pending) {
        synchronized (waiting) {
            if (busy < workers && customers.add(pending.customer())) {
                busy++;
                return Step.LEAD;
            }
            waiting.add(pending);
            waiting.notifyAll();
        }
        return pending.awaitStep();
    }

    int size() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /**
     * Forms the group of a leader. Only one order of a customer is entered at a time: the next one would wait for the
     * lock of the customer, and its whole group with it.
     */
    List<PendingEntry<?>> groupOf(PendingEntry<?> first) {
        var group = new ArrayList<PendingEntry<?>>(List.of(first));
        synchronized (waiting) {
            gather();
            for (var others = waiting.iterator(); others.hasNext() && group.size() < MAX_GROUP; ) {
                var other = others.next();
                if (customers.add(other.customer())) {
                    group.add(other);
                    others.remove();
                }
            }
            lastGroupSize = group.size();
        }
        return group;
    }

    private void gather() {
        var end = System.nanoTime() + maxWait;
        for (var left = maxWait; waiting.size() + 1 < lastGroupSize && left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(waiting, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /**
     * Frees the worker of a group. The longest-waiting order that can be entered now gets it, so that no thread enters
     * the orders of others forever.
     */
    void release(List<PendingEntry<?>> entered) {
        synchronized (waiting) {
            entered.forEach(one -> customers.remove(one.customer()));
            waiting.stream()
                    .filter(one -> customers.add(one.customer()))
                    .findFirst()
                    .ifPresentOrElse(this::lead, () -> busy--);
        }
    }

    private void lead(PendingEntry<?> next) {
        waiting.remove(next);
        next.resume(Step.LEAD);
    }
}
