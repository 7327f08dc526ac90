package io.ordertrail.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import io.ordertrail.keyring.OwnFile;

/** One backup in one file: what it holds, the database, and further files, packed and then encrypted. */
record BackupFile(Path path, BackupCipher cipher) {

    private static final String MANIFEST = "manifest";
    private static final String DATABASE = "database";
    private static final String FILES = "files/";

    /** Reads the database of a backup. */
    @FunctionalInterface
    interface Reader {
        void read(InputStream database) throws IOException;
    }

    /**
     * Writes the file.
     *
     * @return the SHA-256 of what was written
     */
    String write(Manifest manifest, BackedUpDatabase database, List<Path> files) throws IOException {
        OwnFile.create(path);
        var digest = sha256();
        try (var file = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest);
                var zip = new ZipOutputStream(cipher.encrypt(file))) {
            zip.putNextEntry(new ZipEntry(MANIFEST));
            manifest.write(zip);
            zip.putNextEntry(new ZipEntry(DATABASE));
            database.copy(new Open(zip));
            for (var more : files) {
                add(more, zip);
            }
        }
        try (var written = FileChannel.open(path, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(Path root, ZipOutputStream zip) throws IOException {
        try (var found = Files.walk(root)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var name = root.getFileName().resolve(root.relativize(file).toString());
                zip.putNextEntry(new ZipEntry(FILES + name.toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    /**
     * Reads the file to its end.
     *
     * @throws IOException when it is not whole, was changed, or was encrypted with another key
     */
    Manifest read(Reader database) throws IOException {
        try (var zip = open()) {
            zip.getNextEntry();
            var manifest = Manifest.read(zip);
            zip.getNextEntry();
            database.read(new Unclosed(zip));
            readToTheEnd(zip);
            return manifest;
        }
    }

    /** Writes the further files into a folder. */
    void unpackFiles(Path folder) throws IOException {
        try (var zip = open()) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(FILES)) {
                    unpack(folder, entry.getName().substring(FILES.length()), zip);
                }
            }
        }
    }

    private static void unpack(Path folder, String name, InputStream content) throws IOException {
        var file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("A file of the backup leads out of its folder: " + name);
        }
        OwnFile.folder(file.getParent());
        try (var out = Files.newOutputStream(OwnFile.create(file))) {
            content.transferTo(out);
        }
    }

    private ZipInputStream open() throws IOException {
        return new ZipInputStream(
                new BufferedInputStream(cipher.decrypt(new BufferedInputStream(Files.newInputStream(path)))));
    }

    private static void readToTheEnd(ZipInputStream zip) throws IOException {
        while (zip.getNextEntry() != null) {
            zip.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** More follows in the same file. */
    private static final class Open extends FilterOutputStream {

        private Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** More follows in the same file. */
    private static final class Unclosed extends java.io.FilterInputStream {

        private Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the reader of the file closes it
        }
    }
}
