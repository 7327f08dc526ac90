package io.ordertrail.api.stream;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** One open connection. Writes never block the sender; a client that does not read its events is disconnected. */
final class StockSubscriber implements WriteListener, AsyncListener {

    /**
     * Twice the number of events that a reconnecting client can have missed; a connection that falls further behind is
     * closed.
     */
    private static final int MAX_UNSENT = 2 * StockStreams.MAX_RECENT;

    private final String person;
    private final StockStreamQuery query;
    private final AsyncContext request;
    private final ServletOutputStream out;
    private final Consumer<StockSubscriber> onEnd;
    private final Deque<byte[]> unsent = new ArrayDeque<>();
    private boolean ended;
    private long lastNumber;

    StockSubscriber(String person, StockStreamQuery query, AsyncContext request, Consumer<StockSubscriber> onEnd)
            throws IOException {
        this.person = person;
        this.query = query;
        this.request = request;
        this.onEnd = onEnd;
        this.out = request.getResponse().getOutputStream();
        request.addListener(this);
        out.setWriteListener(this);
    }

    boolean isOf(String other) {
        return Objects.equals(person, other);
    }

    /** Skips all events up to this number. */
    void skipTo(long number) {
        lastNumber = number;
    }

    void sendIfNewer(StockEvent event) {
        if (event.level().number() > lastNumber && query.wants(event.level())) {
            lastNumber = event.level().number();
            send(event.bytes());
        }
    }

    void send(byte[] bytes) {
        var healthy = false;
        synchronized (this) {
            if (!ended && unsent.size() < MAX_UNSENT) {
                unsent.add(bytes);
                healthy = written();
            }
        }
        if (!healthy) {
            end();
        }
    }

    @Override
    public void onWritePossible() {
        var healthy = false;
        synchronized (this) {
            healthy = ended || written();
        }
        if (!healthy) {
            end();
        }
    }

    /** Writes as much as the connection accepts; returns false when the connection is broken. */
    private boolean written() {
        try {
            while (!unsent.isEmpty() && out.isReady()) {
                out.write(unsent.poll());
            }
            if (unsent.isEmpty() && out.isReady()) {
                out.flush();
            }
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    /** Ends the connection; the client reconnects with the number of the last event that it received. */
    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            unsent.clear();
        }
        onEnd.accept(this);
        try {
            request.complete();
        } catch (IllegalStateException e) {
            // the server has already ended the request
        }
    }

    @Override
    public void onError(Throwable broken) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the request is started asynchronously only once
    }
}
