package io.ordertrail.web.order;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.order.fulfilment.ConfirmReceipt;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.ContentionRetry;

/** Records by hand that the parcels of an order were delivered and that the customer confirmed the receipt. */
@Controller
class DeliverOrderPage {

    private final OrderPage page;
    private final ReportDelivery reportDelivery;
    private final ConfirmReceipt confirmReceipt;
    private final ContentionRetry retry;

    DeliverOrderPage(
            OrderPage page, ReportDelivery reportDelivery, ConfirmReceipt confirmReceipt, ContentionRetry retry) {
        this.page = page;
        this.reportDelivery = reportDelivery;
        this.confirmReceipt = confirmReceipt;
        this.retry = retry;
    }

    @PostMapping("/orders/{number}/delivery")
    String deliver(@PathVariable String number, Model model, HttpServletResponse response, RedirectAttributes next) {
        return act(
                number,
                () -> reportDelivery.report(OrderPage.numberOf(number)),
                "order.said.delivered",
                model,
                response,
                next);
    }

    @PostMapping("/orders/{number}/receipt")
    String receive(@PathVariable String number, Model model, HttpServletResponse response, RedirectAttributes next) {
        return act(
                number,
                () -> confirmReceipt.confirm(OrderPage.numberOf(number)),
                "order.said.received",
                model,
                response,
                next);
    }

    /** Retries without the annotation, so that the order's page can show the failure of the last attempt. */
    private String act(
            String number,
            Runnable work,
            String said,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            retry.run(work);
        } catch (Refusal refusal) {
            return page.refused(number, refusal.getMessage(), model, response);
        } catch (ConcurrencyFailureException contended) {
            return page.refused(number, Sentence.of("page.refused.contended"), model, response);
        }
        return OrderPage.done(OrderPage.numberOf(number), said, next);
    }
}
