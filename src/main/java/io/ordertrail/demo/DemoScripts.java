package io.ordertrail.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.process.engine.Timers;

/** What is done with a demo order, one act after the other, until it is where it shall be shown. */
@Component
class DemoScripts {

    private final Map<String, List<Consumer<OrderNumber>>> acts = new HashMap<>();

    DemoScripts(DemoOffice office, DemoShipping dispatch, DemoCustomerService care, Timers timers) {
        Stream.of("price", "credit", "blocked", "address", "quantity").forEach(rule -> road("in-review-" + rule));
        road("in-correction", office::sendBack);
        road("rejected", office::reject);
        follow("withdrawn", "in-correction", office::withdraw);
        Stream.of("confirmed", "struck", "shortage-open", "waiting-for-stock")
                .forEach(place -> road(place, office::approve));
        follow("cancelled", "confirmed", office::cancel);
        follow("short-pick", "confirmed", dispatch::pickShort);
        follow("in-fulfilment", "confirmed", dispatch::pick);
        follow("shipped", "in-fulfilment", dispatch::ship);
        follow(DemoOrder.PARTLY_SHIPPED, "in-fulfilment", dispatch::pick, dispatch::ship);
        follow("overdue", "shipped", order -> timers.fire(order, Element.DELIVERY_OVERDUE));
        follow("sent-again", "overdue", care::sendAgain, dispatch::pick, dispatch::ship);
        follow("lost", "overdue", care::writeOff);
        follow("delivered", "shipped", care::deliver);
        follow("received", "delivered", care::confirmReceipt);
        follow("received-by-silence", "delivered", order -> timers.fire(order, Element.RECEIPT_BY_SILENCE));
    }

    List<Consumer<OrderNumber>> to(String place) {
        return acts.get(place);
    }

    @SafeVarargs
    private void road(String place, Consumer<OrderNumber>... done) {
        acts.put(place, List.of(done));
    }

    @SafeVarargs
    private void follow(String place, String from, Consumer<OrderNumber>... done) {
        var all = new ArrayList<>(acts.get(from));
        all.addAll(List.of(done));
        acts.put(place, all);
    }
}
