package io.ordertrail;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import io.ordertrail.backup.BackupCommand;
import io.ordertrail.encryption.KeyRingCommand;
import io.ordertrail.process.measure.CountAgainCommand;
import io.ordertrail.process.monitoring.CheckStockCommand;
import io.ordertrail.report.eventlog.EventLogCommand;
import io.ordertrail.trail.VerifyTrailCommand;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Ordertrail {

    /** What the jar does instead of starting the application, when its first argument asks for it. */
    private record Command(Predicate<String[]> requested, ToIntFunction<String[]> work) {}

    private static final List<Command> COMMANDS = List.of(
            new Command(CheckStockCommand::isRequested, CheckStockCommand::run),
            new Command(BackupCommand::isRequested, BackupCommand::run),
            new Command(KeyRingCommand::isRequested, KeyRingCommand::run),
            new Command(VerifyTrailCommand::isRequested, VerifyTrailCommand::run),
            new Command(CountAgainCommand::isRequested, CountAgainCommand::run),
            new Command(EventLogCommand::isRequested, EventLogCommand::run));

    public static void main(String[] args) {
        COMMANDS.stream()
                .filter(command -> command.requested().test(args))
                .findFirst()
                .ifPresent(command -> System.exit(command.work().applyAsInt(args)));
        SpringApplication.run(Ordertrail.class, args);
    }
}
