package io.ordertrail.refusal;

import java.util.List;

/** The input is invalid; every fault says where it is and how to fix it. */
public class InvalidInput extends Refusal {

    /**
     * One fault of the input.
     *
     * @param pointer JSON pointer (RFC 6901) to the field, e.g. {@code /lines/0/quantity}
     */
    public record Fault(String pointer, String message) {}

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super(Kind.INVALID, "input.invalid", faults.size());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    @Override
    public String getMessage() {
        return faults.size() == 1 ? faults.get(0).message() : super.getMessage();
    }
}
