package io.ordertrail.intake.file;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The first bytes by which files of other kinds are known. */
final class Magic {

    private static final String ZIP = "PK";
    private static final Map<String, String> OTHERS = Map.of(
            "\u00d0\u00cf\u0011\u00e0", "old-or-protected",
            "%PDF", "kind",
            "\u0089PNG", "kind",
            "\u00ff\u00d8\u00ff", "kind",
            "GIF8", "kind",
            "\u001f\u008b", "kind",
            "{\\rtf", "kind",
            "7z\u00bc\u00af", "kind",
            "Rar!", "kind");

    static boolean isSpreadsheet(byte[] sample) {
        return begins(sample, ZIP);
    }

    static void refuseOther(byte[] sample) {
        OTHERS.forEach((magic, reason) -> {
            if (begins(sample, magic)) {
                throw new UnreadableFile(reason);
            }
        });
    }

    private static boolean begins(byte[] sample, String magic) {
        return new String(sample, 0, Math.min(sample.length, 8), StandardCharsets.ISO_8859_1).startsWith(magic);
    }

    private Magic() {}
}
