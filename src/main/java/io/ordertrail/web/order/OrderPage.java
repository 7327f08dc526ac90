package io.ordertrail.web.order;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.UnknownOrder;
import io.ordertrail.process.order.DeliveryPromise;
import io.ordertrail.refusal.Sentence;

/** One order on one page, with what this person may do to it now. */
@Controller
public class OrderPage {

    private final ReadOrder readOrder;
    private final DeliveryPromise promisedDelivery;

    OrderPage(ReadOrder readOrder, DeliveryPromise promisedDelivery) {
        this.readOrder = readOrder;
        this.promisedDelivery = promisedDelivery;
    }

    @GetMapping("/orders/{number}")
    String order(@PathVariable String number, Model model) {
        var sheet = readOrder.sheet(number);
        model.addAttribute("sheet", sheet);
        model.addAttribute("promised", promisedDelivery.of(sheet.order()).orElse(null));
        return "order";
    }

    /** The order as it is now, with the sentence why something was not done to it. */
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

    public static OrderNumber numberOf(String typed) {
        return OrderNumber.of(typed).orElseThrow(() -> new UnknownOrder(typed));
    }
}
