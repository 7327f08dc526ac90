package io.ordertrail.api.stream;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** One connection that is kept open. Whoever tells it something never waits for the network: one that does not listen is dropped. */
final class StockSubscriber implements WriteListener, AsyncListener {

    /** All that one who comes back can have missed, and as much again; behind by more, it is closed. */
    private static final int MOST_WAITING = 2 * StockStreams.KEPT;

    private final StockStreamQuery query;
    private final AsyncContext request;
    private final ServletOutputStream out;
    private final Consumer<StockSubscriber> gone;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean ended;
    private long heard;

    StockSubscriber(StockStreamQuery query, AsyncContext request, Consumer<StockSubscriber> gone) throws IOException {
        this.query = query;
        this.request = request;
        this.gone = gone;
        this.out = request.getResponse().getOutputStream();
        request.addListener(this);
        out.setWriteListener(this);
    }

    /** Nothing up to this number is told any more. */
    void hasHeard(long number) {
        heard = number;
    }

    void hear(StockEvent event) {
        if (event.level().number() > heard && query.wants(event.level())) {
            heard = event.level().number();
            send(event.bytes());
        }
    }

    void send(byte[] bytes) {
        var whole = false;
        synchronized (this) {
            if (!ended && waiting.size() < MOST_WAITING) {
                waiting.add(bytes);
                whole = written();
            }
        }
        if (!whole) {
            end();
        }
    }

    @Override
    public void onWritePossible() {
        var whole = false;
        synchronized (this) {
            whole = ended || written();
        }
        if (!whole) {
            end();
        }
    }

    /** @return false where the connection is broken */
    private boolean written() {
        try {
            while (!waiting.isEmpty() && out.isReady()) {
                out.write(waiting.poll());
            }
            if (waiting.isEmpty() && out.isReady()) {
                out.flush();
            }
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    /** The client comes again, with the number of what it heard last. */
    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            waiting.clear();
        }
        gone.accept(this);
        try {
            request.complete();
        } catch (IllegalStateException e) {
            // the server has ended it already
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
        // not done again
    }
}
