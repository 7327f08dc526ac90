package io.ordertrail.platform.engine;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in who are stored in the engine's own tables.
 *
 * @param longest after which everybody has to sign in again
 * @param passwordRounds how often a password is hashed; more rounds make guessing slower, and each first sign-in too
 * @param companyWords that make a password easy to guess, such as the names of the company and its products
 */
@ConfigurationProperties("ordertrail.local")
public record LocalSettings(
        @DefaultValue("12h") Duration longest,
        @DefaultValue("600000") int passwordRounds,
        @DefaultValue("ordertrail") List<String> companyWords) {}
