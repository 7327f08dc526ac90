package io.ordertrail.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ordertrail.platform.access.TooManyAttempts;
import io.ordertrail.platform.signin.SlowDown.Attempt;
import io.ordertrail.schedule.MovedClock;

class SlowDownTest {

    private final MovedClock clock = new MovedClock();
    private final SlowDown slowDown = new SlowDown(clock);
    private final Attempt ada = Attempt.of("ada", "203.0.113.7");

    @Test
    void the_wait_doubles_with_each_wrong_password_after_the_third_up_to_a_minute() {
        wrong(ada);
        wrong(ada);
        wrong(ada);
        for (var seconds : List.of(5, 10, 20, 40, 60, 60, 60)) {
            clock.move(Duration.ofSeconds(seconds).minusMillis(1));
            assertWaits(ada);
            clock.move(Duration.ofMillis(1));
            wrong(ada);
        }
    }

    @Test
    void a_right_password_is_not_even_checked_during_the_wait_and_is_right_after_it() {
        for (var i = 0; i < 50; i++) {
            wrong(ada);
            clock.move(Duration.ofMinutes(1));
        }
        wrong(ada);
        assertWaits(ada);
        clock.move(Duration.ofMinutes(1));
        assertThat(slowDown.isRight(ada, () -> true)).isTrue();
        for (var i = 1; i < SlowDown.FREE_FOR_AN_ACCOUNT; i++) {
            wrong(ada);
            clock.move(SlowDown.LONGEST_FOR_AN_ADDRESS);
        }
        assertThat(slowDown.isRight(ada, () -> true)).isTrue();
    }

    @Test
    void attempts_that_are_not_checked_because_their_address_waits_make_their_account_wait() {
        IntStream.range(0, SlowDown.FREE_FOR_AN_ADDRESS).forEach(i -> wrong(Attempt.of("account-" + i, "203.0.113.7")));
        for (var i = 0; i < SlowDown.FREE_FOR_AN_ACCOUNT; i++) {
            slowDown.refuseWhileWaiting(ada);
            assertThatThrownBy(() -> slowDown.isRight(ada, () -> true)).isInstanceOf(TooManyAttempts.class);
        }

        assertThatThrownBy(() -> slowDown.refuseWhileWaiting(ada)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void nobody_makes_somebody_wait_at_another_address() {
        for (var i = 0; i < 30; i++) {
            wrong(ada);
            clock.move(Duration.ofMinutes(1));
        }
        wrong(ada);
        assertWaits(ada);
        assertThat(slowDown.isRight(Attempt.of("ada", "203.0.113.8"), () -> true))
                .isTrue();
        assertThat(slowDown.isRight(Attempt.of("ada", "127.0.0.1"), () -> true)).isTrue();
    }

    @Test
    void who_tries_many_accounts_waits_too() {
        for (var i = 0; i < SlowDown.FREE_FOR_AN_ADDRESS; i++) {
            wrong(Attempt.of("person-" + i, "203.0.113.7"));
        }
        assertWaits(Attempt.of("somebody-else", "203.0.113.7"));
        assertThat(slowDown.isRight(Attempt.of("somebody-else", "203.0.113.8"), () -> true))
                .isTrue();
        clock.move(SlowDown.LONGEST_FOR_AN_ADDRESS);
        assertThat(slowDown.isRight(Attempt.of("somebody-else", "203.0.113.7"), () -> true))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.2",
        "127.0.0.1, ::1",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9",
    })
    void another_address_of_the_same_machine_or_network_gives_no_new_attempts(String first, String second) {
        for (var i = 0; i < SlowDown.FREE_FOR_AN_ACCOUNT; i++) {
            wrong(Attempt.of("ada", first));
        }
        assertWaits(Attempt.of("Ada", second));
    }

    @Test
    void of_many_attempts_at_once_no_more_are_checked_than_one_after_the_other() throws Exception {
        var checked = new AtomicInteger();
        var ready = new CyclicBarrier(20);
        var threads = Executors.newFixedThreadPool(20);
        try {
            var attempts = IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        ready.await();
                        return slowDown.isRight(ada, () -> {
                            checked.incrementAndGet();
                            pause();
                            return false;
                        });
                    })
                    .collect(Collectors.toList());
            threads.invokeAll(attempts);
        } finally {
            threads.shutdownNow();
        }
        assertThat(checked).hasValue(SlowDown.FREE_FOR_AN_ACCOUNT);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wrong(Attempt attempt) {
        assertThat(slowDown.isRight(attempt, () -> false)).isFalse();
    }

    private void assertWaits(Attempt attempt) {
        assertThatThrownBy(() -> slowDown.isRight(attempt, () -> {
                    throw new AssertionError("It was checked");
                }))
                .isInstanceOf(TooManyAttempts.class);
    }
}
