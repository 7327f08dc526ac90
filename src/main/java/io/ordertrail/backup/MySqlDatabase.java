package io.ordertrail.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import io.ordertrail.keyring.OwnFile;

/**
 * A schema of a MySQL server. MySQL's own programs copy and restore it; the copy is that of one moment and holds up
 * nobody.
 */
record MySqlDatabase(String url, String user, String password, Programs programs) implements BackedUpDatabase {

    private static final Pattern URL = Pattern.compile("(jdbc:mysql://([^:/]+)(?::(\\d+))?/)([^?]+)(.*)");
    private static final String PORT = "3306";
    private static final String OPTIONS = "ordertrail-mysql-";
    private static final List<String> COPY = List.of(
            "--single-transaction",
            "--set-gtid-purged=OFF",
            "--no-tablespaces",
            "--routines",
            "--triggers",
            "--hex-blob",
            "--default-character-set=utf8mb4");

    /**
     * MySQL's own programs.
     *
     * @param tls whether they need TLS, in MySQL's words
     */
    record Programs(String mysqldump, String mysql, String tls) {}

    /** Spring says null where there is no password. */
    MySqlDatabase {
        password = password == null ? "" : password;
    }

    static boolean isAt(String url) {
        return URL.matcher(url).matches();
    }

    @Override
    public void copy(OutputStream to) throws IOException {
        var arguments = new ArrayList<>(COPY);
        arguments.add(part(4));
        run(programs.mysqldump(), arguments, null, to);
    }

    @Override
    public String occupied() throws IOException {
        try {
            var tables = server().queryForObject(
                            "select count(*) from information_schema.tables where table_schema = ?",
                            Integer.class,
                            part(4));
            return tables == 0 ? "" : "the schema " + part(4) + " has tables already";
        } catch (DataAccessException e) {
            throw new IOException(e.getMostSpecificCause().getMessage(), e);
        }
    }

    @Override
    public void restore(InputStream copy) throws IOException {
        run(
                programs.mysql(),
                List.of("--default-character-set=utf8mb4", part(4)),
                copy,
                OutputStream.nullOutputStream());
    }

    /** A schema of the same server, which needs a right of its own; docs/recovery.md names it. */
    @Override
    public BackedUpDatabase beside(Path folder) {
        var schema = part(4) + "_drill";
        server().execute("drop database if exists `" + schema + "`");
        server().execute("create database `" + schema + "` character set utf8mb4");
        return new MySqlDatabase(part(1) + schema + part(5), user, password, programs);
    }

    @Override
    public DataSource connect() {
        return new DriverManagerDataSource(url, user, password);
    }

    @Override
    public void disconnect(DataSource connected) {
        // each use has ended its connection
    }

    @Override
    public void remove() {
        server().execute("drop database if exists `" + part(4) + "`");
    }

    private JdbcTemplate server() {
        return new JdbcTemplate(new DriverManagerDataSource(part(1) + part(5), user, password));
    }

    private String part(int group) {
        var parts = URL.matcher(url);
        parts.matches();
        return parts.group(group) == null ? "" : parts.group(group);
    }

    /** The password stands in a file of the owner alone: arguments and environment can be seen by others. */
    private void run(String program, List<String> arguments, InputStream in, OutputStream out) throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Leftovers.removeOfTheDead(temporary, OPTIONS);
        var folder = OwnFile.folderIn(temporary, Leftovers.ofThisProcess(OPTIONS));
        try {
            var command = new ArrayList<String>();
            command.add(program);
            command.add("--defaults-extra-file=" + options(folder));
            command.addAll(arguments);
            var errors = folder.resolve("errors");
            var process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            exchange(process, in, out);
            if (process.waitFor() != 0) {
                throw new IOException(program + ": " + Files.readString(errors).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void exchange(Process process, InputStream in, OutputStream out) throws IOException {
        try (var input = process.getOutputStream()) {
            if (in != null) {
                in.transferTo(input);
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                process.destroy();
                throw e;
            }
            // the program has ended with an error of its own, which tells more
        }
        process.getInputStream().transferTo(out);
    }

    private Path options(Path folder) throws IOException {
        return Files.writeString(
                OwnFile.create(folder.resolve("options")),
                "[client]\nhost=%s\nport=%s\nprotocol=TCP\nuser=%s\npassword=\"%s\"\nssl-mode=%s\n"
                        .formatted(
                                part(2),
                                part(3).isEmpty() ? PORT : part(3),
                                user,
                                password.replace("\\", "\\\\").replace("\"", "\\\""),
                                programs.tls()));
    }
}
