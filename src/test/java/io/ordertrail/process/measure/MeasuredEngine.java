package io.ordertrail.process.measure;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The figures of an engine of its own, without Spring: its database gets the tables for them. */
public final class MeasuredEngine {

    private static final List<String> TABLES = List.of(
            "V49__process_measures.sql",
            "V76__repeated_steps.sql",
            "V79__slowest_at_steps.sql",
            "V80__ends_of_ways.sql");

    private MeasuredEngine() {}

    /**
     * Sums up everything that the engine did before a moment.
     *
     * @return the database with the figures
     */
    public static JdbcClient measure(ProcessEngine engine, Instant now) throws SQLException {
        var database = tables(engine);
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var history = new EngineHistory(database);
        var span = new MeasuredSpan(
                history,
                new FlowsTaken(engine.getRepositoryService(), history),
                new TasksDone(history, clock, false),
                clock);
        var measureHistory =
                new MeasureHistory(history, span, new MeasureBooks(database, new JdbcTemplate(source(engine))), clock);
        while (measureHistory.next(now)) {
            Thread.onSpinWait();
        }
        return database;
    }

    /** Gives the engine's database the tables, which are empty. */
    static JdbcClient tables(ProcessEngine engine) throws SQLException {
        try (var connection = source(engine).getConnection()) {
            for (var script : TABLES) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/" + script));
            }
        }
        return JdbcClient.create(source(engine));
    }

    private static DataSource source(ProcessEngine engine) {
        return engine.getProcessEngineConfiguration().getDataSource();
    }
}
