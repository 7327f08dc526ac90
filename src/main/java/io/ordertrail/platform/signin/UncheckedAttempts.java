package io.ordertrail.platform.signin;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs whose attempts are not checked, once a minute for each person and address: they cost their sender nothing. */
class UncheckedAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(UncheckedAttempts.class);
    private static final Duration LOGGED_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Cache<Whose, Boolean> logged = Caffeine.newBuilder()
            .expireAfterWrite(LOGGED_AGAIN_AFTER)
            .maximumSize(MOST)
            .build();

    private record Whose(String name, String origin) {}

    void log(String name, String origin) {
        logged.get(new Whose(name, origin), UncheckedAttempts::log);
    }

    private static Boolean log(Whose attempt) {
        LOG.info(
                "Refused to sign in {} from {}: not checked after too many wrong passwords",
                attempt.name(),
                attempt.origin());
        return true;
    }
}
