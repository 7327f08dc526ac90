package io.ordertrail.api.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.order.fulfilment.ConfirmReceipt;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.transaction.RetryOnContention;

/** The calls that the {@code allowedActions} of an order list. */
@RestController
@RequestMapping(path = "/api/orders/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class OrderActionsController {

    private final CancelOrder cancelOrder;
    private final ReportDelivery reportDelivery;
    private final ConfirmReceipt confirmReceipt;
    private final ShowOrder showOrder;

    OrderActionsController(
            CancelOrder cancelOrder,
            ReportDelivery reportDelivery,
            ConfirmReceipt confirmReceipt,
            ShowOrder showOrder) {
        this.cancelOrder = cancelOrder;
        this.reportDelivery = reportDelivery;
        this.confirmReceipt = confirmReceipt;
        this.showOrder = showOrder;
    }

    @PostMapping(path = "/cancellation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @Operation(summary = "Cancel an order that has not been shipped")
    OrderView cancelOrder(@PathVariable String number, @RequestBody Cancellation cancellation) {
        var order = OrderQuery.number(number);
        cancelOrder.cancel(order, cancellation);
        return showOrder.show(order);
    }

    @PostMapping("/delivery")
    @RetryOnContention
    @Operation(
            summary = "Report that the goods were delivered to the customer",
            description = "Marks all parcels of the order that are in transit as delivered.")
    OrderView reportDelivery(@PathVariable String number) {
        var order = OrderQuery.number(number);
        reportDelivery.report(order);
        return showOrder.show(order);
    }

    @PostMapping("/receipt")
    @RetryOnContention
    @Operation(summary = "Confirm that the customer has received the goods")
    OrderView confirmReceipt(@PathVariable String number) {
        var order = OrderQuery.number(number);
        confirmReceipt.confirm(order);
        return showOrder.show(order);
    }
}
