package io.ordertrail.externalstock;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.boot.convert.DurationStyle;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** The settings of the company's own stock system are right when it can be reached by them, and no job waits longer than it may. */
class ExternalStockSettingsCheck implements SettingsCheck {

    private static final String HERE = "ordertrail.stock-system.";
    private static final String LOCK_TIME = "camunda.bpm.job-execution.lock-time-in-millis";
    /** One job gives a former reservation back, looks whether it is, and asks for the new one. */
    private static final int CALLS_IN_A_JOB = 3;

    @Override
    public void look(Settings settings) {
        settings.expect(
                HERE + "switched-on",
                "true or false",
                value -> List.of("true", "false").contains(value));
        settings.expect(
                HERE + "connect-within",
                "a duration such as 1s",
                value -> duration(value).isPresent());
        settings.expect(
                HERE + "answer-within",
                "a duration such as 4s",
                value -> duration(value).isPresent());
        if (settings.value(HERE + "switched-on").filter("true"::equals).isPresent()) {
            settings.expect(
                    HERE + "url",
                    "the address of the stock system such as https://stock.example.com/ordertrail",
                    ExternalStockSettingsCheck::isAddress);
            settings.expect(
                    HERE + "token",
                    "letters, digits and -._~+/=, as a bearer token has them",
                    value -> value.matches("[A-Za-z0-9\\-._~+/]*=*"));
            time(settings, settings.number(LOCK_TIME, 1, Integer.MAX_VALUE));
        }
    }

    private static void time(Settings settings, OptionalLong lock) {
        settings.value(HERE + "answer-within")
                .flatMap(ExternalStockSettingsCheck::duration)
                .ifPresent(answer -> {
                    var most = lock.orElse(0) / 2 / CALLS_IN_A_JOB;
                    if (lock.isPresent() && answer.toMillis() > most) {
                        settings.wrong(
                                HERE + "answer-within",
                                "at most " + most + "ms: a job makes " + CALLS_IN_A_JOB
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
