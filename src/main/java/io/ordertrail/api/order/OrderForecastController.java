package io.ordertrail.api.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.api.wire.DecimalStrings;
import io.ordertrail.order.book.Orders;
import io.ordertrail.report.forecast.Forecast;

@RestController
@RequestMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class OrderForecastController {

    private final Orders orders;
    private final Forecast forecast;

    OrderForecastController(Orders orders, Forecast forecast) {
        this.orders = orders;
        this.forecast = forecast;
    }

    @GetMapping("/{number}/forecast")
    @Operation(
            summary = "Say when an order is likely to be received",
            description = "From how long past orders took that were in the same state for at least as long. Without "
                    + "expected, the order has ended, or too few orders like it are known.")
    ForecastView forecast(@PathVariable String number) {
        var order = orders.get(OrderQuery.number(number));
        return new ForecastView(
                order.number().value(),
                order.state(),
                order.stateSince(),
                forecast.expected(order.state(), order.stateSince())
                        .map(ForecastView.ExpectedReceipt::of)
                        .orElse(null),
                forecast.calibration().map(DecimalStrings::percent).orElse(null),
                forecast.isOff());
    }
}
