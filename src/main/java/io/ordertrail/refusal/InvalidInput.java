package io.ordertrail.refusal;

import java.util.List;

/** What was handed in cannot be taken; every fault says where and how to mend it. */
public class InvalidInput extends Refusal {

    /** @param pointer JSON pointer (RFC 6901) to the place, e.g. {@code /lines/0/quantity} */
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
