package io.ordertrail.web.page;

import java.util.Arrays;
import java.util.List;

import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Refusal;

/** The errors of a form; each error points to its field. */
public record FormErrors(List<Fault> all) {

    public static final FormErrors NONE = new FormErrors(List.of());

    public static FormErrors of(Refusal refusal) {
        return refusal instanceof InvalidInput invalid
                ? new FormErrors(invalid.faults())
                : new FormErrors(List.of(new Fault("", refusal.getMessage())));
    }

    public static FormErrors at(String pointer, String sentence) {
        return new FormErrors(List.of(new Fault(pointer, sentence)));
    }

    public boolean any() {
        return !all.isEmpty();
    }

    public boolean any(String pointer) {
        return all.stream().anyMatch(fault -> fault.pointer().equals(pointer));
    }

    public List<String> at(String pointer) {
        return all.stream()
                .filter(fault -> fault.pointer().equals(pointer))
                .map(Fault::message)
                .toList();
    }

    /** Pointers of all errors at or below these pointers, for a form with rows. */
    public List<String> below(String... pointers) {
        return all.stream()
                .map(Fault::pointer)
                .filter(at -> Arrays.stream(pointers).anyMatch(at::startsWith))
                .toList();
    }

    /** The errors that belong to none of these fields. */
    public List<String> atNoFieldOf(List<String> pointers) {
        return all.stream()
                .filter(fault -> !pointers.contains(fault.pointer()))
                .map(Fault::message)
                .toList();
    }
}
