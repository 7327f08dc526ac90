package io.ordertrail.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a backup holds.
 *
 * @param rows of each table, counted just before the copy began
 */
record Manifest(Instant madeAt, SortedMap<String, Long> rows) {

    private static final String ROWS = "rows.";
    private static final String TABLES =
            "select table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = ";

    /** Counts the rows of each table. */
    static SortedMap<String, Long> count(DataSource database) {
        return new JdbcTemplate(database).execute((Connection connection) -> count(connection));
    }

    private static SortedMap<String, Long> count(Connection connection) throws SQLException {
        var about = connection.getMetaData();
        var quote = about.getIdentifierQuoteString();
        var schema = about.getDatabaseProductName().equals("H2") ? "'PUBLIC'" : "database()";
        var counts = new TreeMap<String, Long>();
        try (var sql = connection.createStatement()) {
            for (var table : strings(sql, TABLES + schema)) {
                counts.put(
                        table.toLowerCase(Locale.ROOT),
                        Long.valueOf(strings(sql, "select count(*) from " + quote + table + quote)
                                .get(0)));
            }
        }
        return counts;
    }

    private static List<String> strings(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    void write(OutputStream to) throws IOException {
        var lines = new Properties();
        lines.setProperty("madeAt", madeAt.toString());
        rows.forEach((table, count) -> lines.setProperty(ROWS + table, count.toString()));
        lines.store(to, null);
    }

    static Manifest read(InputStream from) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(new String(from.readAllBytes(), StandardCharsets.ISO_8859_1)));
        var rows = new TreeMap<String, Long>();
        for (var name : lines.stringPropertyNames()) {
            if (name.startsWith(ROWS)) {
                rows.put(name.substring(ROWS.length()), Long.valueOf(lines.getProperty(name)));
            }
        }
        return new Manifest(Instant.parse(lines.getProperty("madeAt")), rows);
    }
}
