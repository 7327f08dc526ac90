package io.ordertrail.web.order;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.deadline.DurationInWords;
import io.ordertrail.process.incident.OpenIncidents;
import io.ordertrail.process.measure.OrderTarget;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.report.forecast.Expected;
import io.ordertrail.report.forecast.Forecast;
import io.ordertrail.settings.OrdertrailSettings;
import io.ordertrail.web.page.CurrentUser;

/** The list of orders; the address contains the filters, so that it can be saved and shared. */
@Controller
class OrdersPage {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9000;
    private static final int LONGEST_AGE = 10_000;
    /** The ages, in days, that the list offers to filter by. */
    private static final List<Integer> AGES = List.of(1, 3, 7, 14, 30);

    private final FindOrders findOrders;
    private final OrdertrailSettings settings;
    private final OpenIncidents incidents;
    private final Forecast forecast;
    private final OrderTarget orderTarget;

    OrdersPage(
            FindOrders findOrders,
            OrdertrailSettings settings,
            OpenIncidents incidents,
            Forecast forecast,
            OrderTarget orderTarget) {
        this.findOrders = findOrders;
        this.orderTarget = orderTarget;
        this.incidents = incidents;
        this.settings = settings;
        this.forecast = forecast;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/orders";
    }

    @GetMapping("/orders")
    String orders(
            @ModelAttribute("filter") OrderListFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("me") CurrentUser me,
            @RequestHeader(name = "HX-Request", required = false) String whileTyping,
            HttpServletResponse response,
            Model model) {
        var typed = OrderNumber.of(filter.text());
        if (whileTyping == null && typed.isPresent() && findOrders.exists(typed.get())) {
            return "redirect:/orders/" + typed.get();
        }
        requireValid(filter);
        if (whileTyping != null) {
            response.setHeader("HX-Push-Url", filter.address());
        } else if (parameters.values().stream().anyMatch(values -> values.contains(""))) {
            return "redirect:" + filter.address();
        }
        model.addAttribute("filter", filter);
        var found = findOrders.find(filter, me.seesRecipients(), orderTarget.entryOfLateOrders());
        model.addAttribute("found", found);
        model.addAttribute("receipts", receipts(found.rows()));
        model.addAttribute(
                "target", orderTarget.today().map(DurationInWords::of).orElse(""));
        model.addAttribute("ages", AGES);
        model.addAttribute("incidents", incidents.orders());
        model.addAttribute("peopleHere", settings.managesUsers());
        return "orders";
    }

    /**
     * When the open orders of a page are likely to be received; those of which nobody can say are missing. A list has no
     * room to say that the forecast is off.
     */
    private Map<OrderNumber, Expected> receipts(List<FindOrders.Row> rows) {
        var receipts = new HashMap<OrderNumber, Expected>();
        if (forecast.isOff()) {
            return receipts;
        }
        rows.forEach(row -> forecast.expected(row.state(), row.since())
                .ifPresent(expected -> receipts.put(row.number(), expected)));
        return receipts;
    }

    static void requireValid(OrderListFilter filter) {
        valid(filter.from());
        valid(filter.to());
        if (filter.age() != null && (filter.age() < 0 || filter.age() > LONGEST_AGE)) {
            throw new Refusal(Refusal.Kind.INVALID, "orders.age.range", LONGEST_AGE);
        }
    }

    private static void valid(LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw new Refusal(Refusal.Kind.INVALID, "page.input.date");
        }
    }
}
