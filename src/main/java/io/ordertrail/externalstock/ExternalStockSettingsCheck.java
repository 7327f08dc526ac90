package io.ordertrail.externalstock;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.boot.convert.DurationStyle;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/**
 * Checks the address and token of the external stock system, and that its time limits fit into the lock time of a job.
 */
class ExternalStockSettingsCheck implements SettingsCheck {

    private static final String PREFIX = "ordertrail.external-stock.";
    private static final String LOCK_TIME = "camunda.bpm.job-execution.lock-time-in-millis";
    /** One job releases a former reservation, checks the release, and asks for the new reservation. */
    private static final int CALLS_IN_A_JOB = 3;

    @Override
    public void check(Settings settings) {
        settings.expect(
                PREFIX + "switched-on",
                "true or false",
                value -> List.of("true", "false").contains(value));
        settings.expect(
                PREFIX + "connect-within",
                "a duration such as 1s",
                value -> duration(value).isPresent());
        settings.expect(
                PREFIX + "answer-within",
                "a duration such as 4s",
                value -> duration(value).isPresent());
        if (settings.value(PREFIX + "switched-on").filter("true"::equals).isPresent()) {
            settings.expect(
                    PREFIX + "url",
                    "the address of the stock system such as https://stock.example.com/ordertrail",
                    ExternalStockSettingsCheck::isAddress);
            settings.expect(
                    PREFIX + "token",
                    "letters, digits and -._~+/=, as a bearer token has them",
                    value -> value.matches("[A-Za-z0-9\\-._~+/]*=*"));
            checkAnswerTime(settings, settings.number(LOCK_TIME, 1, Integer.MAX_VALUE));
        }
    }

    private static void checkAnswerTime(Settings settings, OptionalLong lock) {
        settings.value(PREFIX + "answer-within")
                .flatMap(ExternalStockSettingsCheck::duration)
                .ifPresent(answer -> {
                    var limit = lock.orElse(0) / 2 / CALLS_IN_A_JOB;
                    if (lock.isPresent() && answer.toMillis() > limit) {
                        settings.addFault(
                                PREFIX + "answer-within",
                                "at most " + limit + "ms: a job makes " + CALLS_IN_A_JOB
                                        + " calls, and takes no longer than half of " + LOCK_TIME);
                    }
                });
    }

    private static boolean isAddress(String value) {
        try {
            var address = URI.create(value);
            return List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Duration> duration(String value) {
        try {
            return Optional.of(DurationStyle.detectAndParse(value)).filter(duration -> duration.toMillis() > 0);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
