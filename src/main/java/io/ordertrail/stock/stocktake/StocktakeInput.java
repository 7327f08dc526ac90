package io.ordertrail.stock.stocktake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.Sites;

/** Validates stocktake plans and counts. */
@Component
class StocktakeInput {

    private final Sites sites;
    private final Products products;
    private final Checked checked;

    StocktakeInput(Sites sites, Products products, Checked checked) {
        this.sites = sites;
        this.products = products;
        this.checked = checked;
    }

    List<Fault> faults(StocktakePlan plan) {
        var faults = new ArrayList<>(checked.faultsOf(plan));
        if (faults.isEmpty()) {
            if (sites.findById(plan.site()).isEmpty()) {
                faults.add(new Fault("/site", Sentence.of("site.unknown", plan.site())));
            }
            if (!plan.wholeSite()) {
                faults.addAll(faultsOf(plan.skus()));
            } else if (!plan.skus().isEmpty()) {
                faults.add(new Fault("/skus", Sentence.of("stocktake.input.scope")));
            }
        }
        return faults;
    }

    private List<Fault> faultsOf(List<String> skus) {
        if (skus.isEmpty()) {
            return List.of(new Fault("/skus", Sentence.of("stocktake.input.skus")));
        }
        var known = products.findBySkuIn(skus).stream().map(Product::sku).collect(Collectors.toSet());
        return skus.stream()
                .distinct()
                .filter(sku -> !known.contains(sku))
                .map(sku -> new Fault("/skus", Sentence.of("product.unknown", sku)))
                .toList();
    }

    List<Fault> faults(CountEntry count) {
        var faults = new ArrayList<>(checked.faultsOf(count));
        if (faults.isEmpty()) {
            if (products.findById(count.sku()).isEmpty()) {
                faults.add(new Fault("/sku", Sentence.of("product.unknown", count.sku())));
            }
            if (count.total() < 0 || count.total() > Booking.MAX_QUANTITY) {
                faults.add(new Fault("/quantity", Sentence.of("stocktake.input.units")));
            }
        }
        return faults.stream()
                .map(fault -> fault.pointer().equals("/units") ? new Fault("/quantity", fault.message()) : fault)
                .toList();
    }
}
