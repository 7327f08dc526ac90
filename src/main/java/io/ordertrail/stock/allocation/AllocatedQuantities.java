package io.ordertrail.stock.allocation;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.stock.allocation.Reservation.Status;

/**
 * The part of an order's demand that is reserved, shipped, or written off on the way. Goods that are to be shipped
 * again do not count.
 */
public record AllocatedQuantities(List<Allocation> allocations) {

    /**
     * Units of one status that a line of the order has from one site.
     *
     * @param position the line's place in the order, from 0
     * @param parcel the number of the parcel that they are part of; null until parcels are planned
     */
    public record Allocation(int position, String sku, String site, int quantity, Status status, String parcel) {}

    /** Units per SKU. */
    public Map<String, Integer> bySku() {
        return sums(part -> true, Allocation::sku);
    }

    /** Units by the line's place in the order, from 0. */
    public Map<Integer, Integer> byLine() {
        return sums(part -> true, Allocation::position);
    }

    /** Units per line that are reserved now. */
    public Map<Integer, Integer> reservedByLine() {
        return sums(part -> part.status() == Status.OPEN, Allocation::position);
    }

    /** Units per line that were shipped and not lost. */
    public Map<Integer, Integer> shippedByLine() {
        return sums(part -> part.status() == Status.SHIPPED, Allocation::position);
    }

    /** The sites that hold the reserved goods. */
    public SortedSet<String> sites() {
        return allocations.stream()
                .filter(part -> part.status() == Status.OPEN)
                .map(Allocation::site)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sites that hold reserved goods for which no parcel is planned yet. */
    public SortedSet<String> sitesWithoutParcel() {
        return allocations.stream()
                .filter(part -> part.status() == Status.OPEN && part.parcel() == null)
                .map(Allocation::site)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a line has reserved units from a site for which no parcel is planned yet. */
    boolean hasReserved(int position, String site) {
        return allocations.stream()
                .anyMatch(part -> part.status() == Status.OPEN
                        && part.parcel() == null
                        && part.position() == position
                        && site.equals(part.site()));
    }

    /** What it is once a plan is carried out. */
    AllocatedQuantities plus(AllocationPlan plan) {
        return new AllocatedQuantities(Stream.concat(
                        allocations.stream(),
                        plan.shares().stream()
                                .map(share -> new Allocation(
                                        share.line().position(),
                                        share.line().sku(),
                                        share.site(),
                                        share.units(),
                                        Status.OPEN,
                                        null)))
                .toList());
    }

    private <T extends Comparable<T>> Map<T, Integer> sums(Predicate<Allocation> filter, Function<Allocation, T> key) {
        return allocations.stream()
                .filter(filter)
                .collect(Collectors.toMap(key, Allocation::quantity, Integer::sum, TreeMap::new));
    }
}
