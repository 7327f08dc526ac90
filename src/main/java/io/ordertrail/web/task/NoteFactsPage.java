package io.ordertrail.web.task;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.order.book.ClaimedWork;
import io.ordertrail.order.check.ReleaseHold;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.picking.EnterFoundQuantity;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.order.OrderPage;

/** Records released holds and picked quantities from the facts beside a task form. */
@Controller
class NoteFactsPage {

    private final ReleaseHold releaseHold;
    private final EnterFoundQuantity enterFoundQuantity;

    NoteFactsPage(ReleaseHold releaseHold, EnterFoundQuantity enterFoundQuantity) {
        this.releaseHold = releaseHold;
        this.enterFoundQuantity = enterFoundQuantity;
    }

    @PostMapping("/orders/{number}/holds/{position}/release")
    @RetryOnContention
    String release(
            @PathVariable String number,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String task,
            HttpServletRequest request,
            RedirectAttributes next) {
        try {
            releaseHold.release(OrderPage.numberOf(number), position);
            next.addFlashAttribute("said", Sentence.of("order.said.released"));
        } catch (Refusal refusal) {
            say(refusal, request, next);
        }
        return back(number, task);
    }

    @PostMapping("/orders/{number}/picking/{line}")
    @RetryOnContention
    String found(
            @PathVariable String number,
            @PathVariable long line,
            @RequestParam(defaultValue = "") String found,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "") String task,
            HttpServletRequest request,
            RedirectAttributes next) {
        try {
            var quantity = quantity(all.isEmpty() ? found : all);
            enterFoundQuantity.enter(OrderPage.numberOf(number), line, quantity);
        } catch (Refusal refusal) {
            say(refusal, request, next);
            next.addFlashAttribute("refusedLine", line);
        }
        return back(number, task);
    }

    /** The facts beside a form show a refusal in their place; any other caller gets the conflict over a claimed task. */
    private static void say(Refusal refusal, HttpServletRequest request, RedirectAttributes next) {
        if (refusal.key().equals(ClaimedWork.TAKEN) && !isFromFacts(request)) {
            throw refusal;
        }
        next.addFlashAttribute("refusal", refusal.getMessage());
    }

    private static boolean isFromFacts(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null || "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static int quantity(String typed) {
        if (!typed.strip().matches("\\d{1,9}")) {
            throw new Refusal(Refusal.Kind.INVALID, "picking.found");
        }
        return Integer.parseInt(typed.strip());
    }

    private static String back(String number, String task) {
        return task.matches("[\\w-]{1,64}")
                ? "redirect:/tasks/" + task + "/facts"
                : "redirect:/orders/" + OrderPage.numberOf(number);
    }
}
