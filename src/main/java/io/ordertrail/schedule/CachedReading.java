package io.ordertrail.schedule;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reading that many ask for and that is taken at most once in a while, by one of them at a time. A reading that fails counts as one, so
 * that a database that does not answer is not asked by each caller.
 */
public final class CachedReading<T> {

    private static final Logger LOG = LoggerFactory.getLogger(CachedReading.class);
    private static final String KEY = "reading";

    private final LoadingCache<String, Optional<T>> readings;

    /**
     * Reads by the time of the machine.
     *
     * @param valid for how long one reading is good enough
     */
    public CachedReading(Supplier<T> source, Duration valid) {
        this(source, valid, Ticker.systemTicker());
    }

    CachedReading(Supplier<T> source, Duration valid, Ticker ticker) {
        this.readings =
                Caffeine.newBuilder().expireAfterWrite(valid).ticker(ticker).build(key -> read(source));
    }

    /**
     * The last reading, or a new one.
     *
     * @return empty where it failed
     */
    public Optional<T> value() {
        return readings.get(KEY);
    }

    private static <T> Optional<T> read(Supplier<T> source) {
        try {
            return Optional.of(source.get());
        } catch (RuntimeException e) {
            LOG.warn("A reading failed: {}", e.toString());
            return Optional.empty();
        }
    }
}
