package io.ordertrail.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import io.ordertrail.keyring.KeySource;

/**
 * The commands {@code backup}, {@code restore FILE} and {@code new-backup-key}. They use the settings of the application
 * and do not start it.
 */
public final class BackupCommand {

    private static final String BACKUP = "backup";
    private static final String RESTORE = "restore";
    private static final String NEW_KEY = "new-backup-key";
    private static final String NEWEST = "newest";
    private static final String DUTIES = "backup_duty";
    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    /** Is no component, so that the component scan of the application does not find it. */
    @EnableConfigurationProperties({BackupSettings.class, BackupStoreSettings.class, DataSourceProperties.class})
    @Import(Backups.class)
    static class DatabaseAddressOnly {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    public static boolean isRequested(String... args) {
        return Stream.of(args)
                .findFirst()
                .filter(List.of(BACKUP, RESTORE, NEW_KEY)::contains)
                .isPresent();
    }

    /**
     * Runs the command.
     *
     * @return the exit code: 0 when it is done, 2 when it could not be done
     */
    public static int run(String... args) {
        if (args[0].equals(NEW_KEY)) {
            return printNewKey();
        }
        var application = new SpringApplicationBuilder(DatabaseAddressOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn");
        try (var context = application.run(args)) {
            return args[0].equals(BACKUP) ? backUp(context) : restore(context, fileIn(args));
        } catch (IOException | RuntimeException e) {
            System.err.println("Nothing was done: " + e.getMessage());
            return NOT_DONE;
        }
    }

    private static int backUp(ApplicationContext context) throws IOException {
        var made = context.getBean(Backups.class).make();
        System.out.println("Backup: " + made.file() + " (" + made.bytes() + " bytes)");
        return DONE;
    }

    private static int restore(ApplicationContext context, String name) throws IOException {
        var backups = context.getBean(Backups.class);
        var file = name.equals(NEWEST) ? backups.newest() : Optional.of(Path.of(name));
        if (file.isEmpty()) {
            throw new IOException("there is no backup in " + backups.folder().place() + " or the store");
        }
        var begun = System.nanoTime();
        var manifest = backups.restore(file.get(), backups.database());
        if (manifest.rows().containsKey(DUTIES)) {
            backups.release(backups.database());
        }
        var files = Path.of("restored-files").toAbsolutePath();
        backups.unpackFiles(file.get(), files);
        System.out.println("Restored in "
                + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s: "
                + file.get().getFileName() + ", made at " + manifest.madeAt() + ", "
                + manifest.rows().getOrDefault("customer_order", 0L) + " orders"
                + (Files.isDirectory(files) ? ". Its further files are in " + files : ""));
        return DONE;
    }

    private static String fileIn(String... args) {
        return Stream.of(args)
                .skip(1)
                .filter(one -> !one.startsWith("--"))
                .findFirst()
                .orElse(NEWEST);
    }

    private static int printNewKey() {
        try {
            StreamingAeadConfig.register();
            System.out.println(KeySource.newKeys(BackupCipher.PARAMETERS));
            return DONE;
        } catch (GeneralSecurityException e) {
            System.err.println(e.getMessage());
            return NOT_DONE;
        }
    }

    private BackupCommand() {}
}
