package io.ordertrail.web.order;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.UnknownOrder;
import io.ordertrail.process.incident.OpenIncidents;
import io.ordertrail.process.order.DeliveryPromise;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.forecast.Forecast;

/** The page of one order, with the actions that the user may take now. */
@Controller
public class OrderPage {

    private final ReadOrder readOrder;
    private final DeliveryPromise deliveryPromise;
    private final OpenIncidents incidents;
    private final ReadPath readPath;
    private final Forecast forecast;

    OrderPage(
            ReadOrder readOrder,
            DeliveryPromise deliveryPromise,
            OpenIncidents incidents,
            ReadPath readPath,
            Forecast forecast) {
        this.readOrder = readOrder;
        this.incidents = incidents;
        this.deliveryPromise = deliveryPromise;
        this.readPath = readPath;
        this.forecast = forecast;
    }

    @GetMapping("/orders/{number}")
    String order(@PathVariable String number, Model model) {
        var sheet = readOrder.sheet(number);
        model.addAttribute("sheet", sheet);
        model.addAttribute("incidents", incidents.of(sheet.order().number()));
        model.addAttribute("promised", deliveryPromise.of(sheet.order()).orElse(null));
        model.addAttribute("pathOfOrder", readPath.of(sheet.order()));
        addForecast(sheet.order(), model);
        return "order";
    }

    private void addForecast(Order order, Model model) {
        model.addAttribute(
                "receipt", forecast.expected(order.state(), order.stateSince()).orElse(null));
        model.addAttribute("forecastIsOff", forecast.isOff());
    }

    /** Shows the current order with the reason why an action was refused. */
    String refused(String number, String sentence, Model model, HttpServletResponse response) {
        order(number, model);
        model.addAttribute("refusal", sentence);
        response.setStatus(HttpStatus.CONFLICT.value());
        return "order";
    }

    static String done(OrderNumber number, String said, RedirectAttributes next) {
        next.addFlashAttribute("said", Sentence.of(said, number.value()));
        return "redirect:/orders/" + number;
    }

    public static OrderNumber numberOf(String text) {
        return OrderNumber.of(text).orElseThrow(() -> new UnknownOrder(text));
    }
}
