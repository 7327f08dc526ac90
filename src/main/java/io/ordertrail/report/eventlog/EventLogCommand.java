package io.ordertrail.report.eventlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import io.ordertrail.report.table.ReportPeriod;

/**
 * The command {@code event-log FORMAT FILE [--process=PROCESS] [--from=DAY] [--to=DAY] [--named]}: it writes the event log
 * into a file and starts only the connection to the database, not the application.
 */
public final class EventLogCommand {

    private static final String NAME = "event-log";
    private static final String NAMED = "--named";
    private static final int WRITTEN = 0;
    private static final int NOT_WRITTEN = 2;
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    /** Is no component, so that the component scan of the application does not find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import({EventLog.class, ReadTraces.class, PurchaseTraces.class})
    static class DatabaseOnly {}

    public static boolean isRequested(String... args) {
        return Stream.of(args).findFirst().filter(NAME::equals).isPresent();
    }

    /**
     * Writes the file with the settings of the application.
     *
     * @return the exit code: 0 when the file is written, 2 when it is not
     */
    public static int run(String... args) {
        var words = Stream.of(args).filter(one -> !one.startsWith("--")).toList();
        var format = words.size() == 3 ? format(words.get(1)) : Optional.<LogFormat>empty();
        if (format.isEmpty()) {
            return notWritten("name a format (csv, xes, ocel or sqlite) and a file");
        }
        var settings = Stream.concat(Stream.of(args), Stream.of("--spring.datasource.hikari.minimum-idle=0"))
                .toArray(String[]::new);
        var application = new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn");
        try (var database = application.run(settings)) {
            return write(database, format.get(), Path.of(words.get(2)), args);
        } catch (DataAccessException | TransactionException e) {
            return notWritten("the database does not answer, or holds no Ordertrail of this version");
        } catch (IOException | RuntimeException e) {
            return notWritten(e.getMessage());
        }
    }

    /** A file that exists is replaced when the new one is complete. */
    private static int write(ApplicationContext database, LogFormat format, Path file, String... args)
            throws IOException {
        var zone = ZoneId.of(database.getEnvironment().getProperty("ordertrail.company.time-zone", "UTC"));
        var period = new ReportPeriod(
                day("--from=", args).orElse(FIRST), day("--to=", args).orElseGet(() -> LocalDate.now(zone)), zone);
        var unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "event-log", ".part");
        try (var out = Files.newOutputStream(unfinished)) {
            database.getBean(EventLog.class)
                    .write(
                            new LogRequest(
                                    period, process(args), format, List.of(args).contains(NAMED)),
                            out);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        System.out.println("Written: " + file + " (" + Files.size(file) + " bytes), what was entered or proposed from "
                + period.from() + " to " + period.to());
        return WRITTEN;
    }

    private static Optional<LogFormat> format(String name) {
        return Stream.of(LogFormat.values())
                .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static LogProcess process(String... args) {
        var name = option("--process=", args).orElse("all");
        return Stream.of(LogProcess.values())
                .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--process= takes all, orders, parcels or purchases"));
    }

    private static Optional<LocalDate> day(String option, String... args) {
        try {
            return option(option, args).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(option + " takes a day such as 2026-01-31", e);
        }
    }

    private static Optional<String> option(String option, String... args) {
        return Stream.of(args)
                .filter(one -> one.startsWith(option))
                .findFirst()
                .map(one -> one.substring(option.length()));
    }

    private static int notWritten(String why) {
        System.err.println("The event log is not written: " + why);
        return NOT_WRITTEN;
    }

    private EventLogCommand() {}
}
