package io.ordertrail.web.task;

import java.util.Map;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.ordertrail.process.engine.ReplenishStock.Element;
import io.ordertrail.process.purchase.PurchaseTasks;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.purchase.ReadPurchaseFacts;
import io.ordertrail.web.stock.ReadPurchases;

/** Shows the facts of a purchase order beside the task form. */
@Component
class PurchaseFacts {

    private static final Map<String, String> VIEWS = Map.of(
            Element.DECIDE_ON_REPLENISHMENT, "facts/decide-on-replenishment",
            Element.CHASE_SUPPLIER, "facts/chase-supplier");

    private final PurchaseTasks tasks;
    private final ReadPurchases readPurchases;
    private final ReadPurchaseFacts readPurchaseFacts;

    PurchaseFacts(PurchaseTasks tasks, ReadPurchases readPurchases, ReadPurchaseFacts readPurchaseFacts) {
        this.tasks = tasks;
        this.readPurchases = readPurchases;
        this.readPurchaseFacts = readPurchaseFacts;
    }

    /** Shows the facts; a user who may not see the task gets the same answer as for a task that does not exist. */
    String show(String id, CurrentUser me, Model model, HttpServletResponse response) {
        var task = tasks.find(id).filter(open -> me.maySeeTaskOf(open.group()));
        if (task.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "facts/gone";
        }
        model.addAttribute("facts", readPurchaseFacts.facts(task.get().purchase()));
        model.addAttribute("today", readPurchases.today());
        return VIEWS.getOrDefault(task.get().element(), "facts/decide-on-replenishment");
    }
}
