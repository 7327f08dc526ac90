package io.ordertrail.schedule;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Work that is done again and again, in a thread of its own, from start to end of the application. A round that fails does not end it. */
public abstract class BackgroundLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** After a failure, so that a database that is away is not asked four times a second. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Duration pause;
    private final boolean wanted;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private boolean calls;
    private boolean failing;
    private volatile boolean running;
    private Thread thread;

    /**
     * @param pause from the end of a round to the begin of the next
     * @param wanted whether it starts with the application
     */
    protected BackgroundLoop(String name, Duration pause, boolean wanted) {
        this.name = name;
        this.pause = pause;
        this.wanted = wanted;
    }

    protected abstract void round();

    /** The next round begins at once. */
    protected final void callRound() {
        lock.lock();
        try {
            calls = true;
            called.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return wanted;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::goOn, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        callRound();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOn() {
        while (running) {
            attempt();
            rest(failing && pause.compareTo(AFTER_FAILURE) < 0 ? AFTER_FAILURE : pause);
        }
    }

    private void attempt() {
        try {
            round();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && running) {
                LOG.warn("{} failed and goes on trying", name, e);
            }
            failing = true;
        }
    }

    private void rest(Duration time) {
        lock.lock();
        try {
            if (!calls) {
                calls = called.await(time.toMillis(), TimeUnit.MILLISECONDS);
            }
            calls = false;
        } catch (InterruptedException e) {
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
