package io.ordertrail.stock.booking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.Ledger;
import io.ordertrail.stock.ledger.StockInput;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.ledger.StockMovements;

/**
 * Books many movements, as {@link BookStock} does one. Each has an id, so that a system can send the whole batch again.
 */
@Service
@Transactional
public class BookMovements implements BatchOperation<Booking, Booked> {

    private final BookStock bookStock;
    private final StockBatchUpdate stockUpdate;
    private final StockMovements movements;
    private final Ledger ledger;
    private final StockInput input;

    BookMovements(
            BookStock bookStock,
            StockBatchUpdate stockUpdate,
            StockMovements movements,
            Ledger ledger,
            StockInput input) {
        this.bookStock = bookStock;
        this.stockUpdate = stockUpdate;
        this.movements = movements;
        this.ledger = ledger;
        this.input = input;
    }

    /** A booking that repeats an id comes last, so that it gets the answer of the first. */
    @Override
    public Comparator<Booking> order(List<Booking> all) {
        var ids = new HashSet<String>();
        var repeated = Collections.<Booking>newSetFromMap(new IdentityHashMap<>());
        all.stream()
                .filter(booking -> booking.id() != null && !ids.add(booking.id()))
                .forEach(repeated::add);
        return Comparator.comparing((Booking booking) -> repeated.contains(booking))
                .thenComparing(Booking::sku, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    @Override
    public Booked alone(Booking booking) {
        Checked.refuseIfAny(formFaults(booking));
        return bookStock.bookOnce(booking);
    }

    @Override
    public List<BatchResult<Booked>> together(List<Booking> bookings) {
        var faults = input.faultsOfBatch(bookings, this::formFaults, Booking::sku, input::faults);
        var valid = bookings.stream()
                .filter(booking -> !faults.containsKey(booking))
                .toList();
        var batch = new Batch(
                stockUpdate.lock(valid.stream().map(Booking::place).collect(Collectors.toSet())), bookedBefore(valid));
        var booked = bookings.stream()
                .map(booking -> faults.containsKey(booking)
                        ? BatchResult.<Booked>refused(new InvalidInput(faults.get(booking)))
                        : batch.book(booking))
                .toList();
        stockUpdate.write(batch.stock);
        return booked;
    }

    private List<Fault> formFaults(Booking booking) {
        var faults = new ArrayList<>(input.formFaults(booking));
        if (booking.id() == null) {
            faults.add(new Fault("/id", Sentence.of("stock.input.id")));
        }
        return faults;
    }

    /** Reads once the stock is locked, and so sees what another transaction booked of these products. */
    private Map<String, StockMovement> bookedBefore(List<Booking> bookings) {
        var ids = bookings.stream().map(Booking::id).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : movements.findByExternalIdIn(ids).stream()
                        .collect(Collectors.toMap(StockMovement::externalId, Function.identity()));
    }

    private final class Batch {

        private final PendingStockChanges stock;
        private final Map<String, StockMovement> bookedBefore;
        private final Set<String> ids = new HashSet<>();

        private Batch(PendingStockChanges stock, Map<String, StockMovement> bookedBefore) {
            this.stock = stock;
            this.bookedBefore = bookedBefore;
        }

        private BatchResult<Booked> book(Booking booking) {
            var first = bookedBefore.get(booking.id());
            if (first != null) {
                return first.isOf(booking) ? BatchResult.done(new Booked(first, true)) : BatchResult.alone();
            }
            if (!ids.add(booking.id()) || !stock.change(booking.place(), booking.quantity())) {
                return BatchResult.alone();
            }
            return BatchResult.done(new Booked(ledger.booked(booking), false));
        }
    }
}
