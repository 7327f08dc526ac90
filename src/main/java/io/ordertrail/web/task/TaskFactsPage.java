package io.ordertrail.web.task;

import java.util.Map;
import java.util.Set;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import io.ordertrail.order.book.ClaimedWork;
import io.ordertrail.platform.operation.LogContext;
import io.ordertrail.process.desk.OpenTask;
import io.ordertrail.process.desk.OpenTasks;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.web.order.ReadOrder;
import io.ordertrail.web.order.ReadReview;
import io.ordertrail.web.order.ReadShortage;
import io.ordertrail.web.page.CurrentUser;

/** Shows the facts that a user needs for a task, beside the task form. */
@Controller
class TaskFactsPage {

    /** The template of each user task. */
    private static final Map<String, String> VIEWS = Map.of(
            Element.REVIEW_ORDER, "facts/review-order",
            Element.CORRECT_ORDER, "facts/correct-order",
            Element.DECIDE_ON_SHORTAGE, "facts/decide-on-shortage",
            Element.PICK_AND_PACK, "facts/pick-and-pack",
            Element.REVIEW_STALE_RESERVATION, "facts/decide-on-shortage",
            Element.SHIP_PARCEL, "facts/ship-parcel",
            Element.CHASE_DELIVERY, "facts/chase-delivery");

    private final OpenTasks openTasks;
    private final ReadOrder readOrder;
    private final ReadReview readReview;
    private final ReadShortage readShortage;
    private final PurchaseFacts purchaseFacts;

    TaskFactsPage(
            OpenTasks openTasks,
            ReadOrder readOrder,
            ReadReview readReview,
            ReadShortage readShortage,
            PurchaseFacts purchaseFacts) {
        this.openTasks = openTasks;
        this.readOrder = readOrder;
        this.readReview = readReview;
        this.readShortage = readShortage;
        this.purchaseFacts = purchaseFacts;
    }

    /** Shows the facts; a user who may not see the task gets the same answer as for a task that does not exist. */
    @GetMapping("/tasks/{id}/facts")
    String facts(
            @PathVariable String id, @ModelAttribute("me") CurrentUser me, Model model, HttpServletResponse response) {
        var task = openTasks.find(id).filter(open -> me.maySeeTaskOf(open.group()));
        if (task.isEmpty()) {
            return purchaseFacts.show(id, me, model, response);
        }
        show(task.get(), model);
        if (me.isIn(task.get().group()) && task.get().isClaimedByOtherThan(me.name())) {
            model.addAttribute(
                    "refusal", Sentence.of(ClaimedWork.TAKEN, task.get().assignee()));
        }
        return VIEWS.getOrDefault(task.get().element(), "facts/any-task");
    }

    private void show(OpenTask task, Model model) {
        LogContext.setOrder(task.order().value());
        model.addAttribute("task", task);
        model.addAttribute("sheet", readOrder.sheet(task.order(), task.parcel()));
        if (task.element().equals(Element.REVIEW_ORDER)) {
            model.addAttribute("facts", readReview.facts(task.order()));
        }
        if (Set.of(Element.DECIDE_ON_SHORTAGE, Element.REVIEW_STALE_RESERVATION).contains(task.element())) {
            model.addAttribute("shortages", readShortage.of(task.order()));
        }
    }
}
