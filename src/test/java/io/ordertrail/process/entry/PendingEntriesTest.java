package io.ordertrail.process.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.entry.PendingEntry.Step;

/** Orders that wait for one worker, or two; a letter stands for the customer. */
class PendingEntriesTest {

    @Test
    void a_single_order_waits_for_no_others() {
        var pendingEntries = new PendingEntries(1, Duration.ofDays(1));
        var one = entry("A");

        assertThat(pendingEntries.awaitStep(one)).isEqualTo(Step.LEAD);
        assertThat(pendingEntries.groupOf(one)).containsExactly(one);
    }

    @Test
    void after_a_group_the_leader_waits_for_as_many_orders() throws Exception {
        var pendingEntries = new PendingEntries(1, Duration.ofDays(1));
        var clients = Executors.newCachedThreadPool();
        enterTwoTogether(pendingEntries, entry("A"), entry("B"));
        var first = entry("C");
        var second = entry("D");

        assertThat(pendingEntries.awaitStep(first)).isEqualTo(Step.LEAD);
        var group = clients.submit(() -> pendingEntries.groupOf(first));
        clients.submit(() -> pendingEntries.awaitStep(second));

        assertThat(group.get()).containsExactly(first, second);
        clients.shutdownNow();
    }

    @Test
    void a_leader_waits_only_for_a_moment() throws Exception {
        var pendingEntries = new PendingEntries(1, Duration.ofMillis(1));
        enterTwoTogether(pendingEntries, entry("A"), entry("B"));
        var alone = entry("C");

        assertThat(pendingEntries.awaitStep(alone)).isEqualTo(Step.LEAD);
        assertThat(pendingEntries.groupOf(alone)).containsExactly(alone);
    }

    @Test
    void a_second_order_of_a_customer_waits_for_the_first_and_blocks_no_other_customer() throws Exception {
        var pendingEntries = new PendingEntries(2, Duration.ZERO);
        var clients = Executors.newCachedThreadPool();
        var first = entry("A");
        var second = entry("A");
        var other = entry("B");

        assertThat(pendingEntries.awaitStep(first)).isEqualTo(Step.LEAD);
        var waits = waiting(pendingEntries, clients, second);
        assertThat(pendingEntries.awaitStep(other)).isEqualTo(Step.LEAD);
        assertThat(pendingEntries.groupOf(other)).containsExactly(other);
        pendingEntries.release(List.of(other));
        assertThat(pendingEntries.size())
                .as("the free worker must not enter it yet")
                .isEqualTo(1);
        pendingEntries.release(List.of(first));
        assertThat(waits).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(Step.LEAD);
        assertThat(pendingEntries.awaitStep(entry("C")))
                .as("one of two workers is busy")
                .isEqualTo(Step.LEAD);
        clients.shutdown();
    }

    private static Future<Step> waiting(PendingEntries pendingEntries, ExecutorService clients, PendingEntry<?> entry) {
        var waits = clients.submit(() -> pendingEntries.awaitStep(entry));
        await().until(() -> pendingEntries.size() == 1);
        return waits;
    }

    private static void enterTwoTogether(PendingEntries pendingEntries, PendingEntry<?> one, PendingEntry<?> other)
            throws Exception {
        var clients = Executors.newCachedThreadPool();
        assertThat(pendingEntries.awaitStep(one)).isEqualTo(Step.LEAD);
        var waits = waiting(pendingEntries, clients, other);
        assertThat(pendingEntries.groupOf(one)).containsExactly(one, other);
        other.resume(Step.ENTERED);
        waits.get();
        pendingEntries.release(List.of(one, other));
        clients.shutdown();
    }

    private static PendingEntry<OrderNumber> entry(String customer) {
        return new PendingEntry<>(TestCompany.order(customer, Map.of()), nothing -> {}, () -> null, number -> number);
    }
}
