package io.ordertrail;

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

    public static void main(String[] args) {
        if (CheckStockCommand.isRequested(args)) {
            System.exit(CheckStockCommand.run(args));
        }
        if (BackupCommand.isRequested(args)) {
            System.exit(BackupCommand.run(args));
        }
        if (KeyRingCommand.isRequested(args)) {
            System.exit(KeyRingCommand.run(args));
        }
        if (VerifyTrailCommand.isRequested(args)) {
            System.exit(VerifyTrailCommand.run(args));
        }
        if (CountAgainCommand.isRequested(args)) {
            System.exit(CountAgainCommand.run(args));
        }
        if (EventLogCommand.isRequested(args)) {
            System.exit(EventLogCommand.run(args));
        }
        SpringApplication.run(Ordertrail.class, args);
    }
}
