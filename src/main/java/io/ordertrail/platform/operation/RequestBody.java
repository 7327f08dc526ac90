package io.ordertrail.platform.operation;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of one request as it arrives. It has to arrive in time: within some seconds, and a second more per 20 kB. */
class RequestBody implements InputBuffer {

    static final int BYTES_PER_SECOND = 20_000;

    private final InputBuffer bytes;
    private final Request request;
    private final Slot slot;
    private final Semaphore waitingForBodies;
    private final Duration patience;
    private final boolean isInChunks;
    private boolean ended;
    private long waited;

    /**
     * @param slot what the request leaves to others while it waits
     * @param waitingForBodies how many requests may still wait for their body
     * @param patience how long this one may wait, in addition to a second for each 20 kB
     */
    RequestBody(InputBuffer bytes, Request request, Slot slot, Semaphore waitingForBodies, Duration patience) {
        this.bytes = bytes;
        this.request = request;
        this.slot = slot;
        this.waitingForBodies = waitingForBodies;
        this.patience = patience;
        this.isInChunks = request.getMimeHeaders().getHeader("Transfer-Encoding") != null;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (isRead()) {
            return -1;
        }
        var count = bytes.available() > 0 ? bytes.doRead(handler) : await(handler);
        ended = count < 0;
        return count;
    }

    /** Waits without a slot, and counts only the time for which it waits. */
    private int await(ApplicationBufferHandler handler) throws IOException {
        refuseIfSlow();
        if (!waitingForBodies.tryAcquire()) {
            throw giveUp("too many requests wait for their bodies");
        }
        var start = System.nanoTime();
        slot.pause();
        try {
            return bytes.doRead(handler);
        } catch (SocketTimeoutException silent) {
            throw giveUp("nothing arrives");
        } finally {
            waited += System.nanoTime() - start;
            waitingForBodies.release();
            slot.resume();
        }
    }

    private void refuseIfSlow() throws IOException {
        var allowed = patience.plus(Duration.ofSeconds(request.getBytesRead() / BYTES_PER_SECOND));
        if (waited > allowed.toNanos()) {
            throw giveUp("the body does not arrive");
        }
    }

    private SlowSender giveUp(String why) {
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        return new SlowSender(why);
    }

    /** Reads the rest after the request has been answered. */
    void skip(long atMost) throws IOException {
        var nowhere = new Nowhere();
        for (var skipped = 0L; !isRead(); skipped += Math.max(0, request.doRead(nowhere))) {
            if (skipped > atMost) {
                throw giveUp("the body has no end");
            }
        }
    }

    boolean isRead() {
        var length = request.getContentLengthLong();
        return ended || (length < 0 ? !isInChunks : request.getBytesRead() >= length);
    }

    @Override
    public int available() {
        return bytes.available();
    }

    private static final class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // the server brings its own buffer
        }
    }
}
