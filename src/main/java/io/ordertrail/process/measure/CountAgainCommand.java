package io.ordertrail.process.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The command {@code count-again}: it has the figures of the process counted again, which the running nodes then do. It
 * starts only the connection to the database, not the application.
 */
public final class CountAgainCommand {

    private static final String NAME = "count-again";
    private static final int ORDERED = 0;
    private static final int NOT_ORDERED = 2;

    /** Is no component, so that the component scan of the application does not find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import({EngineHistory.class, MeasureBooks.class})
    static class DatabaseOnly {

        @Bean
        Clock clock(@Value("${ordertrail.company.time-zone:UTC}") ZoneId zone) {
            return Clock.system(zone);
        }
    }

    public static boolean isRequested(String... args) {
        return List.of(args).contains(NAME);
    }

    /**
     * Has the figures counted again, with the settings of the application.
     *
     * @return the exit code: 0 when the figures are about to be counted again, 2 when they are not
     */
    public static int run(String... args) {
        var settings = Stream.concat(Stream.of(args), Stream.of("--spring.datasource.hikari.minimum-idle=0"))
                .toArray(String[]::new);
        var application = new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn");
        try (var database = application.run(settings)) {
            System.out.println("The figures are counted again from " + order(database)
                    + " on, by the nodes that run; until then they are not complete");
            return ORDERED;
        } catch (RuntimeException e) {
            System.err.println("The figures cannot be counted again: " + reason(e));
            return NOT_ORDERED;
        }
    }

    private static LocalDate order(ApplicationContext database) {
        var again = new CountAgain(
                database.getBean(EngineHistory.class),
                database.getBean(MeasureBooks.class),
                database.getBean(Clock.class));
        return Objects.requireNonNull(
                database.getBean(TransactionTemplate.class).execute(inside -> again.from()));
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof DataAccessException
                ? "there is no Ordertrail of this version in the database. Set the environment as it is set for Ordertrail"
                        + " itself: SPRING_PROFILES_ACTIVE, ORDERTRAIL_DATABASE_URL"
                : failure.getMessage();
    }

    private CountAgainCommand() {}
}
