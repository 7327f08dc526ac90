package io.ordertrail.order.entry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;

/** Tells what an entry of orders would say, and stores nothing. */
@Service
@Transactional(readOnly = true)
public class CheckEntry {

    private final ValidateOrder validateOrder;
    private final LookUpMasterData lookUp;

    CheckEntry(ValidateOrder validateOrder, LookUpMasterData lookUp) {
        this.validateOrder = validateOrder;
        this.lookUp = lookUp;
    }

    /**
     * What an entry would say.
     *
     * @param faults empty when the order can be entered
     * @param known the number of the order that has the reference already, or null
     */
    public record Verdict(List<Fault> faults, OrderNumber known) {}

    /**
     * An order that is to be checked.
     *
     * @param past the day of an order that had ended before it came here; null for one that runs its process
     */
    public record Candidate(NewOrder order, LocalDate past) {}

    /** Returns a verdict for each order, in their sequence. */
    public List<Verdict> check(List<Candidate> orders) {
        var faults = new HashMap<Candidate, List<Fault>>();
        orders.forEach(order -> faults.computeIfAbsent(order, this::faults));
        var valid = orders.stream()
                .filter(order -> faults.get(order).isEmpty())
                .map(Candidate::order)
                .toList();
        var known = valid.isEmpty() ? none() : lookUp.of(valid);
        return orders.stream()
                .map(order ->
                        faults.get(order).isEmpty() ? verdict(order, known) : new Verdict(faults.get(order), null))
                .toList();
    }

    private List<Fault> faults(Candidate candidate) {
        return candidate.past() == null
                ? validateOrder.faults(candidate.order(), null)
                : validateOrder.pastFaults(candidate.order(), candidate.past());
    }

    private static Verdict verdict(Candidate candidate, KnownMasterData known) {
        var order = candidate.order();
        try {
            if (candidate.past() == null) {
                known.lines(order);
            } else {
                known.pastLines(order);
            }
            return new Verdict(List.of(), known.references().get(KnownMasterData.Reference.of(order)));
        } catch (InvalidInput invalid) {
            return new Verdict(invalid.faults(), null);
        }
    }

    private static KnownMasterData none() {
        return new KnownMasterData(null, Map.of(), Map.of(), Map.of());
    }
}
