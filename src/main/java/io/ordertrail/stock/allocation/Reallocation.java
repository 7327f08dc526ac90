package io.ordertrail.stock.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ordertrail.customer.Priority;

/** What a waiting order takes over from the reservations of orders behind it in the queue. */
public record Reallocation(List<Part> parts) {

    /**
     * A line that lacks units.
     *
     * @param since when the order was entered, which is its place in the queue within its priority
     */
    public record Lacking(int position, String sku, int units, Priority priority, Instant since) {}

    /** Units that a line takes over from a reservation. */
    public record Part(OpenReservation from, int position, int units) {}

    /**
     * Decides what the order takes over.
     *
     * @param held reservations of orders behind it, the last order first
     * @return empty when that would not complete the order
     */
    static Optional<Reallocation> completing(List<Lacking> lacking, List<OpenReservation> held) {
        var left = new HashMap<OpenReservation, Integer>();
        held.forEach(reservation -> left.put(reservation, reservation.quantity()));
        var parts = new ArrayList<Part>();
        for (var line : lacking) {
            if (!take(line, held, left, parts)) {
                return Optional.empty();
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Reallocation(parts));
    }

    private static boolean take(
            Lacking line, List<OpenReservation> held, Map<OpenReservation, Integer> left, List<Part> parts) {
        var taken = Distribution.of(
                line.units(),
                held.stream()
                        .filter(reservation -> reservation.sku().equals(line.sku()))
                        .toList(),
                left::get);
        taken.forEach((from, units) -> {
            left.merge(from, -units, Integer::sum);
            parts.add(new Part(from, line.position(), units));
        });
        return taken.values().stream().mapToInt(Integer::intValue).sum() == line.units();
    }
}
