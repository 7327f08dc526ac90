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
import io.ordertrail.process.entry.PendingEntry.Turn;

/** One lane, and orders of customers that are called by a letter. */
class PendingEntriesTest {

    @Test
    void who_comes_alone_waits_for_nobody() {
        var room = new PendingEntries(1, Duration.ofDays(1));
        var one = arrival("A");

        assertThat(room.turnOf(one)).isEqualTo(Turn.LEAD);
        assertThat(room.with(one)).containsExactly(one);
    }

    @Test
    void who_comes_after_several_waits_for_as_many() throws Exception {
        var room = new PendingEntries(1, Duration.ofDays(1));
        var people = Executors.newCachedThreadPool();
        enterTwoTogether(room, arrival("A"), arrival("B"));
        var first = arrival("C");
        var second = arrival("D");

        assertThat(room.turnOf(first)).isEqualTo(Turn.LEAD);
        var group = people.submit(() -> room.with(first));
        people.submit(() -> room.turnOf(second));

        assertThat(group.get()).containsExactly(first, second);
        people.shutdownNow();
    }

    @Test
    void but_no_longer_than_a_moment() throws Exception {
        var room = new PendingEntries(1, Duration.ofMillis(1));
        enterTwoTogether(room, arrival("A"), arrival("B"));
        var alone = arrival("C");

        assertThat(room.turnOf(alone)).isEqualTo(Turn.LEAD);
        assertThat(room.with(alone)).containsExactly(alone);
    }

    @Test
    void who_has_another_order_in_a_lane_waits_for_it_and_keeps_nobody_else_from_a_free_one() throws Exception {
        var room = new PendingEntries(2, Duration.ZERO);
        var people = Executors.newCachedThreadPool();
        var first = arrival("A");
        var second = arrival("A");
        var other = arrival("B");

        assertThat(room.turnOf(first)).isEqualTo(Turn.LEAD);
        var waits = waiting(room, people, second);
        assertThat(room.turnOf(other)).isEqualTo(Turn.LEAD);
        assertThat(room.with(other)).containsExactly(other);
        room.next(List.of(other));
        assertThat(room.size())
                .as("the lane that is free now is of no use to it")
                .isEqualTo(1);
        room.next(List.of(first));
        assertThat(waits).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(Turn.LEAD);
        assertThat(room.turnOf(arrival("C"))).as("of two lanes one is taken").isEqualTo(Turn.LEAD);
        people.shutdown();
    }

    private static Future<Turn> waiting(PendingEntries room, ExecutorService people, PendingEntry<?> arrival) {
        var waits = people.submit(() -> room.turnOf(arrival));
        await().until(() -> room.size() == 1);
        return waits;
    }

    private static void enterTwoTogether(PendingEntries room, PendingEntry<?> one, PendingEntry<?> other)
            throws Exception {
        var people = Executors.newCachedThreadPool();
        assertThat(room.turnOf(one)).isEqualTo(Turn.LEAD);
        var waits = waiting(room, people, other);
        assertThat(room.with(one)).containsExactly(one, other);
        other.tell(Turn.ENTERED);
        waits.get();
        room.next(List.of(one, other));
        people.shutdown();
    }

    private static PendingEntry<OrderNumber> arrival(String customer) {
        return new PendingEntry<>(TestCompany.order(customer, Map.of()), nothing -> {}, () -> null, number -> number);
    }
}
