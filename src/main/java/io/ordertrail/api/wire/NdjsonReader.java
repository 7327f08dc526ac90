package io.ordertrail.api.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

import io.ordertrail.api.problem.MalformedInput;
import io.ordertrail.refusal.Refusal;

/** Reads a body with one JSON object per line (NDJSON); an unreadable line does not affect the others. */
@Component
public class NdjsonReader {

    public static final String NDJSON = "application/x-ndjson";
    public static final int MOST = 10_000;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final WireJson wireJson;

    NdjsonReader(WireJson wireJson) {
        this.wireJson = wireJson;
    }

    /**
     * One line.
     *
     * @param number number of the line, starting at 1
     * @param content null when there is a problem
     * @param problem null when the line was read
     */
    public record Line<T>(int number, T content, ProblemDetail problem) {}

    /**
     * Reads all lines.
     *
     * @throws Refusal when the body has more than {@link #MOST} lines, before any line is read
     */
    public <T> List<Line<T>> read(byte[] body, Class<T> type) {
        return read(body, type, MOST);
    }

    /**
     * Reads all lines.
     *
     * @throws Refusal when the body has more lines, before any line is read
     */
    public <T> List<Line<T>> read(byte[] body, Class<T> type, int most) {
        var texts = split(body);
        if (texts.size() > most) {
            throw new Refusal(Refusal.Kind.INVALID, "batch.lines", texts.size(), most);
        }
        var reader = wireJson.getObjectMapper().readerFor(type);
        var lines = new ArrayList<Line<T>>(texts.size());
        texts.forEach(text -> lines.add(read(text, lines.size() + 1, reader)));
        return lines;
    }

    private static <T> Line<T> read(ByteBuffer text, int number, ObjectReader reader) {
        try {
            T content = reader.readValue(decode(text, number));
            return new Line<>(number, content, content == null ? MalformedInput.missing() : null);
        } catch (CharacterCodingException e) {
            return new Line<>(number, null, MalformedInput.unreadable());
        } catch (JsonProcessingException e) {
            return new Line<>(number, null, isBlank(text) ? MalformedInput.missing() : MalformedInput.of(e, number));
        }
    }

    private static String decode(ByteBuffer text, int number) throws CharacterCodingException {
        var decoded =
                StandardCharsets.UTF_8.newDecoder().decode(text.duplicate()).toString();
        return number == 1 && !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK
                ? decoded.substring(1)
                : decoded;
    }

    /** Splits the body at line feeds and drops blank lines at the end; JSON treats a carriage return as white space. */
    private static List<ByteBuffer> split(byte[] body) {
        var lines = new ArrayList<ByteBuffer>();
        for (int from = 0, to; from < body.length; from = to + 1) {
            for (to = from; to < body.length && body[to] != '\n'; to++) {
                // find the end of the line
            }
            lines.add(ByteBuffer.wrap(body, from, to - from));
        }
        while (!lines.isEmpty() && isBlank(lines.get(lines.size() - 1))) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static boolean isBlank(ByteBuffer line) {
        for (int at = line.position(); at < line.limit(); at++) {
            if (line.get(at) > ' ' || line.get(at) < 0) {
                return false;
            }
        }
        return true;
    }
}
