package io.ordertrail.api.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads values in one exact format, which excludes values that no database can store, such as 1e400 or the year 99999.
 */
class StrictDeserializer<T> extends StdDeserializer<T> {

    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final transient Pattern format;
    private final transient Function<String, T> value;

    StrictDeserializer(Class<T> type, String format, Function<String, T> value) {
        super(type);
        this.format = Pattern.compile(format);
        this.value = value;
    }

    static StrictDeserializer<Instant> instant() {
        return new StrictDeserializer<>(
                Instant.class,
                DAY + "T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})",
                text -> OffsetDateTime.parse(text).toInstant());
    }

    static StrictDeserializer<LocalDate> day() {
        return new StrictDeserializer<>(LocalDate.class, DAY, LocalDate::parse);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.currentToken().isScalarValue() || json.hasToken(JsonToken.VALUE_EMBEDDED_OBJECT)) {
            return (T) context.handleUnexpectedToken(handledType(), json);
        }
        var text = json.getText();
        if (matches(json, text)) {
            try {
                return value.apply(text);
            } catch (DateTimeException e) {
                // no such day or hour
            }
        }
        return (T) context.handleWeirdStringValue(handledType(), text, "not in the expected format");
    }

    private boolean matches(JsonParser json, String text) {
        var number = json.currentToken().isNumeric();
        return (number ? BigDecimal.class.equals(handledType()) : json.hasToken(JsonToken.VALUE_STRING))
                && format.matcher(text).matches();
    }
}
