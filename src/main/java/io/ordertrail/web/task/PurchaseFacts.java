package io.ordertrail.web.task;

import java.util.Map;
import jakarta.servlet.http.HttpServletResponse;

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
    private final ImportFacts importFacts;

    PurchaseFacts(
            PurchaseTasks tasks,
            ReadPurchases readPurchases,
            ReadPurchaseFacts readPurchaseFacts,
            ImportFacts importFacts) {
        this.tasks = tasks;
        this.readPurchases = readPurchases;
        this.readPurchaseFacts = readPurchaseFacts;
        this.importFacts = importFacts;
    }

    /** Shows the facts; a task of no purchase can be one of an import. */
    String show(String id, CurrentUser me, Model model, HttpServletResponse response) {
        var task = tasks.find(id).filter(open -> me.maySeeTaskOf(open.group()));
        if (task.isEmpty()) {
            return importFacts.show(id, me, model, response);
        }
        model.addAttribute("facts", readPurchaseFacts.facts(task.get().purchase()));
        model.addAttribute("today", readPurchases.today());
        return VIEWS.getOrDefault(task.get().element(), "facts/decide-on-replenishment");
    }
}
