package io.ordertrail.encryption;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import com.google.crypto.tink.KeysetHandle;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

import io.ordertrail.keyring.KeySource;

/**
 * The commands {@code new-encryption-key}, which prints a key ring of personal data, and {@code encryption-keys}, which
 * shows the keys of the one that is set and replaces them: {@code add}, {@code promote ID}, {@code drop ID}.
 */
public final class KeyRingCommand {

    private static final String NEW_KEY = "new-encryption-key";
    private static final String KEYS = "encryption-keys";
    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    /** Is no component, so that the component scan of the application does not find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @EnableConfigurationProperties(EncryptionSettings.class)
    @ComponentScan(
            basePackages = "io.ordertrail",
            useDefaultFilters = false,
            includeFilters = {
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = EncryptedColumns.class),
                @ComponentScan.Filter(EncryptedTables.class)
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = EncryptedTable.class))
    @Import({KeyUse.class, EncryptionFills.class})
    static class DatabaseOnly {

        @Bean
        static Clock clock() {
            return Clock.systemUTC();
        }
    }

    public static boolean isRequested(String... args) {
        return Stream.of(args)
                .findFirst()
                .filter(List.of(NEW_KEY, KEYS)::contains)
                .isPresent();
    }

    /**
     * Runs the command.
     *
     * @return the exit code: 0 when it is done, 2 when it could not be done
     */
    public static int run(String... args) {
        FieldKeys.register();
        if (args[0].equals(NEW_KEY)) {
            System.out.println(KeySource.newKeys(FieldKeys.PARAMETERS));
            return DONE;
        }
        var settings = Stream.concat(Stream.of(args), Stream.of("--spring.datasource.hikari.minimum-idle=0"))
                .toArray(String[]::new);
        var application = new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn");
        try (var context = application.run(settings)) {
            change(context, Stream.of(args).filter(one -> !one.startsWith("--")).toList());
            return DONE;
        } catch (DataAccessException e) {
            System.err.println(
                    "Nothing was done: the database does not answer, or holds no Ordertrail of this version");
        } catch (IOException | RuntimeException e) {
            System.err.println("Nothing was done: " + e.getMessage());
        }
        return NOT_DONE;
    }

    private static void change(ApplicationContext context, List<String> words) throws IOException {
        var source = context.getBean(EncryptionSettings.class).keys().existing();
        var ring = source.read(FieldKeys.PARAMETERS);
        var use = context.getBean(KeyUse.class);
        switch (String.join(" ", words.subList(1, Math.min(2, words.size())))) {
            case "" -> list(context, ring);
            case "add" -> store(source, KeyRotation.add(ring));
            case "promote" -> store(source, KeyRotation.promote(ring, id(words)));
            case "drop" -> drop(source, KeyRotation.drop(ring, id(words)), id(words), use);
            default -> throw new IllegalArgumentException("expected is encryption-keys [add | promote ID | drop ID]");
        }
    }

    private static String id(List<String> words) {
        if (words.size() != 3) {
            throw new IllegalArgumentException("the id of the key is missing: encryption-keys shows them");
        }
        return words.get(2);
    }

    private static void list(ApplicationContext context, KeysetHandle ring) {
        var keys = FieldKeys.of(ring);
        var use = context.getBean(KeyUse.class);
        keys.ids()
                .forEach(id -> System.out.println(
                        "Key " + id + (id.equals(keys.primary()) ? ", primary" : "") + ": " + use.rows(id) + " rows"));
        context.getBean(EncryptionFills.class)
                .all()
                .forEach(fill -> System.out.println("Table " + fill.table() + ": " + fill.changed()
                        + " rows encrypted with key " + fill.key() + (fill.done() ? ", done" : ", not done yet")));
    }

    private static void drop(KeySource source, KeysetHandle without, String id, KeyUse use) throws IOException {
        var rows = use.rows(id);
        if (rows > 0) {
            use.startAgain();
            throw new IllegalArgumentException(rows + " rows still need key " + id
                    + ". The running application encrypts them with the primary key; encryption-keys shows how"
                    + " far it is");
        }
        store(source, without);
        use.forget(id);
    }

    /** A file is replaced; a key ring that a setting has can only be printed. */
    private static void store(KeySource source, KeysetHandle ring) throws IOException {
        if (source.text().isBlank()) {
            source.replace(ring);
            System.out.println("Stored: " + source.where());
        } else {
            System.out.println(source.write(ring));
            System.err.println("Set this as ORDERTRAIL_ENCRYPTION_KEY at every node, and start them again one by one");
        }
        var keys = FieldKeys.of(ring);
        System.err.println("Primary key " + keys.primary() + ", all keys " + keys.ids());
    }

    private KeyRingCommand() {}
}
