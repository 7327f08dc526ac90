package io.ordertrail.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/** The application works as a user who can only add to the trail, as deploy/append-only makes it. */
@JourneyTest
@OnMySql
@Tag("database")
class AppendOnlyTest {

    private static final String SCHEMA =
            "append_only_" + UUID.randomUUID().toString().substring(0, 8);
    private static final String USER = SCHEMA + "_app";
    private static final String PASSWORD = "only-in-this-test";

    @Autowired
    JdbcTemplate application;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Desk desk;

    /** The tables are made as an administrator, and then the user of the application loses its rights. */
    @TestConfiguration
    static class RestrictsAfterTheMigration {

        @Bean
        FlywayMigrationStrategy restrict() {
            return migrations -> {
                migrations.migrate();
                takeRights(URI.create(System.getenv(DatabaseTest.SERVER).substring("jdbc:".length())));
            };
        }
    }

    @DynamicPropertySource
    static void signInAsTheUserOfTheApplication(DynamicPropertyRegistry settings) throws Exception {
        var server = System.getenv(DatabaseTest.SERVER);
        administrator(server, "create database " + SCHEMA);
        administrator(server, "create user '" + USER + "'@'%' identified by '" + PASSWORD + "'");
        administrator(server, "grant all on " + SCHEMA + ".* to '" + USER + "'@'%'");
        settings.add("spring.datasource.url", () -> server + "/" + SCHEMA);
        settings.add("spring.datasource.username", () -> USER);
        settings.add("spring.datasource.password", () -> PASSWORD);
        settings.add("spring.flyway.url", () -> server + "/" + SCHEMA + "?nullDatabaseMeansCurrent=true");
        settings.add("spring.flyway.user", () -> "root");
        settings.add("spring.flyway.password", () -> "");
    }

    private static void administrator(String server, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(server + "/", "root", "");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void takeRights(URI server) {
        try {
            var folder = Files.createTempDirectory("append-only");
            var script = new ProcessBuilder(
                            "deploy/append-only",
                            SCHEMA,
                            USER,
                            "--no-defaults",
                            "--protocol=tcp",
                            "--host=" + server.getHost(),
                            "--port=" + server.getPort(),
                            "--user=root")
                    .redirectErrorStream(true);
            script.environment().put("MYSQL", mysql(folder).toString());
            var running = script.start();
            var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(running.waitFor()).as(said).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The script wants one program. */
    private static Path mysql(Path folder) throws IOException {
        var program = Files.writeString(
                folder.resolve("mysql"),
                "#!/usr/bin/env bash\nexec %s %s run mysql \"$@\"\n"
                        .formatted(Path.of("servers/mysql").toAbsolutePath(), folder));
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void an_order_is_entered_and_its_tasks_are_completed() {
        var sku = company.product(5);
        var order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(sku, 2)));
        desk.complete(order, Element.PICK_AND_PACK);
        desk.complete(order, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "JD" + System.nanoTime());
        assertThat(desk.state(order)).isEqualTo(OrderState.SHIPPED);
        assertThat(count("order_event", order)).isGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"change_entry", "trail_seal", "trail_head", "order_event"})
    void what_is_only_added_to_is_neither_changed_nor_removed(String table) {
        enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 1)));
        var column = table.startsWith("trail") ? "position" : "id";
        for (var statement : new String[] {
            "update " + table + " set " + column + " = " + column,
            "delete from " + table,
            "truncate table " + table,
            "drop table " + table,
            "alter table " + table + " add more int"
        }) {
            assertThatThrownBy(() -> application.execute(statement))
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void the_user_of_the_application_cannot_take_the_right_back() {
        assertThatThrownBy(() -> application.execute("grant all on " + SCHEMA + ".* to '" + USER + "'@'%'"))
                .rootCause()
                .hasMessageContaining("denied");
    }

    private int count(String table, OrderNumber order) {
        return application.queryForObject(
                "select count(*) from " + table + " where order_number = ?", Integer.class, order.value());
    }
}
