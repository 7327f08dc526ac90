package io.ordertrail.report.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import io.ordertrail.database.DatabaseTest;

/** An empty database with our tables and without those of the engine, on H2 or on the server that the tests use. */
public final class ReportTables {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    public static DataSource create() {
        var database = new SingleConnectionDataSource(url(), user(), "", true);
        scripts()
                .forEach(script ->
                        new ResourceDatabasePopulator(new ByteArrayResource(script.getBytes())).execute(database));
        return database;
    }

    private static String url() {
        var server = System.getenv(DatabaseTest.SERVER);
        var name = "reports_" + UUID.randomUUID().toString().substring(0, 8);
        return server == null
                ? "jdbc:h2:mem:" + name + ";MODE=MySQL"
                : server + "/" + name + "?createDatabaseIfNotExist=true&rewriteBatchedStatements=true";
    }

    private static String user() {
        return System.getenv(DatabaseTest.SERVER) == null ? "sa" : "root";
    }

    private static List<String> scripts() {
        try (var files = Files.list(MIGRATIONS)) {
            return files.sorted(Comparator.comparing(ReportTables::version))
                    .map(ReportTables::text)
                    .filter(text -> !text.contains("ACT_"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReportTables() {}
}
