package io.ordertrail.process.monitoring;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

import io.ordertrail.audit.CheckStock;

/** {@code check-stock} on the command line: says whether the stock adds up, and starts nothing of the house but the way to its database. */
public final class CheckStockCommand {

    private static final String NAME = "check-stock";
    private static final int ADDS_UP = 0;
    private static final int IS_OFF = 1;
    private static final int NOT_TO_BE_SEEN = 2;

    /** No component: found by nobody who looks for those of the house. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import(CheckStock.class)
    static class DatabaseAlone {}

    public static boolean isAsked(String... args) {
        return List.of(args).contains(NAME);
    }

    /** @return the exit code: whether all adds up, something is off, or nothing could be seen */
    public static int run(String... args) {
        var settings = Stream.concat(Stream.of(args), Stream.of("--spring.datasource.hikari.minimum-idle=0"))
                .toArray(String[]::new);
        var house = new SpringApplicationBuilder(DatabaseAlone.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn");
        try (var database = house.run(settings)) {
            return said(database);
        } catch (RuntimeException e) {
            return unseen(e.getMessage());
        }
    }

    private static int said(ApplicationContext database) {
        try {
            var faults = database.getBean(CheckStock.class).thoroughly();
            faults.forEach(System.out::println);
            System.out.println(
                    faults.isEmpty()
                            ? "The stock adds up"
                            : "The stock does not add up in " + faults.size() + " places");
            return faults.isEmpty() ? ADDS_UP : IS_OFF;
        } catch (InvalidDataAccessResourceUsageException noSuchTables) {
            return unseen(
                    "there is no Ordertrail of this version in the database " + address(database)
                            + ". Set the environment as it is set for Ordertrail itself: SPRING_PROFILES_ACTIVE, ORDERTRAIL_DATABASE_URL");
        }
    }

    private static int unseen(String why) {
        System.err.println("The stock cannot be checked: " + why);
        return NOT_TO_BE_SEEN;
    }

    /** Without what follows it, among which may be a password. */
    private static String address(ApplicationContext database) {
        return database.getEnvironment()
                .getRequiredProperty("spring.datasource.url")
                .split("[?;]")[0];
    }

    private CheckStockCommand() {}
}
