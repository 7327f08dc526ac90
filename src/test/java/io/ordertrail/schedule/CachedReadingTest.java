package io.ordertrail.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

/** A value that many callers need is read only when the cached one has expired. */
class CachedReadingTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void a_reading_is_cached_until_it_expires() {
        var reading = reading(readings::incrementAndGet);
        assertThat(reading.value()).contains(1);
        pass(Duration.ofMillis(999));
        assertThat(reading.value()).contains(1);
        pass(Duration.ofMillis(1));
        assertThat(reading.value()).contains(2);
    }

    @Test
    void a_failed_reading_is_cached_too() {
        var reading = reading(() -> {
            readings.incrementAndGet();
            throw new IllegalStateException("no answer");
        });
        assertThat(reading.value()).isEmpty();
        assertThat(reading.value()).isEmpty();
        assertThat(readings).hasValue(1);
        pass(Duration.ofSeconds(1));
        assertThat(reading.value()).isEmpty();
        assertThat(readings).hasValue(2);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private <T> CachedReading<T> reading(Supplier<T> source) {
        return new CachedReading<>(source, Duration.ofSeconds(1), now::get);
    }
}
