package io.ordertrail.web.order;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormTokens;

/** Enters an order by hand. */
@Controller
class EnterOrderPage {

    private final OrderFormPage page;
    private final EnterOrder enterOrder;
    private final Orders orders;
    private final Customers customers;
    private final FormTokens tokens;

    EnterOrderPage(OrderFormPage page, EnterOrder enterOrder, Orders orders, Customers customers, FormTokens tokens) {
        this.page = page;
        this.enterOrder = enterOrder;
        this.orders = orders;
        this.customers = customers;
        this.tokens = tokens;
    }

    @GetMapping("/orders/new")
    String form(@RequestParam(defaultValue = "") String customer, HttpSession session, Model model) {
        var form = OrderForm.empty(tokens.issue(session));
        return page.show(customers.typed(customer).map(form::forCustomer).orElse(form), FormErrors.NONE, model);
    }

    @PostMapping("/orders/new")
    @RetryOnContention
    String enter(
            @RequestParam MultiValueMap<String, String> sent,
            HttpSession session,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var form = OrderForm.of(sent);
        var act = sent.getFirst("act");
        if (act != null) {
            return page.show(page.changed(form, act), FormErrors.NONE, model);
        }
        try {
            var entered = tokens.once(session, form.token(), () -> enter(form));
            return entered.isPresent()
                    ? done(new OrderNumber(entered.get()), next)
                    : page.show(
                            form.withToken(tokens.issue(session)),
                            FormErrors.at("", Sentence.of("order.form.stale")),
                            model);
        } catch (Refusal refusal) {
            response.setStatus(
                    refusal.kind() == Refusal.Kind.CONFLICT
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page.show(form, FormErrors.of(refusal), model);
        }
    }

    private String enter(OrderForm form) {
        var order = form.order();
        return enterOrder.enter(order).value();
    }

    private String done(OrderNumber number, RedirectAttributes next) {
        next.addFlashAttribute(
                "said", Sentence.of("order.said.entered." + orders.get(number).state(), number.value()));
        return "redirect:/orders/" + number;
    }
}
