package io.ordertrail.order.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ordertrail.journey.TestCompany;

/** Orders that wait for one worker, or two. */
class EntryQueueTest {

    private static final Duration FOREVER = Duration.ofDays(1);

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stop_clients() {
        clients.shutdownNow();
    }

    @Test
    void a_single_order_waits_for_no_others() {
        var one = order("Ann", "cup");

        assertThat(orders(new EntryQueue(1, FOREVER).groupFor(List.of(one)))).containsExactly(one);
    }

    @Test
    void orders_that_find_all_workers_busy_form_the_next_group() {
        var queue = new EntryQueue(1, Duration.ZERO);
        var first = group(queue, "Ann", "cup");
        var second = waits(queue, order("Ben", "cup"));
        var third = waits(queue, order("Cem", "pot"));

        queue.release(first);

        assertThat(names(second)).containsExactly("Ben", "Cem");
        queue.release(group(second));
        assertThat(third).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
    }

    @Test
    void after_a_group_the_leader_waits_a_moment_for_as_many_orders() {
        var queue = new EntryQueue(1, FOREVER);
        enterTwoTogether(queue);
        var leader = clients.submit(() -> queue.groupFor(List.of(order("Dan", "cup"))));
        await().until(() -> leader.isDone() || queue.size() == 0);

        clients.submit(() -> queue.groupFor(List.of(order("Eve", "cup"))));

        assertThat(names(leader)).containsExactly("Dan", "Eve");
    }

    @Test
    void a_leader_waits_only_for_a_moment() {
        var queue = new EntryQueue(1, Duration.ofMillis(1));
        enterTwoTogether(queue);

        assertThat(group(queue, "Dan", "cup").orders()).hasSize(1);
    }

    @Test
    void a_free_worker_does_not_enter_an_order_of_a_customer_in_work() {
        var queue = new EntryQueue(2, Duration.ZERO);
        var first = group(queue, "Ann", "cup");
        var same = waits(queue, order("Ann", "pot"));

        var other = group(queue, "Ben", "lid");
        queue.release(other);

        assertThat(same).isNotDone();
        queue.release(first);
        assertThat(names(same)).containsExactly("Ann");
    }

    @Test
    void nor_one_of_a_product_in_work() {
        var queue = new EntryQueue(2, Duration.ZERO);
        var first = group(queue, "Ann", "cup");
        var same = waits(queue, order("Ben", "pot", "cup"));

        assertThat(group(queue, "Cem", "lid").orders()).hasSize(1);

        queue.release(first);
        assertThat(names(same)).containsExactly("Ben");
    }

    @Test
    void an_order_of_a_product_of_another_group_does_not_join() {
        var queue = new EntryQueue(2, Duration.ZERO);
        var first = group(queue, "Ann", "cup");
        var second = group(queue, "Ben", "pot");
        var ofFirst = waits(queue, order("Cem", "cup"));
        var ofNone = waits(queue, order("Dan", "lid"));

        queue.release(second);

        assertThat(names(ofNone)).containsExactly("Dan");
        queue.release(first);
        assertThat(names(ofFirst)).containsExactly("Cem");
    }

    @Test
    void several_orders_of_a_customer_and_a_product_share_a_group() {
        var queue = new EntryQueue(1, Duration.ZERO);
        var first = group(queue, "Ann", "cup");
        var second = waits(queue, order("Ben", "cup"));
        waits(queue, order("Ben", "cup"));

        queue.release(first);

        assertThat(names(second)).containsExactly("Ben", "Ben");
    }

    @Test
    void a_group_has_twenty_orders_at_most() {
        var queue = new EntryQueue(1, Duration.ZERO);
        var first = group(queue, "Ann", "cup");
        var second = waits(queue, order("Ben", "cup"));
        for (int i = 0; i < 25; i++) {
            waits(queue, order("Customer " + i, "cup"));
        }

        queue.release(first);

        assertThat(names(second)).hasSize(20);
    }

    /** The order wants two products that are in work by turns. */
    @Test
    void an_order_is_overtaken_three_times_at_most() {
        var queue = new EntryQueue(2, Duration.ZERO);
        var cups = group(queue, "Ann", "cup");
        var pots = group(queue, "Ben", "pot");
        var both = waits(queue, order("Cem", "cup", "pot"));
        for (int i = 0; i < 3; i++) {
            var overtakes = waits(queue, order("Customer " + i, "cup"));
            queue.release(cups);
            cups = group(overtakes);
        }
        var last = waits(queue, order("Dan", "cup"));

        queue.release(cups);

        assertThat(last).isNotDone();
        queue.release(pots);
        assertThat(names(both)).containsExactly("Cem", "Dan");
    }

    private void enterTwoTogether(EntryQueue queue) {
        var first = clients.submit(() -> queue.groupFor(List.of(order("Zoe", "lid"))));
        var group = group(first);
        var second = waits(queue, order("Ann", "cup"));
        waits(queue, order("Ben", "cup"));
        queue.release(group);
        queue.release(group(second));
    }

    private Future<Optional<EntryGroup>> waits(EntryQueue queue, PendingOrder<?> order) {
        var before = queue.size();
        var waits = clients.submit(() -> queue.groupFor(List.of(order)));
        await().pollInterval(Duration.ofMillis(1)).until(() -> queue.size() > before || waits.isDone());
        return waits;
    }

    private static EntryGroup group(EntryQueue queue, String customer, String... skus) {
        return queue.groupFor(List.of(order(customer, skus))).orElseThrow();
    }

    private static EntryGroup group(Future<Optional<EntryGroup>> waits) {
        assertThat(waits).succeedsWithin(Duration.ofSeconds(10));
        return get(waits).orElseThrow();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Future<Optional<EntryGroup>> waits) {
        return group(waits).orders().stream()
                .map(order -> order.entered().customer())
                .toList();
    }

    private static List<PendingOrder<?>> orders(Optional<EntryGroup> group) {
        return new ArrayList<>(group.orElseThrow().orders());
    }

    private static PendingOrder<?> order(String customer, String... skus) {
        return EnteredTogether.pending(
                TestCompany.order(customer, Arrays.stream(skus).collect(Collectors.toMap(sku -> sku, sku -> 1))));
    }
}
