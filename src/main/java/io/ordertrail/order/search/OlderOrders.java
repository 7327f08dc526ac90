package io.ordertrail.order.search;

import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Orders;
import io.ordertrail.search.OlderRecords;
import io.ordertrail.search.SearchKind;
import io.ordertrail.search.WriteSearchWords;

/** Gives orders from before there was a search the words by which they are found. */
@Component
class OlderOrders implements OlderRecords {

    private final Orders orders;
    private final WriteSearchWords search;

    OlderOrders(Orders orders, WriteSearchWords search) {
        this.orders = orders;
        this.search = search;
    }

    @Override
    public String kind() {
        return SearchKind.ORDER.name();
    }

    @Override
    public Optional<String> index(String after, int limit) {
        var next = orders.following(after, Limit.of(limit));
        next.forEach(order -> search.add(SearchKind.ORDER, order.number().value(), order.searchTexts()));
        return next.isEmpty()
                ? Optional.empty()
                : Optional.of(next.get(next.size() - 1).number().value());
    }
}
