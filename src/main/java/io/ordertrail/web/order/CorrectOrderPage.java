package io.ordertrail.web.order;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.order.book.OrderRefusal;
import io.ordertrail.order.entry.CorrectOrder;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;

/** Corrects an order that a reviewer returned; completing the task then resubmits it. */
@Controller
class CorrectOrderPage {

    private final OrderFormPage page;
    private final ReadOrder readOrder;
    private final CorrectOrder correctOrder;

    CorrectOrderPage(OrderFormPage page, ReadOrder readOrder, CorrectOrder correctOrder) {
        this.page = page;
        this.readOrder = readOrder;
        this.correctOrder = correctOrder;
    }

    @GetMapping("/orders/{number}/correct")
    String form(@PathVariable String number, Model model) {
        var sheet = readOrder.sheet(number);
        if (!sheet.canBeCorrected()) {
            throw new OrderRefusal("correction", sheet.order());
        }
        model.addAttribute("sheet", sheet);
        return page.show(OrderForm.of(sheet.order()), FormErrors.NONE, model);
    }

    @PostMapping("/orders/{number}/correct")
    @RetryOnContention
    String correct(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var sheet = readOrder.sheet(number);
        var form = OrderForm.of(sent);
        model.addAttribute("sheet", sheet);
        var act = sent.getFirst("act");
        if (act != null) {
            return page.show(page.changed(form, act), FormErrors.NONE, model);
        }
        try {
            var corrected = form.orderedBy(sheet.order()).order();
            correctOrder.correct(sheet.order().number(), corrected);
        } catch (Refusal refusal) {
            response.setStatus(
                    refusal.kind() == Refusal.Kind.CONFLICT
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page.show(form, FormErrors.of(refusal), model);
        }
        next.addFlashAttribute("said", Sentence.of("order.said.corrected"));
        return "redirect:/orders/" + sheet.order().number();
    }
}
