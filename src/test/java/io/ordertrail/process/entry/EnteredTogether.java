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

/** Keeps every lane of the application's entry until all of some orders wait, so that they share a transaction. */
@Component
public class EnteredTogether {

    private final GroupedEntryQueue arrivals;
    private final EnterOrder enterOrder;
    private final TestCompany company;

    EnteredTogether(GroupedEntryQueue arrivals, EnterOrder enterOrder, TestCompany company) {
        this.arrivals = arrivals;
        this.enterOrder = enterOrder;
        this.company = company;
    }

    /** @param orders each of another customer. @return their numbers, in the same sequence */
    public List<OrderNumber> enter(List<NewOrder> orders) throws Exception {
        var people = Executors.newCachedThreadPool();
        var first = new CountDownLatch(1);
        var rest = new CountDownLatch(1);
        try {
            for (int lane = 0; lane < GroupedEntryQueue.LANES; lane++) {
                hold(people, lane == 0 ? first : rest);
            }
            var entered = orders.stream()
                    .map(order -> people.submit(() -> enterOrder.enter(order)))
                    .toList();
            waitFor(arrivals, orders.size());
            first.countDown();
            return entered.stream().map(EnteredTogether::number).toList();
        } finally {
            first.countDown();
            rest.countDown();
            people.shutdown();
        }
    }

    private void hold(ExecutorService people, CountDownLatch until) throws InterruptedException {
        var inside = new CountDownLatch(1);
        people.submit(() -> arrivals.enter(
                TestCompany.order(company.customer(), Map.of()),
                nothing -> {},
                () -> {
                    inside.countDown();
                    await(until);
                    throw new CancellationException("kept the lane, and wants nothing");
                },
                number -> number));
        inside.await();
    }

    static void waitFor(GroupedEntryQueue arrivals, int others) {
        var patience = System.nanoTime() + 20_000_000_000L;
        while (arrivals.waiting() < others && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(arrivals.waiting()).isEqualTo(others);
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
