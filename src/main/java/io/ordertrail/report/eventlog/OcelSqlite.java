package io.ordertrail.report.eventlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes OCEL 2.0 as an SQLite database: a table for all objects and all events, one for each of their types, and two for
 * what they are to each other. SQLite needs a file, which is sent and deleted when it is complete.
 */
final class OcelSqlite implements OcelOut {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final String OBJECT = "object_";
    private static final String EVENT = "event_";
    private static final List<String> TABLES = List.of(
            "create table event_map_type (ocel_type text primary key, ocel_type_map text)",
            "create table object_map_type (ocel_type text primary key, ocel_type_map text)",
            "create table event (ocel_id text primary key, ocel_type text references event_map_type (ocel_type))",
            "create table object (ocel_id text primary key, ocel_type text references object_map_type (ocel_type))",
            """
            create table event_object (ocel_event_id text references event (ocel_id),
              ocel_object_id text references object (ocel_id), ocel_qualifier text,
              primary key (ocel_event_id, ocel_object_id, ocel_qualifier))""",
            """
            create table object_object (ocel_source_id text references object (ocel_id),
              ocel_target_id text references object (ocel_id), ocel_qualifier text,
              primary key (ocel_source_id, ocel_target_id, ocel_qualifier))""");

    private final OutputStream out;
    private final Path file;
    private final Connection database;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private Map<String, List<String>> attributesOf = Map.of();

    OcelSqlite(OutputStream out) throws IOException {
        this.out = out;
        this.file = Files.createTempFile("event-log", ".sqlite");
        try {
            this.database = DriverManager.getConnection("jdbc:sqlite:" + file);
            execute("pragma journal_mode = off");
            execute("pragma synchronous = off");
            database.setAutoCommit(false);
        } catch (SQLException e) {
            throw new UnwritableLog(e);
        }
    }

    @Override
    public void begin(Map<String, List<String>> types) {
        TABLES.forEach(this::execute);
        attributesOf = types;
        types.forEach((type, attributes) -> {
            write("insert into object_map_type values (?, ?)", type, type);
            execute("create table \"" + OBJECT + type
                    + "\" (ocel_id text references object (ocel_id), ocel_time timestamp, ocel_changed_field text"
                    + attributes.stream().map(one -> ", \"" + one + "\" text").collect(Collectors.joining()) + ")");
        });
    }

    @Override
    public void object(String id, String type, Instant at, Map<String, String> attributes, List<Link> links) {
        write("insert into object values (?, ?)", id, type);
        var names = attributesOf.get(type);
        var values = new Object[3 + names.size()];
        values[0] = id;
        values[1] = TIME.format(at);
        for (int i = 0; i < names.size(); i++) {
            values[3 + i] = attributes.get(names.get(i));
        }
        write(insert(OBJECT + type, values.length), values);
        links.forEach(link -> write("insert into object_object values (?, ?, ?)", id, link.object(), link.qualifier()));
    }

    @Override
    public void endObjects(Collection<String> activities) {
        for (var activity : activities) {
            write("insert into event_map_type values (?, ?)", activity, table(activity));
            execute("create table \"" + EVENT + table(activity)
                    + "\" (ocel_id text primary key references event (ocel_id), ocel_time timestamp, \"from\" text)");
        }
    }

    @Override
    public void event(String id, String type, Instant at, String from, List<Link> links) {
        write("insert into event values (?, ?)", id, type);
        write(insert(EVENT + table(type), 3), id, TIME.format(at), from);
        links.forEach(link -> write("insert into event_object values (?, ?, ?)", id, link.object(), link.qualifier()));
    }

    /** Sends the file. */
    @Override
    public void close() throws IOException {
        try {
            for (var statement : prepared.values()) {
                statement.close();
            }
            database.commit();
            database.close();
            Files.copy(file, out);
        } catch (SQLException e) {
            throw new UnwritableLog(e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The name of the table of a type of events; a code for each sign that is no letter, so that no two share one. */
    private static String table(String activity) {
        return activity.chars()
                .mapToObj(sign ->
                        Character.isLetterOrDigit(sign) ? Character.toString(sign) : "_" + Integer.toHexString(sign))
                .collect(Collectors.joining());
    }

    private static String insert(String table, int columns) {
        return "insert into \"" + table + "\" values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    }

    private void write(String sql, Object... values) {
        try {
            var statement = prepared.get(sql);
            if (statement == null) {
                statement = database.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new UnwritableLog(e);
        }
    }

    private void execute(String sql) {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new UnwritableLog(e);
        }
    }
}
