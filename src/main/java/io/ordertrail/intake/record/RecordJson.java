package io.ordertrail.intake.record;

import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.ordertrail.change.Difference;
import io.ordertrail.intake.order.RowFault;

/** How layouts, cells, faults and differences are stored. */
final class RecordJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<RowFault>> FAULTS = new TypeReference<>() {};
    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordLayout layout(String text) {
        try {
            return JSON.readValue(text, RecordLayout.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> cells(String text) {
        return list(text, CELLS);
    }

    static List<RowFault> faults(String text) {
        return list(text, FAULTS);
    }

    static List<Difference> differences(String text) {
        return list(text, DIFFERENCES);
    }

    private static <T> List<T> list(String text, TypeReference<List<T>> type) {
        try {
            return text == null ? List.of() : JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordJson() {}
}
