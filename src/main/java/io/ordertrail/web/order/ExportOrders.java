package io.ordertrail.web.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.customer.Address;
import io.ordertrail.order.book.Order;
import io.ordertrail.process.measure.OrderTarget;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.web.export.ExportTrail;
import io.ordertrail.web.export.ListFile;
import io.ordertrail.web.export.ListFormat;
import io.ordertrail.web.page.CurrentUser;

/** The list of orders as a file, with the filters and the sequence of the page. */
@Controller
class ExportOrders {

    private static final List<String> COLUMNS = List.of(
            "orders.number",
            "orders.customer",
            "customer.name",
            "orders.state",
            "orders.since",
            "orders.entered",
            "orders.requested",
            "order.channel",
            "order.reference",
            "orders.lines",
            "orders.total",
            "export.currency");
    private static final List<String> RECEIVER = List.of(
            "export.receiver",
            "address.street",
            "address.postalCode",
            "address.city",
            "address.region",
            "address.country",
            "address.phone",
            "address.email");

    private final FindOrders findOrders;
    private final ExportTrail exports;
    private final OrderTarget orderTarget;
    private final Clock clock;

    ExportOrders(FindOrders findOrders, ExportTrail exports, OrderTarget orderTarget, Clock clock) {
        this.findOrders = findOrders;
        this.exports = exports;
        this.orderTarget = orderTarget;
        this.clock = clock;
    }

    @GetMapping("/exports/orders")
    void export(
            @ModelAttribute("filter") OrderListFilter filter,
            @RequestParam(defaultValue = "XLSX") ListFormat format,
            @ModelAttribute("me") CurrentUser me,
            HttpServletResponse response) {
        OrdersPage.requireValid(filter);
        var receiver = me.seesRecipients();
        var enteredBefore = orderTarget.entryOfLateOrders();
        var orders = ListFile.<FindOrders.Named>all(
                last -> findOrders.following(filter, receiver, enteredBefore, last, ListFile.PAGE));
        var file = new ListFile("orders", header(receiver), orders.map(order -> row(order, receiver)));
        exports.send(file, filter, format, response);
    }

    private static List<String> header(boolean receiver) {
        return Stream.concat(COLUMNS.stream(), receiver ? RECEIVER.stream() : Stream.empty())
                .map(Sentence::of)
                .toList();
    }

    private List<?> row(FindOrders.Named found, boolean receiver) {
        var order = found.order();
        var cells = new ArrayList<>(Arrays.asList(
                order.number().value(),
                order.customer(),
                found.customerName(),
                Sentence.of("state." + order.state()),
                local(order.stateSince()),
                local(order.enteredAt()),
                order.requestedDelivery(),
                order.channel(),
                order.externalReference(),
                order.lineCount(),
                order.total().amount(),
                order.total().currency().getCurrencyCode()));
        if (receiver) {
            cells.addAll(address(order));
        }
        return cells;
    }

    private static List<String> address(Order order) {
        Address to = order.shipTo();
        return to == null
                ? List.of()
                : Arrays.asList(
                        to.name(),
                        to.street(),
                        to.postalCode(),
                        to.city(),
                        to.region(),
                        to.country(),
                        to.phone(),
                        to.email());
    }

    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, clock.getZone()).withNano(0);
    }
}
