package io.ordertrail.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables from the engine's scripts as one of our migrations, so that two nodes that start at the
 * same time do not both create them. On MySQL it changes their types so that they store any text, and times to the
 * millisecond, as elsewhere; the scripts do neither.
 */
@Component
class EngineTables implements JavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("5.1");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    /** The scripts of one release of the engine never change. */
    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        var connection = context.getConnection();
        var database = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        for (var part : PARTS) {
            run(connection, "org/camunda/bpm/engine/db/create/activiti." + database + ".create." + part + ".sql");
        }
    }

    /**
     * Newer MySQL refuses two cascading foreign keys from incidents to incidents. The key to the cause also covers the
     * root cause.
     */
    private static void run(Connection connection, String script) throws IOException {
        try (InputStream in = new ClassPathResource(script).getInputStream()) {
            var statements = new String(in.readAllBytes(), UTF_8)
                    .replace("CHARSET=utf8 COLLATE utf8_bin", "CHARSET=utf8mb4 COLLATE utf8mb4_0900_bin")
                    .replaceAll("alter table ACT_RU_INCIDENT\\s+add constraint ACT_FK_INC_RCAUSE[^;]+cascade;", "")
                    .replaceAll("\\b(datetime|timestamp)\\b", "$1(3)");
            ScriptUtils.executeSqlScript(connection, new ByteArrayResource(statements.getBytes(UTF_8)));
        }
    }
}
