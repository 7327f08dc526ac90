package io.ordertrail.order.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Stamp;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;

/** Occupies every worker of the entry queue until all given orders wait, so that they share a transaction. */
@Component
public class EnteredTogether {

    private final EntryQueue queue;
    private final EnterOrder enterOrder;

    EnteredTogether(EntryQueue queue, EnterOrder enterOrder) {
        this.queue = queue;
        this.enterOrder = enterOrder;
    }

    /**
     * Enters the orders as one group.
     *
     * @return their numbers, in the same sequence
     */
    public List<OrderNumber> enter(List<NewOrder> orders) {
        var clients = Executors.newCachedThreadPool();
        var occupied = IntStream.range(0, EntryQueue.WORKERS)
                .mapToObj(worker -> occupyWorker(queue, "nobody " + worker))
                .toList();
        var entered = orders.stream()
                .map(order -> clients.submit(() -> enterOrder.enter(order)))
                .toList();
        waitFor(queue, orders.size());
        queue.release(occupied.get(0));
        try {
            return entered.stream().map(EnteredTogether::number).toList();
        } finally {
            occupied.stream().skip(1).forEach(queue::release);
            clients.shutdown();
        }
    }

    static EntryGroup occupyWorker(EntryQueue queue, String customer) {
        return queue.groupFor(List.of(pending(TestCompany.order(customer, Map.of()))))
                .orElseThrow();
    }

    static PendingOrder<OrderNumber> pending(NewOrder order) {
        return new PendingOrder<>(order, new Stamp("somebody", Instant.EPOCH), Runnable::run, number -> number);
    }

    static void waitFor(EntryQueue queue, int entries) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (queue.size() < entries && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(queue.size()).isEqualTo(entries);
    }

    private static OrderNumber number(Future<OrderNumber> entered) {
        try {
            return entered.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
