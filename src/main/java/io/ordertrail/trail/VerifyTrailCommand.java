package io.ordertrail.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;

/**
 * The command {@code verify-audit [--head=FILE]}: it follows the chain over the trail of changes and starts only the
 * connection to the database, not the application.
 */
public final class VerifyTrailCommand {

    private static final String NAME = "verify-audit";
    private static final String HEAD = "--head=";
    private static final int INTACT = 0;
    private static final int NOT_INTACT = 1;
    private static final int NOT_VERIFIED = 2;

    /** Is no component, so that the component scan of the application does not find it. */
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @EnableConfigurationProperties(TrailSettings.class)
    static class DatabaseOnly {

        @Bean
        VerifyTrail verifyTrail(DataSource database, TrailSettings settings) {
            return new VerifyTrail(database, TrailKey.existing(settings));
        }
    }

    public static boolean isRequested(String... args) {
        return List.of(args).contains(NAME);
    }

    /**
     * Follows the chain with the settings of the application.
     *
     * @return the exit code: 0 when the trail is intact, 1 when it is not, 2 when it cannot be verified
     */
    public static int run(String... args) {
        var settings = Stream.concat(Stream.of(args), Stream.of("--spring.datasource.hikari.minimum-idle=0"))
                .toArray(String[]::new);
        var application = new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn");
        try (var database = application.run(settings)) {
            return report(database.getBean(VerifyTrail.class).verify(kept(database, args)));
        } catch (IOException | RuntimeException e) {
            System.err.println("The trail of changes cannot be verified: " + reason(e));
            return NOT_VERIFIED;
        }
    }

    private static int report(VerifyTrail.Result result) {
        result.faults().forEach(System.out::println);
        if (result.head() != null) {
            System.out.println(result.head().line());
        }
        System.out.println(
                result.intact()
                        ? "The trail of changes is intact: " + result.entries() + " entries"
                        : "The trail of changes is not intact: "
                                + result.faults().size() + " faults");
        return result.intact() ? INTACT : NOT_INTACT;
    }

    /** The head in the named file, or else the one that this node has kept. */
    private static Head kept(ApplicationContext context, String... args) throws IOException {
        var named = Stream.of(args).filter(one -> one.startsWith(HEAD)).findFirst();
        if (named.isPresent()) {
            return Head.of(Files.readString(Path.of(named.get().substring(HEAD.length()))));
        }
        var file = context.getBean(TrailSettings.class).headFile();
        return file.isBlank() || Files.notExists(Path.of(file)) ? null : Head.of(Files.readString(Path.of(file)));
    }

    private static String reason(Exception failure) {
        return failure instanceof DataAccessException
                ? "the database does not answer, or holds no Ordertrail of this version"
                : failure.getMessage();
    }

    private VerifyTrailCommand() {}
}
