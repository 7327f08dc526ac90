package io.ordertrail.schedule;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats work in a thread of its own while the application runs. It begins when the application is ready, so that it does
 * not make the start longer. A failed round does not end the loop.
 */
public abstract class BackgroundLoop implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    /** The minimum pause after a failure, so that an unavailable database is not queried four times a second. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Duration pause;
    private final boolean autoStart;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wakeUp = lock.newCondition();
    private boolean wakeUpRequested;
    private boolean failing;
    private volatile boolean running;
    private Thread thread;

    /**
     * Creates a loop.
     *
     * @param name of the thread
     * @param pause from the end of a round to the start of the next
     * @param autoStart whether it begins when the application is ready
     */
    protected BackgroundLoop(String name, Duration pause, boolean autoStart) {
        this.name = name;
        this.pause = pause;
        this.autoStart = autoStart;
    }

    protected abstract void round();

    /** Starts the next round at once. */
    protected final void wakeUp() {
        lock.lock();
        try {
            wakeUpRequested = true;
            wakeUp.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (autoStart && !running) {
            start();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::loop, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        wakeUp();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (running) {
            runRound();
            pauseFor(failing && pause.compareTo(AFTER_FAILURE) < 0 ? AFTER_FAILURE : pause);
        }
    }

    private void runRound() {
        try {
            round();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && running) {
                LOG.warn("{} failed and keeps trying", name, e);
            }
            failing = true;
        }
    }

    private void pauseFor(Duration time) {
        lock.lock();
        try {
            if (!wakeUpRequested) {
                wakeUpRequested = wakeUp.await(time.toMillis(), TimeUnit.MILLISECONDS);
            }
            wakeUpRequested = false;
        } catch (InterruptedException e) {
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
