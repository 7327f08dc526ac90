package io.ordertrail.api.order;

import java.time.Clock;
import java.time.LocalDate;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.order.search.Late;
import io.ordertrail.order.search.SearchOrders;
import io.ordertrail.platform.access.ProtectedField;
import io.ordertrail.process.measure.OrderTarget;

@RestController
@RequestMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class OrderListController {

    private final SearchOrders searchOrders;
    private final OrderTarget orderTarget;
    private final Clock clock;

    OrderListController(SearchOrders searchOrders, OrderTarget orderTarget, Clock clock) {
        this.searchOrders = searchOrders;
        this.orderTarget = orderTarget;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "List orders")
    OrderPage findOrders(@ParameterObject @Valid OrderQuery query, Authentication caller) {
        var late = new Late(LocalDate.now(clock), orderTarget.entryOfLateOrders());
        var filter = query.filter(ProtectedField.RECIPIENT.isVisibleTo(caller), late);
        return OrderPage.of(searchOrders.search(filter, query.page()), query);
    }
}
