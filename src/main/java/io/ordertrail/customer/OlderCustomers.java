package io.ordertrail.customer;

import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.ordertrail.search.OlderRecords;
import io.ordertrail.search.SearchKind;
import io.ordertrail.search.WriteSearchWords;

/** Gives customers from before there was a search the words by which they are found. */
@Component
class OlderCustomers implements OlderRecords {

    private final Customers customers;
    private final WriteSearchWords search;

    OlderCustomers(Customers customers, WriteSearchWords search) {
        this.customers = customers;
        this.search = search;
    }

    @Override
    public String kind() {
        return SearchKind.CUSTOMER.name();
    }

    @Override
    public Optional<String> index(String after, int limit) {
        var next = customers.following(after, Limit.of(limit));
        next.forEach(customer -> search.add(SearchKind.CUSTOMER, customer.number(), customer.searchTexts()));
        return next.isEmpty()
                ? Optional.empty()
                : Optional.of(next.get(next.size() - 1).number());
    }
}
