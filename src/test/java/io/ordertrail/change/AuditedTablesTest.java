package io.ordertrail.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The page of audit says of each table where a write is recorded. */
class AuditedTablesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern TABLE = Pattern.compile("(?i)create table (?:if not exists )?`?(\\w+)");
    private static final Pattern DROPPED = Pattern.compile("(?i)drop table `?(\\w+)");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)`");

    @Test
    void every_table_is_on_the_page() throws IOException {
        var named = NAMED.matcher(Files.readString(Path.of("docs/audit.md")))
                .results()
                .map(one -> one.group(1))
                .collect(Collectors.toSet());
        assertThat(tables())
                .hasSizeGreaterThan(50)
                .allSatisfy(table -> assertThat(named).contains(table));
    }

    /** Who writes to a book in another way than by its class would write without an entry, or change one. */
    @Test
    void only_their_own_packages_write_to_the_books() throws IOException {
        assertThat(writersOf("change_entry")).isEmpty();
        assertThat(writersOf("order_event")).isEmpty();
        assertThat(writersOf("stock_movement")).isEmpty();
        assertThat(writersOf("trail_seal")).containsExactly("SealTrail.java");
        assertThat(writersOf("trail_head")).containsExactly("SealTrail.java");
    }

    private static Set<String> writersOf(String table) throws IOException {
        var statement = Pattern.compile("(?i)(insert into|update|delete from)\\s+" + table + "\\b");
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> statement.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> tables() throws IOException {
        var tables = named(TABLE);
        tables.removeIf(table -> table.startsWith("act_"));
        tables.removeAll(named(DROPPED));
        return tables;
    }

    private static Set<String> named(Pattern statement) throws IOException {
        var tables = new TreeSet<String>();
        try (var files = Files.list(MIGRATIONS)) {
            files.forEach(file -> statement
                    .matcher(read(file))
                    .results()
                    .map(one -> one.group(1).toLowerCase(Locale.ROOT))
                    .forEach(tables::add));
        }
        return tables;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
