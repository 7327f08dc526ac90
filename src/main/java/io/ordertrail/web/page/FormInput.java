package io.ordertrail.web.page;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.MultiValueMap;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;

/** Reads the input of a form field by field and collects an error for each field that cannot be read. */
public final class FormInput {

    private final MultiValueMap<String, String> fields;
    private final List<Fault> faults = new ArrayList<>();

    public FormInput(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    public String text(String name) {
        return orEmpty(fields.getFirst(name)).replace("\r\n", "\n");
    }

    public boolean ticked(String name) {
        return fields.containsKey(name);
    }

    public Integer integer(String pointer, String typed, String sentence) {
        var text = Blanks.trimmed(typed);
        return text.isEmpty()
                ? null
                : readable(text.matches("[-+]?\\d{1,9}"), pointer, sentence) ? Integer.valueOf(text) : null;
    }

    public BigDecimal decimal(String pointer, String typed, String sentence) {
        var text = Blanks.trimmed(typed);
        return text.isEmpty()
                ? null
                : readable(text.matches("[-+]?\\d{1,20}([.]\\d{1,20})?"), pointer, sentence)
                        ? new BigDecimal(text)
                        : null;
    }

    public LocalDate day(String pointer, String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(Blanks.trimmed(typed));
        } catch (DateTimeException e) {
            faults.add(new Fault(pointer, Sentence.of("page.input.date")));
            return null;
        }
    }

    public boolean anyUnreadable() {
        return !faults.isEmpty();
    }

    /**
     * Refuses the form when a field could not be read.
     *
     * @throws InvalidInput with all fields that could not be read
     */
    public void refuseUnreadable() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private boolean readable(boolean isReadable, String pointer, String sentence) {
        if (!isReadable) {
            faults.add(new Fault(pointer, Sentence.of(sentence)));
        }
        return isReadable;
    }

    public static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    public static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
