package io.ordertrail.api.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jakarta.servlet.http.HttpServletRequest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.ordertrail.api.wire.WireJson;
import io.ordertrail.schedule.BackgroundLoop;
import io.ordertrail.stock.announcement.Announcements;

/**
 * All stock stream connections of this node. One database poll serves all connections, and clients that reconnect
 * receive missed events from memory.
 */
@Component
class StockStreams extends BackgroundLoop implements MeterBinder {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /**
     * A client then reconnects and authenticates again, so a client that loses its right receives events no longer than
     * this.
     */
    static final Duration MAX_DURATION = Duration.ofSeconds(50);

    static final Duration MIN_DURATION = Duration.ofSeconds(1);

    static final int MAX_RECENT = 5000;

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Limit AT_ONCE = Limit.of(1000);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Announcements announcements;
    private final WireJson json;
    private final Clock clock;
    private final StreamSettings settings;
    private final Set<StockSubscriber> subscribers = new HashSet<>();
    private final Deque<StockEvent> recent = new ArrayDeque<>();
    private long position = -1;
    private Instant nextHeartbeat = Instant.MIN;
    private boolean closed;

    StockStreams(
            Announcements announcements,
            WireJson json,
            Clock clock,
            StreamSettings settings,
            @Value("${ordertrail.announcements}") boolean wanted) {
        super("stock streams", PAUSE, wanted);
        this.announcements = announcements;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Opens a connection.
     *
     * @param lastEventId the unchecked value of the client's Last-Event-ID header; null on the first connection
     * @param trustedUntil when the rights of the client have to be checked again
     * @throws TooManyStreams when this node has no connection left, for anybody or for this client, or is shutting down
     */
    synchronized void open(
            HttpServletRequest request, StockStreamQuery query, String lastEventId, Optional<Instant> trustedUntil)
            throws IOException {
        if (closed || subscribers.size() >= settings.connections()) {
            throw new TooManyStreams(false);
        }
        var person = request.getRemoteUser();
        if (subscribers.stream().filter(open -> open.isOf(person)).count() >= settings.connectionsEach()) {
            throw new TooManyStreams(true);
        }
        if (position < 0 || numberOf(lastEventId) > position) {
            poll();
        }
        var connection = request.startAsync();
        connection.setTimeout(duration(trustedUntil, clock.instant()).toMillis());
        var subscriber = new StockSubscriber(person, query, connection, this::forget);
        subscribers.add(subscriber);
        subscriber.send(StockEvent.RETRY_AFTER_A_SECOND);
        catchUp(subscriber, lastEventId);
    }

    /** A stream ends when the rights of its client have to be checked again, but it lasts a while in any case. */
    static Duration duration(Optional<Instant> trustedUntil, Instant now) {
        var trusted = trustedUntil
                .map(until -> Duration.between(now, until))
                .filter(time -> time.compareTo(MAX_DURATION) < 0)
                .orElse(MAX_DURATION);
        return trusted.compareTo(MIN_DURATION) < 0 ? MIN_DURATION : trusted;
    }

    private void catchUp(StockSubscriber subscriber, String lastEventId) {
        var number = numberOf(lastEventId);
        if (lastEventId == null) {
            subscriber.skipTo(position);
            subscriber.send(StockEvent.ready(position, json));
        } else if (number == position
                || number < position
                        && !recent.isEmpty()
                        && number >= recent.peekFirst().level().number() - 1) {
            subscriber.skipTo(number);
            recent.forEach(subscriber::sendIfNewer);
        } else {
            subscriber.skipTo(position);
            subscriber.send(StockEvent.reset(position, json));
        }
    }

    @Override
    protected synchronized void round() {
        poll();
        var now = clock.instant();
        if (!now.isBefore(nextHeartbeat)) {
            heartbeat();
            nextHeartbeat = now.plus(HEARTBEAT);
        }
    }

    /** Keeps proxies from closing idle connections and detects broken connections. */
    synchronized void heartbeat() {
        List.copyOf(subscribers).forEach(subscriber -> subscriber.send(StockEvent.HEARTBEAT));
    }

    private void poll() {
        if (position < 0) {
            var last = announcements.lastNumber();
            announcements
                    .findByNumberLessThanEqualOrderByNumberDesc(last, Limit.of(MAX_RECENT))
                    .forEach(level -> recent.addFirst(StockEvent.of(level, json)));
            position = last;
        }
        var added = announcements.findByNumberGreaterThanOrderByNumber(position, AT_ONCE);
        added.forEach(level -> publish(StockEvent.of(level, json)));
        if (added.size() == AT_ONCE.max()) {
            wakeUp();
        }
    }

    private void publish(StockEvent event) {
        recent.addLast(event);
        if (recent.size() > MAX_RECENT) {
            recent.removeFirst();
        }
        position = event.level().number();
        List.copyOf(subscribers).forEach(subscriber -> subscriber.sendIfNewer(event));
    }

    private synchronized void forget(StockSubscriber subscriber) {
        subscribers.remove(subscriber);
    }

    /**
     * Closes all streams before the server waits for open requests, because streams do not end by themselves; clients
     * reconnect to another node.
     */
    @EventListener(ContextClosedEvent.class)
    void close() {
        synchronized (this) {
            closed = true;
        }
        endAll();
    }

    void endAll() {
        List<StockSubscriber> all;
        synchronized (this) {
            all = List.copyOf(subscribers);
        }
        all.forEach(StockSubscriber::end);
    }

    /** The number of the last published announcement. */
    synchronized long position() {
        return position;
    }

    synchronized int connections() {
        return subscribers.size();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ordertrail.stream.connections", this::connections)
                .description("Open stock stream connections of this node")
                .register(registry);
    }

    private static long numberOf(String lastEventId) {
        return lastEventId != null && NUMBER.matcher(lastEventId).matches() ? Long.parseLong(lastEventId) : -1;
    }
}
