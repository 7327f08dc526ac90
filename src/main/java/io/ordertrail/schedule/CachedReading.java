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
 * A cached value that is read again when it expires, by one caller at a time. A failed reading is cached, too, so that
 * not every caller waits for a database that does not answer.
 */
public final class CachedReading<T> {

    private static final Logger LOG = LoggerFactory.getLogger(CachedReading.class);
    private static final String KEY = "reading";

    private final LoadingCache<String, Optional<T>> readings;

    /**
     * Creates a reading.
     *
     * @param valid how long a reading is cached
     */
    public CachedReading(Supplier<T> source, Duration valid) {
        this(source, valid, Ticker.systemTicker());
    }

    CachedReading(Supplier<T> source, Duration valid, Ticker ticker) {
        this.readings =
                Caffeine.newBuilder().expireAfterWrite(valid).ticker(ticker).build(key -> read(source));
    }

    /**
     * The cached reading, or a new one when it has expired.
     *
     * @return empty when the reading failed
     */
    public Optional<T> value() {
        return readings.get(KEY);
    }

    private static <T> Optional<T> read(Supplier<T> source) {
        try {
            return Optional.of(source.get());
        } catch (RuntimeException e) {
            LOG.warn("A cached value could not be read: {}", e.toString());
            return Optional.empty();
        }
    }
}
