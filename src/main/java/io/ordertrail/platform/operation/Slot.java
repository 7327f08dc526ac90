package io.ordertrail.platform.operation;

import java.util.concurrent.Semaphore;

/** The right of one request to work, which it leaves to others while it waits for its sender. */
final class Slot {

    static final String ATTRIBUTE = Slot.class.getName();

    private final Semaphore slots;
    private boolean held = true;

    Slot(Semaphore slots) {
        this.slots = slots;
    }

    void pause() {
        if (held) {
            slots.release();
        }
    }

    void resume() {
        if (held) {
            slots.acquireUninterruptibly();
        }
    }

    void release() {
        pause();
        held = false;
    }
}
