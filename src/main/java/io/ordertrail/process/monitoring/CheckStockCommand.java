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

/**
 * The command {@code check-stock}: it checks whether the stock adds up and starts only the connection to the database,
 * not the application.
 */
public final class CheckStockCommand {

    private static final String NAME = "check-stock";
    private static final int ADDS_UP = 0;
    private static final int DOES_NOT_ADD_UP = 1;
    private static final int NOT_CHECKED = 2;

    /** Is no component, so that the component scan of the application does not find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import(CheckStock.class)
    static class DatabaseOnly {}

    public static boolean isRequested(String... args) {
        return List.of(args).contains(NAME);
    }

    /**
     * Runs the check with the settings of the application.
     *
     * @return the exit code: 0 when the stock adds up, 1 when it does not, 2 when it cannot be checked
     */
    public static int run(String... args) {
        var settings = Stream.concat(Stream.of(args), Stream.of("--spring.datasource.hikari.minimum-idle=0"))
                .toArray(String[]::new);
        var application = new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn");
        try (var database = application.run(settings)) {
            return check(database);
        } catch (RuntimeException e) {
            return notChecked(e.getMessage());
        }
    }

    private static int check(ApplicationContext database) {
        try {
            var faults = database.getBean(CheckStock.class).thoroughly();
            faults.forEach(System.out::println);
            System.out.println(
                    faults.isEmpty()
                            ? "The stock adds up"
                            : "The stock does not add up in " + faults.size() + " places");
            return faults.isEmpty() ? ADDS_UP : DOES_NOT_ADD_UP;
        } catch (InvalidDataAccessResourceUsageException noSuchTables) {
            return notChecked(
                    "there is no Ordertrail of this version in the database " + address(database)
                            + ". Set the environment as it is set for Ordertrail itself: SPRING_PROFILES_ACTIVE, ORDERTRAIL_DATABASE_URL");
        }
    }

    private static int notChecked(String why) {
        System.err.println("The stock cannot be checked: " + why);
        return NOT_CHECKED;
    }

    /** The address without its parameters, which may contain a password. */
    private static String address(ApplicationContext database) {
        return database.getEnvironment()
                .getRequiredProperty("spring.datasource.url")
                .split("[?;]")[0];
    }

    private CheckStockCommand() {}
}
