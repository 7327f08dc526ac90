package io.ordertrail.web.order;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;

/** Cancels an order, after a page that shows the effects and asks for the reason. */
@Controller
class CancelOrderPage {

    private final OrderPage page;
    private final ReadOrder readOrder;
    private final CancelOrder cancelOrder;

    CancelOrderPage(OrderPage page, ReadOrder readOrder, CancelOrder cancelOrder) {
        this.page = page;
        this.readOrder = readOrder;
        this.cancelOrder = cancelOrder;
    }

    @GetMapping("/orders/{number}/cancellation")
    String cancellation(@PathVariable String number, Model model) {
        return show(number, "", FormErrors.NONE, model);
    }

    @PostMapping("/orders/{number}/cancellation")
    @RetryOnContention
    String cancel(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            cancelOrder.cancel(OrderPage.numberOf(number), new Cancellation(reason.replace("\r\n", "\n")));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                return page.refused(number, refusal.getMessage(), model, response);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(number, reason, FormErrors.of(refusal), model);
        }
        return OrderPage.done(OrderPage.numberOf(number), "order.said.cancelled", next);
    }

    private String show(String number, String reason, FormErrors faults, Model model) {
        model.addAttribute("sheet", readOrder.sheet(number));
        model.addAttribute("faults", faults);
        model.addAttribute("reason", reason);
        return "cancellation";
    }
}
