package io.ordertrail.platform.operation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets no more requests work at once than the database has connections for. A request that waits for its body gives its
 * slot to another one meanwhile, so senders that are slow hold up nobody but themselves.
 */
class RequestSlots extends ValveBase {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final long LONGEST_UNREAD = 50L << 20;

    private final Semaphore slots;
    private final Semaphore waitingForBodies;
    private final Duration patience;

    /**
     * @param atOnce how many requests work at the same time
     * @param senders how many more may wait for the rest of their body
     * @param patience how long a body may take, in addition to a second for each 20 kB
     */
    RequestSlots(int atOnce, int senders, Duration patience) {
        super(true);
        this.patience = patience;
        this.slots = new Semaphore(atOnce, true);
        this.waitingForBodies = new Semaphore(senders);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!acquire()) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        var slot = new Slot(slots);
        request.setAttribute(Slot.ATTRIBUTE, slot);
        var connection = request.getCoyoteRequest();
        var bytes = connection.getInputBuffer();
        var body = new RequestBody(bytes, connection, slot, waitingForBodies, patience);
        connection.setInputBuffer(body);
        try {
            work(slot, request, response);
            if (!request.isAsync()) {
                readTheRest(body, request, response);
            }
        } finally {
            connection.setInputBuffer(bytes);
        }
    }

    private boolean acquire() throws IOException {
        try {
            return slots.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void work(Slot slot, Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
        } finally {
            slot.release();
        }
    }

    /**
     * Reads what the application did not want, so that the sender receives the answer. The server itself would wait for
     * it without limit.
     */
    private static void readTheRest(RequestBody body, Request request, Response response) {
        try {
            if (!body.isRead()) {
                response.finishResponse();
                body.skip(LONGEST_UNREAD);
            }
        } catch (IOException slowOrBroken) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
