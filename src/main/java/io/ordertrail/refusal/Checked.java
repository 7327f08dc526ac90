package io.ordertrail.refusal;

import java.util.ArrayList;
import java.util.List;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;

import org.springframework.stereotype.Component;

import io.ordertrail.refusal.InvalidInput.Fault;

/** Validates input against the constraints of its record, with messages in the reader's language. */
@Component
public class Checked {

    private final Validator validator;

    Checked(Validator validator) {
        this.validator = validator;
    }

    /** Finds the faults; the caller may add its own to the list. */
    public List<Fault> faultsOf(Object input) {
        var faults = new ArrayList<Fault>();
        validator.validate(input).stream()
                .map(this::fault)
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .forEach(faults::add);
        return faults;
    }

    /**
     * Returns the input when it is valid.
     *
     * @throws InvalidInput with all faults, if there is one
     */
    public <T> T valid(T input) {
        refuseIfAny(faultsOf(input));
        return input;
    }

    public static void refuseIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private Fault fault(ConstraintViolation<Object> violation) {
        return new Fault(pointer(violation.getPropertyPath()), violation.getMessage());
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
