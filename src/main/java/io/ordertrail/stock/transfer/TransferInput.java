package io.ordertrail.stock.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.Sites;

/** Validates transfer plans and receipts. */
@Component
class TransferInput {

    private final Sites sites;
    private final Products products;
    private final Checked checked;

    TransferInput(Sites sites, Products products, Checked checked) {
        this.sites = sites;
        this.products = products;
        this.checked = checked;
    }

    List<Fault> faults(TransferPlan plan) {
        var faults = new ArrayList<>(checked.faultsOf(plan));
        if (faults.isEmpty()) {
            List.of("from", "to").forEach(end -> {
                var site = end.equals("from") ? plan.from() : plan.to();
                if (sites.findById(site).isEmpty()) {
                    faults.add(new Fault("/" + end, Sentence.of("site.unknown", site)));
                }
            });
            if (plan.from().equals(plan.to())) {
                faults.add(new Fault("/to", Sentence.of("transfer.input.sites")));
            }
            faults.addAll(unknown(plan));
        }
        return faults;
    }

    private List<Fault> unknown(TransferPlan plan) {
        var known = products
                .findBySkuIn(plan.lines().stream().map(TransferPlan.Goods::sku).toList())
                .stream()
                .map(Product::sku)
                .collect(Collectors.toSet());
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < plan.lines().size(); i++) {
            var sku = plan.lines().get(i).sku();
            if (!known.contains(sku)) {
                faults.add(new Fault("/lines/" + i + "/sku", Sentence.of("product.unknown", sku)));
            }
        }
        return faults;
    }

    /**
     * Checks what can be checked without the transfer.
     *
     * @throws InvalidInput with every fault
     */
    void check(TransferReceipt receipt) {
        checked.valid(receipt);
    }

    /** Compares received units with sent units. */
    List<Fault> faults(List<TransferLine> goods, TransferReceipt receipt) {
        var faults = new ArrayList<Fault>();
        var less = false;
        for (int i = 0; i < goods.size(); i++) {
            var sent = goods.get(i).sent();
            var quantity = receipt.quantities().get(goods.get(i).sku());
            if (quantity == null || quantity < 0 || quantity > sent) {
                faults.add(new Fault("/lines/" + i + "/arrived", Sentence.of("transfer.input.arrived", sent)));
            } else {
                less |= quantity < sent;
            }
        }
        if (less && (receipt.reason() == null || receipt.reason().isBlank())) {
            faults.add(new Fault("/reason", Sentence.of("transfer.input.reason")));
        }
        return faults;
    }
}
