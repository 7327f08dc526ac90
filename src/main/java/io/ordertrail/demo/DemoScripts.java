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

/** The steps that bring a demo order into the state in which it is shown, by the name of its script. */
@Component
class DemoScripts {

    private final Map<String, List<Consumer<OrderNumber>>> steps = new HashMap<>();

    DemoScripts(DemoOffice office, DemoShipping shipping, DemoCustomerService service, Timers timers) {
        Stream.of("price", "credit", "blocked", "address", "quantity").forEach(rule -> script("in-review-" + rule));
        script("in-correction", office::sendBack);
        script("rejected", office::reject);
        extend("withdrawn", "in-correction", office::withdraw);
        Stream.of("confirmed", "shortage-cancelled", "shortage-open", "waiting-for-stock")
                .forEach(name -> script(name, office::approve));
        extend("cancelled", "confirmed", office::cancel);
        extend("short-pick", "confirmed", shipping::pickShort);
        extend("in-fulfilment", "confirmed", shipping::pick);
        extend("shipped", "in-fulfilment", shipping::ship);
        extend(DemoOrder.PARTLY_SHIPPED, "in-fulfilment", shipping::pick, shipping::ship);
        extend("overdue", "shipped", order -> timers.fire(order, Element.DELIVERY_OVERDUE));
        extend("sent-again", "overdue", service::reship, shipping::pick, shipping::ship);
        extend("lost", "overdue", service::writeOff);
        extend("delivered", "shipped", service::deliver);
        extend("received", "delivered", service::confirmReceipt);
        extend("received-by-silence", "delivered", order -> timers.fire(order, Element.RECEIPT_BY_SILENCE));
    }

    /** The steps of a script. */
    List<Consumer<OrderNumber>> stepsOf(String name) {
        return steps.get(name);
    }

    @SafeVarargs
    private void script(String name, Consumer<OrderNumber>... added) {
        steps.put(name, List.of(added));
    }

    @SafeVarargs
    private void extend(String name, String from, Consumer<OrderNumber>... added) {
        var all = new ArrayList<>(steps.get(from));
        all.addAll(List.of(added));
        steps.put(name, all);
    }
}
