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

/** Reads a body with one JSON object a line (NDJSON); a line that cannot be read does not spoil the others. */
@Component
public class NdjsonReader {

    public static final String NDJSON = "application/x-ndjson";
    public static final int MOST = 10_000;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final WireJson wireJson;

    NdjsonReader(WireJson wireJson) {
        this.wireJson = wireJson;
    }

    /** One line. @param content null where there is a problem */
    public record Line<T>(int number, T content, ProblemDetail problem) {}

    /** @throws Refusal where there are too many, before any of them is looked at */
    public <T> List<Line<T>> read(byte[] body, Class<T> type) {
        var texts = split(body);
        if (texts.size() > MOST) {
            throw new Refusal(Refusal.Kind.INVALID, "batch.lines", texts.size(), MOST);
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

    /** At line feeds; a carriage return is white space to JSON. Nothing is said of empty lines at the end. */
    private static List<ByteBuffer> split(byte[] body) {
        var lines = new ArrayList<ByteBuffer>();
        for (int from = 0, to; from < body.length; from = to + 1) {
            for (to = from; to < body.length && body[to] != '\n'; to++) {
                // to the end of the line
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
