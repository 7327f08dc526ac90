package io.ordertrail.process.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.springframework.stereotype.Component;

import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;

/** Occupies every worker of the entry queue until all given orders wait, so that they share a transaction. */
@Component
public class EnteredTogether {

    private final GroupedEntryQueue queue;
    private final EnterOrder enterOrder;
    private final TestCompany company;

    EnteredTogether(GroupedEntryQueue queue, EnterOrder enterOrder, TestCompany company) {
        this.queue = queue;
        this.enterOrder = enterOrder;
        this.company = company;
    }

    /**
     * Enters the orders as one group.
     *
     * @param orders each of another customer
     * @return their numbers, in the same sequence
     */
    public List<OrderNumber> enter(List<NewOrder> orders) throws Exception {
        var clients = Executors.newCachedThreadPool();
        var first = new CountDownLatch(1);
        var rest = new CountDownLatch(1);
        try {
            for (int worker = 0; worker < GroupedEntryQueue.WORKERS; worker++) {
                occupyWorker(clients, worker == 0 ? first : rest);
            }
            var entered = orders.stream()
                    .map(order -> clients.submit(() -> enterOrder.enter(order)))
                    .toList();
            waitFor(queue, orders.size());
            first.countDown();
            return entered.stream().map(EnteredTogether::number).toList();
        } finally {
            first.countDown();
            rest.countDown();
            clients.shutdown();
        }
    }

    private void occupyWorker(ExecutorService clients, CountDownLatch until) throws InterruptedException {
        var started = new CountDownLatch(1);
        clients.submit(() -> queue.enter(
                TestCompany.order(company.customer(), Map.of()),
                nothing -> {},
                () -> {
                    started.countDown();
                    await(until);
                    throw new CancellationException("occupied the worker and enters nothing");
                },
                number -> number));
        started.await();
    }

    static void waitFor(GroupedEntryQueue queue, int orders) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (queue.waiting() < orders && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(queue.waiting()).isEqualTo(orders);
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OrderNumber number(Future<OrderNumber> entered) {
        try {
            return entered.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
