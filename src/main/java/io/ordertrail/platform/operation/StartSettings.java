package io.ordertrail.platform.operation;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks the settings of the server, the database, the sign-in and the job executor. */
class StartSettings implements SettingsCheck {

    private static final String LOCAL = "local";
    private static final String KEYCLOAK = "keycloak";
    private static final List<String> SIGN_IN_METHODS = List.of(LOCAL, KEYCLOAK);
    private static final String REALM = "the address of a realm such as https://id.example.com/realms/ordertrail";
    private static final Pattern H2 = Pattern.compile("jdbc:h2:(file|mem):.+");
    private static final Pattern MYSQL = Pattern.compile("jdbc:mysql://[^/\\s]+/[^/?\\s]+(\\?\\S*)?");
    private static final Pattern WEAKER_TLS =
            Pattern.compile("(?i)[?&](sslMode=(DISABLED|PREFERRED)|(use|require)SSL=)");
    private static final List<String> DATABASE_TLS = List.of("VERIFY_IDENTITY", "VERIFY_CA", "REQUIRED", "DISABLED");
    private static final List<String> KEYCLOAK_TLS = List.of("REQUIRED", "DISABLED");
    private static final String POOL = "spring.datasource.hikari.maximum-pool-size";
    private static final String LOCK_TIME = "camunda.bpm.job-execution.lock-time-in-millis";
    private static final String TRANSACTION_TIME = "spring.transaction.default-timeout";
    private static final int MOST_THREADS = 1000;
    private static final int MOST_CONNECTIONS = 10_000;
    private static final int FEWEST_ROUNDS = 1000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int MOST_CALLS = 1_000_000;
    private static final int PORTS = 65_535;

    @Override
    public void check(Settings settings) {
        settings.expect(
                "ordertrail.demo",
                "true or false",
                value -> List.of("true", "false").contains(value));
        settings.expect(
                "ordertrail.stock-check",
                "a cron expression of six fields such as 0 * * * * *, or - for never",
                StartSettings::isCron);
        settings.number("server.port", 0, PORTS);
        signIn(settings);
        database(settings);
        threads(settings);
        limits(settings);
        lockTime(settings);
    }

    private static void signIn(Settings settings) {
        var method = "ordertrail.sign-in";
        settings.expect(method, "local or keycloak", SIGN_IN_METHODS::contains);
        settings.expect("server.address", "an address of this machine", StartSettings::isAddress);
        if (settings.value(method).filter(LOCAL::equals).isPresent()) {
            settings.expect(
                    "server.address",
                    "127.0.0.1: passwords that everybody knows are not offered to a network. "
                            + "Use the profile keycloak to serve other machines",
                    StartSettings::isLoopback);
        }
        if (settings.value(method).filter(KEYCLOAK::equals).isPresent()) {
            settings.expect("ordertrail.keycloak.issuer", REALM, StartSettings::isRealm);
            settings.expect(
                    "ordertrail.keycloak.internal",
                    REALM,
                    value -> value.isEmpty() || isRealm(value)); // empty without an issuer
            settings.expect(
                    "ordertrail.keycloak.client-secret",
                    "the secret of the client in Keycloak",
                    value -> !value.isBlank());
        }
    }

    private static void database(Settings settings) {
        var url = "spring.datasource.url";
        if (settings.isActive("production")) {
            settings.expect(
                    url,
                    "the JDBC URL of a MySQL database such as jdbc:mysql://db:3306/ordertrail",
                    value -> MYSQL.matcher(value).matches());
            tls(settings);
        } else {
            settings.expect(
                    url,
                    "a JDBC URL such as jdbc:h2:file:./data/ordertrail or jdbc:mysql://db:3306/ordertrail",
                    value -> H2.matcher(value).matches() || MYSQL.matcher(value).matches());
        }
    }

    /** Without TLS anybody on the way reads everything, so nobody gets there by leaving something out. */
    private static void tls(Settings settings) {
        settings.expect(
                "ordertrail.database-tls",
                "VERIFY_IDENTITY, VERIFY_CA or REQUIRED; DISABLED where nobody can listen on the way to the database",
                DATABASE_TLS::contains);
        if (settings.value("spring.datasource.url")
                .filter(WEAKER_TLS.asPredicate())
                .isPresent()) {
            settings.addFault(
                    "spring.datasource.url", "a URL without sslMode and useSSL; ORDERTRAIL_DATABASE_TLS says it");
        }
        settings.expect("ordertrail.keycloak.tls", "REQUIRED or DISABLED", KEYCLOAK_TLS::contains);
        if (settings.value("ordertrail.sign-in").filter(KEYCLOAK::equals).isPresent()
                && settings.value("ordertrail.keycloak.tls")
                        .filter("REQUIRED"::equals)
                        .isPresent()) {
            var realm = "an address that begins with https://, or ORDERTRAIL_KEYCLOAK_TLS=DISABLED where nobody can"
                    + " listen on the way";
            settings.expect("ordertrail.keycloak.issuer", realm, value -> !value.startsWith("http://"));
            settings.expect("ordertrail.keycloak.internal", realm, value -> !value.startsWith("http://"));
        }
    }

    /**
     * A thread that holds a connection may need a second one for a small transaction of its own. If the threads held
     * all connections, all of them would wait forever. Threads that wait for the body of a request hold none.
     */
    private static void threads(Settings settings) {
        var web = settings.number("ordertrail.requests-at-once", 1, MOST_THREADS / 2);
        settings.number("server.tomcat.threads.max", 2 * web.orElse(1), MOST_THREADS);
        var jobs = settings.number("camunda.bpm.job-execution.max-pool-size", 1, MOST_THREADS);
        var connections = settings.number(POOL, 1, MOST_CONNECTIONS);
        var runsJobs = settings.value("camunda.bpm.job-execution.enabled")
                .filter("false"::equals)
                .isEmpty();
        var threads = web.orElse(0) + (runsJobs ? jobs.orElse(0) : 0);
        if (connections.isPresent() && connections.getAsLong() <= threads) {
            settings.addFault(POOL, "more than the " + threads + " threads that use it, best twice as many");
        }
    }

    private static void limits(Settings settings) {
        settings.number("ordertrail.local.password-rounds", FEWEST_ROUNDS, MOST_ROUNDS);
        settings.expect("ordertrail.local.longest", "a duration such as 12h", StartSettings::isDuration);
        List.of("calls", "searches", "program-calls", "program-searches")
                .forEach(kind -> settings.number("ordertrail.limits." + kind, 1, MOST_CALLS));
        settings.number("ordertrail.stream.connections-each", 1, MOST_CALLS);
    }

    private static void lockTime(Settings settings) {
        var lock = settings.number(LOCK_TIME, 1, Integer.MAX_VALUE);
        settings.expect(TRANSACTION_TIME, "a duration such as 20s", StartSettings::isDuration);
        settings.value(TRANSACTION_TIME)
                .filter(StartSettings::isDuration)
                .map(StartSettings::seconds)
                .ifPresent(longest -> {
                    if (lock.isPresent() && lock.getAsLong() < 2 * longest.toMillis()) {
                        settings.addFault(
                                LOCK_TIME,
                                "at least " + 2 * longest.toMillis() + ", twice the longest transaction ("
                                        + TRANSACTION_TIME + ")");
                    }
                });
    }

    private static boolean isCron(String value) {
        return value.equals(Scheduled.CRON_DISABLED) || CronExpression.isValidExpression(value);
    }

    private static boolean isAddress(String value) {
        try {
            return !value.isBlank() && InetAddress.getByName(value) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isLoopback(String value) {
        try {
            return InetAddress.getByName(value).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isRealm(String value) {
        try {
            var address = URI.create(value);
            return List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getPath().matches(".*/realms/[^/]+");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDuration(String value) {
        try {
            return seconds(value).toSeconds() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Duration seconds(String value) {
        return DurationStyle.detectAndParse(value, ChronoUnit.SECONDS);
    }
}
