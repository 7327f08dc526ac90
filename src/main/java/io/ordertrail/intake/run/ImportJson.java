package io.ordertrail.intake.run;

import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.RowFault;

/** How rows, faults and layouts are stored. */
final class ImportJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};
    private static final TypeReference<List<RowFault>> FAULTS = new TypeReference<>() {};

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileLayout layout(String text) {
        try {
            return JSON.readValue(text, FileLayout.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> rows(String text) {
        return list(text, ROWS);
    }

    static List<RowFault> faults(String text) {
        return list(text, FAULTS);
    }

    private static <T> List<T> list(String text, TypeReference<List<T>> type) {
        try {
            return text == null ? List.of() : JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportJson() {}
}
