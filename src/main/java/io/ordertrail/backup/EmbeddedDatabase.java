package io.ordertrail.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

import io.ordertrail.keyring.OwnFile;

/** H2 in a file. It copies itself while it works. */
record EmbeddedDatabase(String url, String user, String password) implements BackedUpDatabase {

    private static final String COPY = "copy-";
    private static final Pattern FILE = Pattern.compile("(jdbc:h2:file:)([^;]+)(.*)");

    static boolean isAt(String url) {
        return FILE.matcher(url).matches();
    }

    @Override
    public void copy(OutputStream to) throws IOException {
        Leftovers.remove(file().getParent(), COPY);
        var folder = OwnFile.folderIn(file().getParent(), COPY);
        try {
            var zip = folder.resolve("copy.zip");
            execute("backup to '" + zip.toString().replace("'", "''") + "'");
            try (var copied = new ZipInputStream(Files.newInputStream(zip))) {
                copied.getNextEntry();
                copied.transferTo(to);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** An empty file is no database yet: the start makes one, which only its owner may read. */
    @Override
    public String occupied() throws IOException {
        return Files.exists(file()) && Files.size(file()) > 0 ? "there is a database already: " + file() : "";
    }

    /** Until it is whole, the file has another name. */
    @Override
    public void restore(InputStream copy) throws IOException {
        OwnFile.folder(file().getParent());
        var part = file().resolveSibling(file().getFileName() + ".restoring");
        Files.deleteIfExists(part);
        try (var out = Files.newOutputStream(OwnFile.create(part))) {
            copy.transferTo(out);
        }
        Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public BackedUpDatabase beside(Path folder) {
        var parts = FILE.matcher(url);
        parts.matches();
        return new EmbeddedDatabase(
                parts.group(1) + folder.resolve("restored") + parts.group(3) + ";IFEXISTS=TRUE", user, password);
    }

    @Override
    public DataSource connect() {
        return new SingleConnectionDataSource(url, user, password, true);
    }

    @Override
    public void disconnect(DataSource connected) {
        ((SingleConnectionDataSource) connected).destroy();
    }

    @Override
    public void remove() throws IOException {
        Files.deleteIfExists(file());
    }

    private Path file() {
        var parts = FILE.matcher(url);
        parts.matches();
        return Path.of(parts.group(2) + ".mv.db").toAbsolutePath().normalize();
    }

    private void execute(String statement) throws IOException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IOException("The embedded database cannot be copied: " + e.getMessage(), e);
        }
    }
}
