package io.ordertrail.platform.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.ordertrail.platform.access.TooManyAttempts;

/**
 * Makes those wait who try wrong passwords: the longer, the more were wrong, but never longer than a minute, and never
 * at other addresses. So nobody is locked out for good, and nobody locks others out from elsewhere.
 */
class SlowDown {

    static final int FREE_FOR_AN_ACCOUNT = 3;
    static final int FREE_FOR_AN_ADDRESS = 30;
    static final Duration LONGEST_FOR_AN_ACCOUNT = Duration.ofMinutes(1);
    static final Duration LONGEST_FOR_AN_ADDRESS = Duration.ofSeconds(8);
    static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Cache<Attempt, Failures> accounts = bounded();
    private final Cache<String, Failures> addresses = bounded();

    SlowDown(Clock clock) {
        this.clock = clock;
    }

    /** An account, which need not exist, and where somebody tries to open it from. */
    record Attempt(String account, String origin) {

        static Attempt of(String account, String address) {
            return new Attempt(account.toLowerCase(Locale.ROOT), Origin.of(address));
        }
    }

    /**
     * @throws TooManyAttempts if the account has to wait at this address
     */
    void refuseWhileWaiting(Attempt attempt) {
        var failures = accounts.getIfPresent(attempt);
        if (failures != null) {
            failures.refuseWhileWaiting(clock.instant());
        }
    }

    /**
     * Checks a password. Of several attempts at one account one is checked at a time, so that nobody tries many
     * passwords before the first answer.
     *
     * @throws TooManyAttempts if the account or the address has to wait; then nothing is checked
     */
    boolean isRight(Attempt attempt, BooleanSupplier check) {
        var account = accounts.get(attempt, first -> new Failures(FREE_FOR_AN_ACCOUNT, LONGEST_FOR_AN_ACCOUNT));
        var address =
                addresses.get(attempt.origin(), first -> new Failures(FREE_FOR_AN_ADDRESS, LONGEST_FOR_AN_ADDRESS));
        synchronized (account) {
            account.refuseWhileWaiting(clock.instant());
            refuseWhileWaiting(address, account);
            if (check.getAsBoolean()) {
                account.forget();
                return true;
            }
            account.add(clock.instant());
            address.add(clock.instant());
            return false;
        }
    }

    /**
     * Counts what is not checked: the password that a program sends is right without a check, so refusals that count
     * nothing would tell it from wrong ones, as often as somebody likes.
     */
    private void refuseWhileWaiting(Failures address, Failures account) {
        try {
            address.refuseWhileWaiting(clock.instant());
        } catch (TooManyAttempts waiting) {
            account.add(clock.instant());
            throw waiting;
        }
    }

    private static <K> Cache<K, Failures> bounded() {
        return Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN_AFTER)
                .maximumSize(MOST)
                .build();
    }

    private static final class Failures {

        private static final int MOST_DOUBLINGS = 20;

        private final int free;
        private final Duration longest;
        private int count;
        private Instant until = Instant.MIN;

        private Failures(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        private synchronized void refuseWhileWaiting(Instant now) {
            if (now.isBefore(until)) {
                throw new TooManyAttempts(Duration.between(now, until));
            }
        }

        private synchronized void add(Instant now) {
            count++;
            if (count >= free) {
                var wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - free, MOST_DOUBLINGS));
                until = now.plus(wait.compareTo(longest) < 0 ? wait : longest);
            }
        }

        private synchronized void forget() {
            count = 0;
            until = Instant.MIN;
        }
    }
}
