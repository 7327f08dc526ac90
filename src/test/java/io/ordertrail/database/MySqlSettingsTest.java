package io.ordertrail.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/** The settings that are added to a plain JDBC URL of MySQL, and what each of them prevents. */
@JourneyTest
@Tag("database")
@OnMySql
class MySqlSettingsTest {

    @Autowired
    JdbcTemplate sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TaskService tasks;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Test
    void a_session_is_strict_in_utc_and_reads_what_is_committed() {
        assertThat(text("select @@session.transaction_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(text("select @@session.time_zone")).isEqualTo("+00:00");
        assertThat(text("select @@session.sql_mode"))
                .contains("STRICT_TRANS_TABLES", "NO_ZERO_DATE", "TIME_TRUNCATE_FRACTIONAL");
        assertThat(text("select @@session.innodb_lock_wait_timeout")).isEqualTo("5");
        assertThat(text("select @@session.collation_connection")).isEqualTo("utf8mb4_0900_bin");
    }

    @Test
    void the_tables_of_other_schemas_on_the_server_are_not_seen() throws SQLException {
        change("create database if not exists ordertrail_test_other");
        change("create table if not exists ordertrail_test_other.ACT_GE_PROPERTY (NAME_ varchar(64))");
        assertThat(schemasWith("ACT_GE_PROPERTY")).containsExactly(text("select database()"));
    }

    private List<String> schemasWith(String table) throws SQLException {
        try (var connection = sql.getDataSource().getConnection();
                var found = connection.getMetaData().getTables(null, null, table, null)) {
            var schemas = new ArrayList<String>();
            while (found.next()) {
                schemas.add(found.getString("TABLE_CAT"));
            }
            return schemas;
        }
    }

    @Test
    void every_table_compares_text_exactly_and_takes_any_character() {
        assertThat(sql.queryForList("select table_name from information_schema.tables where table_schema = database()"
                        + " and table_name <> 'flyway_schema_history' and table_collation <> 'utf8mb4_0900_bin'"))
                .isEmpty();
        assertThat(
                        sql.queryForList(
                                "select table_name, column_name from information_schema.columns where table_schema = database()"
                                        + " and table_name <> 'flyway_schema_history' and collation_name <> 'utf8mb4_0900_bin'"))
                .isEmpty();
    }

    @Test
    void every_time_keeps_its_milliseconds() {
        assertThat(
                        sql.queryForList(
                                "select table_name, column_name from information_schema.columns where table_schema = database()"
                                        + " and table_name <> 'flyway_schema_history' and data_type in ('datetime', 'timestamp') and datetime_precision < 3"))
                .isEmpty();
    }

    @Test
    void a_time_of_the_engine_is_stored_in_utc_and_read_as_it_was_written() {
        var due = Date.from(Instant.parse("2026-03-29T02:30:00.987Z")); // a time that does not exist in Vienna
        var order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 2)));
        var task = desk.task(order, Element.PICK_AND_PACK).getId();
        tasks.setDueDate(task, due);

        assertThat(text("select cast(DUE_DATE_ as char) from ACT_RU_TASK where ID_ = '" + task + "'"))
                .isEqualTo("2026-03-29 02:30:00.987");
        assertThat(desk.task(order, Element.PICK_AND_PACK).getDueDate()).isEqualTo(due);
    }

    @Test
    void where_a_column_keeps_no_fraction_a_time_is_cut_and_never_rounded_into_the_future() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sql.execute("create temporary table whole_seconds (at datetime)");
            sql.update(
                    "insert into whole_seconds values (?)",
                    Timestamp.from(Instant.parse("2026-11-22T10:00:00.987654Z")));
            assertThat(text("select cast(at as char) from whole_seconds")).isEqualTo("2026-11-22 10:00:00");
            sql.execute("drop temporary table whole_seconds");
        });
    }

    @Test
    void a_batch_reports_for_each_update_whether_it_changed_a_row() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sql.execute("create temporary table versions (id int, version int)");
            sql.batchUpdate("insert into versions values (?, 1)", List.of(row(1), row(2), row(3), row(4), row(5)));
            sql.update("update versions set version = 2 where id = 3");
            assertThat(sql.batchUpdate(
                            "update versions set version = version + 1 where id = ? and version = 1",
                            List.of(row(1), row(2), row(3), row(4), row(5))))
                    .containsExactly(1, 1, 0, 1, 1);
            sql.execute("drop temporary table versions");
        });
    }

    @Test
    void a_text_that_is_too_long_is_refused_and_not_cut() {
        assertThatThrownBy(() ->
                        change("insert into site (code, name, country, version) values ('LONG', 'Long', 'AUT', 0)"))
                .isInstanceOf(DataAccessException.class);
    }

    private static Object[] row(int id) {
        return new Object[] {id};
    }

    private String text(String query) {
        return sql.queryForObject(query, String.class);
    }

    private void change(String statement) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> sql.update(statement));
    }
}
