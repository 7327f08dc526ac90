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

/** What can be taken of the movements and levels that people and systems hand in. */
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

    /** The products and sites that there are. */
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

    /** Of one place; what the transaction has read before is not asked for again. */
    public Known known(StockItem.Key place) {
        return new Known(
                products.findById(place.sku()).map(Product::sku).stream().collect(Collectors.toSet()),
                sites.findById(place.site()).map(Site::code).stream().collect(Collectors.toSet()));
    }

    public List<Fault> faults(Booking booking) {
        var faults = written(booking);
        return faults.isEmpty() ? faults(booking, known(booking.place())) : faults;
    }

    /** What can be seen without looking anything up. */
    public List<Fault> written(Booking booking) {
        return checked.faultsOf(booking);
    }

    public List<Fault> faults(Booking booking, Known known) {
        var faults = known.faults(booking.sku(), booking.site());
        if (!fits(booking.kind(), booking.quantity())) {
            faults.add(new Fault("/quantity", Sentence.of("stock.input.quantity")));
        }
        return faults;
    }

    /** The same for many, the products looked up by one question. @return those with faults */
    public <T> Map<T, List<Fault>> ofMany(
            List<T> many,
            Function<T, List<Fault>> written,
            Function<T, String> sku,
            BiFunction<T, Known, List<Fault>> known) {
        var found = many.stream().distinct().collect(Collectors.toMap(Function.identity(), written));
        var there = known(found.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(one -> sku.apply(one.getKey()))
                .collect(Collectors.toSet()));
        found.replaceAll((one, faults) -> faults.isEmpty() ? known.apply(one, there) : faults);
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
