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

/** Books many movements, as {@link BookStock} does one. Each has an id, so that the whole can be sent again. */
@Service
@Transactional
public class BookMovements implements BatchOperation<Booking, Booked> {

    private final BookStock bookStock;
    private final StockBatchUpdate shelves;
    private final StockMovements movements;
    private final Ledger ledger;
    private final StockInput input;

    BookMovements(
            BookStock bookStock, StockBatchUpdate shelves, StockMovements movements, Ledger ledger, StockInput input) {
        this.bookStock = bookStock;
        this.shelves = shelves;
        this.movements = movements;
        this.ledger = ledger;
        this.input = input;
    }

    /** An id that stood on a line before comes last, so that its answer is that of the first. */
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
        Checked.refuseIfAny(written(booking));
        return bookStock.bookOnce(booking);
    }

    @Override
    public List<BatchResult<Booked>> together(List<Booking> bookings) {
        var faults = input.ofMany(bookings, this::written, Booking::sku, input::faults);
        var good = bookings.stream()
                .filter(booking -> !faults.containsKey(booking))
                .toList();
        var round =
                new Round(shelves.lock(good.stream().map(Booking::place).collect(Collectors.toSet())), before(good));
        var booked = bookings.stream()
                .map(booking -> faults.containsKey(booking)
                        ? BatchResult.<Booked>refused(new InvalidInput(faults.get(booking)))
                        : round.book(booking))
                .toList();
        shelves.write(round.stock);
        return booked;
    }

    private List<Fault> written(Booking booking) {
        var faults = new ArrayList<>(input.written(booking));
        if (booking.id() == null) {
            faults.add(new Fault("/id", Sentence.of("stock.input.id")));
        }
        return faults;
    }

    /** Looked up once the stock is locked: what another transaction booked of these products is there by now. */
    private Map<String, StockMovement> before(List<Booking> bookings) {
        var ids = bookings.stream().map(Booking::id).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : movements.findByExternalIdIn(ids).stream()
                        .collect(Collectors.toMap(StockMovement::externalId, Function.identity()));
    }

    private final class Round {

        private final PendingStockChanges stock;
        private final Map<String, StockMovement> before;
        private final Set<String> met = new HashSet<>();

        private Round(PendingStockChanges stock, Map<String, StockMovement> before) {
            this.stock = stock;
            this.before = before;
        }

        private BatchResult<Booked> book(Booking booking) {
            var first = before.get(booking.id());
            if (first != null) {
                return BatchResult.done(new Booked(first, true));
            }
            if (!met.add(booking.id()) || !stock.change(booking.place(), booking.quantity())) {
                return BatchResult.alone();
            }
            return BatchResult.done(new Booked(ledger.booked(booking), false));
        }
    }
}
