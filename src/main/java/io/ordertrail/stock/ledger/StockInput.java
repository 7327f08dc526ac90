package io.ordertrail.stock.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.StockMovement.Kind;

/** Validates the movements and levels that people and systems submit. */
@Component
public class StockInput {

    private final Products products;
    private final Sites sites;
    private final Checked checked;

    StockInput(Products products, Sites sites, Checked checked) {
        this.products = products;
        this.sites = sites;
        this.checked = checked;
    }

    /** The products and sites that exist. */
    public record Known(Set<String> skus, Set<String> sites) {

        public List<Fault> faults(String sku, String site) {
            var faults = new ArrayList<Fault>();
            if (!skus.contains(sku)) {
                faults.add(new Fault("/sku", Sentence.of("product.unknown", sku)));
            }
            if (!sites.contains(site)) {
                faults.add(new Fault("/site", Sentence.of("site.unknown", site)));
            }
            return faults;
        }
    }

    Known known(Collection<String> skus) {
        return new Known(
                skus.isEmpty() ? Set.of() : products.known(skus),
                sites.findAllByOrderByCode().stream().map(Site::code).collect(Collectors.toSet()));
    }

    /** Finds out whether one product and site exist; what the transaction has read before is not queried again. */
    public Known known(StockItem.Key place) {
        return new Known(
                products.findById(place.sku()).map(Product::sku).stream().collect(Collectors.toSet()),
                sites.findById(place.site()).map(Site::code).stream().collect(Collectors.toSet()));
    }

    /** The booking with the SKU of the product, which may be typed in any case. */
    public Booking named(Booking typed) {
        return typed.sku() == null
                ? typed
                : products.typed(typed.sku()).map(Product::sku).map(typed::of).orElse(typed);
    }

    public List<Fault> faults(Booking booking) {
        var faults = formFaults(booking);
        return faults.isEmpty() ? faults(booking, known(booking.place())) : faults;
    }

    /** Faults that show without a query. */
    public List<Fault> formFaults(Booking booking) {
        return checked.faultsOf(booking);
    }

    public List<Fault> faults(Booking booking, Known known) {
        var faults = known.faults(booking.sku(), booking.site());
        if (!fits(booking.kind(), booking.quantity())) {
            faults.add(new Fault("/quantity", Sentence.of("stock.input.quantity")));
        }
        return faults;
    }

    /**
     * Validates many at once; one query finds their products.
     *
     * @return only those with faults
     */
    public <T> Map<T, List<Fault>> faultsOfBatch(
            List<T> inputs,
            Function<T, List<Fault>> formFaults,
            Function<T, String> sku,
            BiFunction<T, Known, List<Fault>> faultsWithKnown) {
        var found = inputs.stream().distinct().collect(Collectors.toMap(Function.identity(), formFaults));
        var existing = known(found.entrySet().stream()
                .filter(input -> input.getValue().isEmpty())
                .map(input -> sku.apply(input.getKey()))
                .collect(Collectors.toSet()));
        found.replaceAll((input, faults) -> faults.isEmpty() ? faultsWithKnown.apply(input, existing) : faults);
        found.values().removeIf(List::isEmpty);
        return found;
    }

    private static boolean fits(Kind kind, int quantity) {
        return switch (kind) {
            case RECEIPT, RETURN -> quantity > 0;
            case LOSS -> quantity < 0;
            case ADJUSTMENT -> quantity != 0;
            default -> false;
        };
    }
}
