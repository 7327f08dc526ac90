package io.ordertrail.intake.file;

import java.nio.charset.Charset;

/**
 * What the bytes outside ASCII say about the encoding. In Chinese texts they follow each other; in European ones they
 * stand alone between letters. MacRoman has its accented letters where Windows-1252 has signs.
 */
final class SingleByteEvidence {

    private static final int ENOUGH = 10_000;
    private static final int APOSTROPHE = 0x92;

    private int alone;
    private int together;
    private int mac;
    private int windows;

    void add(byte[] bytes) {
        for (int i = 1; i < bytes.length - 1; i++) {
            var each = bytes[i] & 0xff;
            if (each >= 0x80) {
                count(each, bytes[i - 1] & 0xff, bytes[i + 1] & 0xff);
            }
        }
    }

    private void count(int each, int before, int after) {
        if (before >= 0x80 || after >= 0x80) {
            together++;
            return;
        }
        alone++;
        if (isLetter(before) || isLetter(after)) {
            mac += each < 0xa0 && each != APOSTROPHE ? 1 : 0;
            windows += each >= 0xc0 ? 1 : 0;
        }
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    boolean isEnough() {
        return alone + together > ENOUGH;
    }

    boolean isDoubleByte() {
        return together > alone;
    }

    Charset charset() {
        return Charset.forName(mac > windows ? "x-MacRoman" : "windows-1252");
    }
}
