package io.ordertrail.process.file;

import java.util.Arrays;
import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.BaseElement;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.process.engine.OrderFulfilment;

/** The state that an order has when it comes to an element. */
public final class GivenState {

    private GivenState() {}

    public static Optional<OrderState> of(BaseElement element) {
        return Elements.properties(element).stream()
                .filter(property -> OrderFulfilment.ORDER_STATE.equals(property.getCamundaName()))
                .flatMap(property -> named(property.getCamundaValue()).stream())
                .findFirst();
    }

    public static Optional<OrderState> named(String name) {
        return Arrays.stream(OrderState.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }
}
