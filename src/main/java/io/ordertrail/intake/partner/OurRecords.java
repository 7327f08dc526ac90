package io.ordertrail.intake.partner;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Customers;
import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;

/** Our products and customers, as people type them. */
@Component
class OurRecords {

    private final Customers customers;
    private final Products products;

    OurRecords(Customers customers, Products products) {
        this.customers = customers;
        this.products = products;
    }

    /**
     * Returns the SKU or the number.
     *
     * @throws InvalidInput when there is none
     */
    String code(Kind kind, String typed) {
        return find(kind, typed).orElseThrow(() -> new InvalidInput(List.of(new Fault("/ours", unknown(kind, typed)))));
    }

    /** Finds the SKU or the number; empty when there is none. */
    Optional<String> find(Kind kind, String typed) {
        return kind == Kind.ARTICLE
                ? products.typed(typed).map(Product::sku)
                : customers.typed(typed).map(Customer::number);
    }

    static String unknown(Kind kind, String typed) {
        return kind == Kind.ARTICLE ? Sentence.of("product.unknown", typed) : Sentence.of("customer.unknown", typed);
    }
}
