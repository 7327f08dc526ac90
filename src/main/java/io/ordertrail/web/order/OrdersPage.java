package io.ordertrail.web.order;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.process.incident.OpenIncidents;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.settings.OrdertrailSettings;
import io.ordertrail.web.order.FindOrders.Filter;
import io.ordertrail.web.page.CurrentUser;

/** The list of orders, newest first; the address contains the filters, so that it can be saved and shared. */
@Controller
class OrdersPage {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9000;

    private final FindOrders findOrders;
    private final OrdertrailSettings settings;
    private final Clock clock;
    private final OpenIncidents incidents;

    OrdersPage(FindOrders findOrders, OrdertrailSettings settings, Clock clock, OpenIncidents incidents) {
        this.findOrders = findOrders;
        this.incidents = incidents;
        this.clock = clock;
        this.settings = settings;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/orders";
    }

    @GetMapping("/orders")
    String orders(
            @RequestParam(required = false) OrderState state,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "") String after,
            @ModelAttribute("me") CurrentUser me,
            @RequestHeader(name = "HX-Request", required = false) String whileTyping,
            Model model) {
        var typed = OrderNumber.of(text);
        if (whileTyping == null && typed.isPresent() && findOrders.exists(typed.get())) {
            return "redirect:/orders/" + typed.get();
        }
        var filter = new Filter(state, text, customer, valid(from), valid(to), after);
        model.addAttribute("filter", filter);
        model.addAttribute("found", findOrders.find(filter, me.seesRecipients(), clock.getZone()));
        model.addAttribute("tabs", findOrders.counts());
        model.addAttribute("incidents", incidents.orders());
        model.addAttribute("peopleHere", settings.managesUsers());
        return "orders";
    }

    private static LocalDate valid(LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw new Refusal(Refusal.Kind.INVALID, "page.input.date");
        }
        return day;
    }
}
