package io.ordertrail.web.order;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.process.desk.TaskActions;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.transaction.RetryOnContention;

/** Frees a claimed task of an order, whose assignee is ill or on holiday, for the colleagues in its group. */
@Controller
class FreeTaskPage {

    private final OrderPage page;
    private final TaskActions taskActions;

    FreeTaskPage(OrderPage page, TaskActions taskActions) {
        this.page = page;
        this.taskActions = taskActions;
    }

    @PostMapping("/orders/{number}/tasks/{task}/unclaim")
    @RetryOnContention
    String free(
            @PathVariable String number,
            @PathVariable String task,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var order = OrderPage.numberOf(number);
        try {
            taskActions.free(order, task);
        } catch (Refusal refusal) {
            return page.refused(number, refusal.getMessage(), model, response);
        }
        return OrderPage.done(order, "order.said.freed", next);
    }
}
