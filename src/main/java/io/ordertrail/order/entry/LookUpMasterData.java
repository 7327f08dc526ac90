package io.ordertrail.order.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.KnownMasterData.Reference;

/** Looks up what new orders name: one query for each kind, however many orders there are. */
@Component
class LookUpMasterData {

    private final Company company;
    private final Customers customers;
    private final Products products;
    private final Orders orders;

    LookUpMasterData(Company company, Customers customers, Products products, Orders orders) {
        this.company = company;
        this.customers = customers;
        this.products = products;
        this.orders = orders;
    }

    KnownMasterData of(List<NewOrder> entered) {
        return new KnownMasterData(company.currency(), customers(entered), products(entered), references(entered));
    }

    private Map<String, Customer> customers(List<NewOrder> entered) {
        return customers.typed(entered.stream().map(NewOrder::customer).collect(Collectors.toSet()));
    }

    private Map<String, Product> products(List<NewOrder> entered) {
        var skus = entered.stream()
                .map(NewOrder::lines)
                .flatMap(Collection::stream)
                .map(NewOrder.Line::sku)
                .collect(Collectors.toSet());
        return products.typed(skus);
    }

    private Map<Reference, OrderNumber> references(List<NewOrder> entered) {
        var sought = entered.stream()
                .filter(order -> order.externalReference() != null)
                .map(Reference::of)
                .collect(Collectors.toSet());
        return sought.isEmpty()
                ? Map.of()
                : orders
                        .referenced(
                                sought.stream().map(Reference::channel).collect(Collectors.toSet()),
                                sought.stream().map(Reference::number).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(
                                found -> new Reference(found.getChannel(), found.getReference()),
                                Orders.Referenced::getNumber));
    }
}
