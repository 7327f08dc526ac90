package io.ordertrail.intake.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out the encoding of a text. The whole file is read: its first letter outside ASCII may stand in its last line.
 */
final class DetectCharset {

    private static final Set<String> CHINESE = Set.of("BIG5", "GB18030");

    static Charset of(Path file, byte[] sample) throws IOException {
        var marked = UniversalDetector.detectCharsetFromBOM(sample);
        if (marked != null) {
            return Charset.forName(marked);
        }
        var wide = utf16(sample);
        if (wide != null) {
            return wide;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : guessed(file);
    }

    /** In UTF-16, every second byte of what is ASCII is zero; no other text has zeros. */
    private static Charset utf16(byte[] sample) {
        var zeros = new int[2];
        for (int i = 0; i < sample.length; i++) {
            zeros[i % 2] += sample[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] == 0) {
            return null;
        }
        if (zeros[0] + zeros[1] < sample.length / 5) {
            throw new UnreadableFile("zeros");
        }
        return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(1 << 16);
        var dropped = CharBuffer.allocate(1 << 16);
        try (var in = Files.newByteChannel(file)) {
            while (true) {
                var isEnd = in.read(bytes) < 0;
                bytes.flip();
                dropped.clear();
                if (decoder.decode(bytes, dropped, isEnd).isError()) {
                    return false;
                }
                bytes.compact();
                if (isEnd) {
                    return true;
                }
            }
        }
    }

    private static Charset guessed(Path file) throws IOException {
        var detector = new UniversalDetector();
        var evidence = new SingleByteEvidence();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read > 0 && !evidence.isEnough(); read = in.read(buffer)) {
                var bytes = Arrays.copyOf(buffer, read);
                evidence.add(bytes);
                detector.handleData(bytes);
            }
        }
        detector.dataEnd();
        var detected = detector.getDetectedCharset();
        return detected != null && CHINESE.contains(detected) && evidence.isDoubleByte()
                ? Charset.forName(detected)
                : evidence.charset();
    }

    private DetectCharset() {}
}
