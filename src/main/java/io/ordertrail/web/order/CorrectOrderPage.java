package io.ordertrail.web.order;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.OptimisticLockingFailureException;
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
import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.refusal.StaleVersion;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.Meanwhile;

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
        var form = OrderForm.of(sheet.order());
        model.addAttribute("opened", form.content());
        return page.show(form, FormErrors.NONE, model);
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
        var opened = OrderForm.of(Meanwhile.opened(sent)).content();
        model.addAttribute("opened", opened);
        var act = sent.getFirst("act");
        if (act != null) {
            return page.show(page.changed(form, act), FormErrors.NONE, model);
        }
        var theirs = OrderForm.of(sheet.order()).content();
        var meanwhile = Meanwhile.of(opened, form.content(), theirs);
        if (Meanwhile.isTold(sent) && sheet.canBeCorrected() && meanwhile.any()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("opened", theirs);
            model.addAttribute("meanwhile", meanwhile);
            model.addAttribute("last", sheet.lastChange());
            return page.show(form.with(meanwhile.merged(form.content())), FormErrors.NONE, model);
        }
        try {
            var corrected = form.orderedBy(sheet.order()).order();
            correctOrder.correct(
                    sheet.order().number(),
                    corrected,
                    ExpectedVersion.of(sheet.order().version()));
        } catch (StaleVersion stale) {
            throw new OptimisticLockingFailureException("Changed since this call read it", stale);
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
