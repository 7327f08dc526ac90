package io.ordertrail.intake.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Refuses a spreadsheet that would cost more memory than it has bytes, before a library opens it: it unpacks each part,
 * keeps nothing, and counts.
 */
final class SpreadsheetGuard {

    private static final long MAX_UNPACKED = 4L << 30;
    private static final long MAX_SHARED_TEXTS = 64L << 20;
    private static final int MAX_PARTS = 2_000;
    /** A sheet of repeated numbers packs to a fortieth, a bomb to a thousandth. */
    private static final int MAX_RATIO = 200;

    private static final long SMALL = 10L << 20;
    private static final Set<String> IN_MEMORY =
            Set.of("xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml");
    private static final String DECLARATION = "<!DOCTYPE";

    static void check(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw new UnreadableFile("bomb");
            }
            long left = MAX_UNPACKED;
            for (var part : Collections.list(zip.entries())) {
                left -= size(zip, part, left);
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new UnreadableFile("kind");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("broken");
        }
    }

    private static long size(ZipFile zip, ZipEntry part, long left) throws IOException {
        var limit = Math.min(left, limit(part));
        try (var in = zip.getInputStream(part)) {
            var buffer = new byte[1 << 16];
            var tail = "";
            long size = 0;
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new UnreadableFile("bomb");
                }
                tail = declared(tail, buffer, read);
            }
            return size;
        }
    }

    private static long limit(ZipEntry part) {
        var packed = Math.max(SMALL, part.getCompressedSize() * MAX_RATIO);
        return IN_MEMORY.contains(part.getName()) ? Math.min(packed, MAX_SHARED_TEXTS) : packed;
    }

    /**
     * Refuses entities: no program writes them into a spreadsheet. Zero bytes are left out, so that UTF-16 hides nothing.
     *
     * @return the end of what was read, because a declaration may begin there
     */
    private static String declared(String before, byte[] buffer, int read) {
        var text = before + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        if (text.contains("\0")) {
            text = text.replace("\0", "");
        }
        if (text.contains(DECLARATION)) {
            throw new UnreadableFile("entities");
        }
        return text.substring(Math.max(0, text.length() - DECLARATION.length()));
    }

    private SpreadsheetGuard() {}
}
