package io.ordertrail.api.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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
 * All connections of this node that hear of stock. One look at the database serves them all, however many they are, and those who come
 * back are told out of memory what they missed.
 */
@Component
class StockStreams extends BackgroundLoop implements MeterBinder {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** Then the client comes again and shows who it is: nobody hears more than that after they lost the right to. */
    static final Duration LONGEST = Duration.ofSeconds(50);

    static final int KEPT = 5000;

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Limit AT_ONCE = Limit.of(1000);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Announcements announcements;
    private final WireJson json;
    private final Clock clock;
    private final int most;
    private final Set<StockSubscriber> subscribers = new HashSet<>();
    private final Deque<StockEvent> kept = new ArrayDeque<>();
    private long position = -1;
    private Instant nextHeartbeat = Instant.MIN;
    private boolean closed;

    StockStreams(
            Announcements announcements,
            WireJson json,
            Clock clock,
            @Value("${ordertrail.stream.connections}") int most,
            @Value("${ordertrail.announcements}") boolean wanted) {
        super("stock streams", PAUSE, wanted);
        this.announcements = announcements;
        this.json = json;
        this.clock = clock;
        this.most = most;
    }

    /** @param lastHeard what the client says, which may be anything; null for one that comes for the first time */
    synchronized void open(HttpServletRequest request, StockStreamQuery query, String lastHeard) throws IOException {
        if (closed || subscribers.size() >= most) {
            throw new TooManyStreams();
        }
        if (position < 0 || number(lastHeard) > position) {
            look();
        }
        var connection = request.startAsync();
        connection.setTimeout(LONGEST.toMillis());
        var subscriber = new StockSubscriber(query, connection, this::forget);
        subscribers.add(subscriber);
        subscriber.send(StockEvent.COME_BACK_AFTER_A_SECOND);
        welcome(subscriber, lastHeard);
    }

    private void welcome(StockSubscriber subscriber, String lastHeard) {
        var number = number(lastHeard);
        if (lastHeard == null) {
            subscriber.hasHeard(position);
            subscriber.send(StockEvent.ready(position, json));
        } else if (number == position
                || number < position
                        && !kept.isEmpty()
                        && number >= kept.peekFirst().level().number() - 1) {
            subscriber.hasHeard(number);
            kept.forEach(subscriber::hear);
        } else {
            subscriber.hasHeard(position);
            subscriber.send(StockEvent.reset(position, json));
        }
    }

    @Override
    protected synchronized void round() {
        look();
        var now = clock.instant();
        if (!now.isBefore(nextHeartbeat)) {
            heartbeat();
            nextHeartbeat = now.plus(HEARTBEAT);
        }
    }

    /** By which a proxy sees that the connection lives, and this side that it does not. */
    synchronized void heartbeat() {
        List.copyOf(subscribers).forEach(subscriber -> subscriber.send(StockEvent.HEARTBEAT));
    }

    private void look() {
        if (position < 0) {
            var last = announcements.lastNumber();
            announcements
                    .findByNumberLessThanEqualOrderByNumberDesc(last, Limit.of(KEPT))
                    .forEach(level -> kept.addFirst(StockEvent.of(level, json)));
            position = last;
        }
        var news = announcements.findByNumberGreaterThanOrderByNumber(position, AT_ONCE);
        news.forEach(level -> tell(StockEvent.of(level, json)));
        if (news.size() == AT_ONCE.max()) {
            callRound();
        }
    }

    private void tell(StockEvent event) {
        kept.addLast(event);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        position = event.level().number();
        List.copyOf(subscribers).forEach(subscriber -> subscriber.hear(event));
    }

    private synchronized void forget(StockSubscriber subscriber) {
        subscribers.remove(subscriber);
    }

    /** Before the server waits for the last requests to end: these would not. Clients come again, to another node. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        synchronized (this) {
            closed = true;
        }
        goodBye();
    }

    void goodBye() {
        List<StockSubscriber> all;
        synchronized (this) {
            all = List.copyOf(subscribers);
        }
        all.forEach(StockSubscriber::end);
    }

    /** The number of what was told last. */
    synchronized long position() {
        return position;
    }

    synchronized int connections() {
        return subscribers.size();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ordertrail.stream.connections", this::connections)
                .description("Connections of this node that hear of stock")
                .register(registry);
    }

    private static long number(String lastHeard) {
        return lastHeard != null && NUMBER.matcher(lastHeard).matches() ? Long.parseLong(lastHeard) : -1;
    }
}
