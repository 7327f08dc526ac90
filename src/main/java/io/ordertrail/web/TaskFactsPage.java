package io.ordertrail.web;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.ReleaseHold;
import io.ordertrail.order.UnknownOrder;
import io.ordertrail.platform.Again;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import io.ordertrail.platform.WorkInLog;
import io.ordertrail.process.OpenTask;
import io.ordertrail.process.OpenTasks;
import io.ordertrail.process.OrderFulfilment.Element;
import io.ordertrail.stock.RecordPicking;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The facts that a person decides a task on, shown beside its form, and what they note of them: holds released, pieces found. */
@Controller
class TaskFactsPage {

  /** What each job needs to see. */
  private static final Map<String, String> VIEWS = Map.of(
      Element.REVIEW_ORDER, "facts/review-order",
      Element.CORRECT_ORDER, "facts/correct-order",
      Element.DECIDE_ON_SHORTAGE, "facts/decide-on-shortage",
      Element.PICK_AND_PACK, "facts/pick-and-pack",
      Element.QUESTION_RESERVATION, "facts/decide-on-shortage",
      Element.SHIP_ORDER, "facts/ship-order",
      Element.CHASE_DELIVERY, "facts/chase-delivery");

  private final OpenTasks openTasks;
  private final ReadOrder readOrder;
  private final ReadShortage readShortage;
  private final ReleaseHold releaseHold;
  private final RecordPicking recordPicking;
  private final PurchaseFacts purchaseFacts;
  private final Again again;

  TaskFactsPage(OpenTasks openTasks, ReadOrder readOrder, ReadShortage readShortage, ReleaseHold releaseHold,
      RecordPicking recordPicking, PurchaseFacts purchaseFacts, Again again) {
    this.openTasks = openTasks;
    this.readOrder = readOrder;
    this.readShortage = readShortage;
    this.releaseHold = releaseHold;
    this.recordPicking = recordPicking;
    this.purchaseFacts = purchaseFacts;
    this.again = again;
  }

  /** Whoever has nothing to do with the task learns as much of it as of one that does not exist. */
  @GetMapping("/tasks/{id}/facts")
  String facts(@PathVariable String id, @ModelAttribute("me") Me me, Model model, HttpServletResponse response) {
    var task = openTasks.find(id).filter(open -> me.maySeeTaskOf(open.group()));
    if (task.isEmpty()) {
      return purchaseFacts.show(id, me, model, response);
    }
    show(task.get(), model);
    return VIEWS.getOrDefault(task.get().element(), "facts/any-task");
  }

  @PostMapping("/orders/{number}/holds/{position}/release")
  String release(@PathVariable String number, @PathVariable int position, @RequestParam(defaultValue = "") String task,
      RedirectAttributes next) {
    try {
      again.ifContended(() -> releaseHold.release(numberOf(number), position));
      next.addFlashAttribute("said", Sentence.of("order.said.released"));
    } catch (Refusal refusal) {
      next.addFlashAttribute("refusal", refusal.getMessage());
    }
    return back(number, task);
  }

  @PostMapping("/orders/{number}/picking/{line}")
  String found(@PathVariable String number, @PathVariable long line, @RequestParam(defaultValue = "") String found,
      @RequestParam(defaultValue = "") String all, @RequestParam(defaultValue = "") String task, RedirectAttributes next) {
    try {
      var pieces = pieces(all.isEmpty() ? found : all);
      again.ifContended(() -> recordPicking.found(numberOf(number), line, pieces));
    } catch (Refusal refusal) {
      next.addFlashAttribute("refusal", refusal.getMessage());
      next.addFlashAttribute("refusedLine", line);
    }
    return back(number, task);
  }

  private void show(OpenTask task, Model model) {
    WorkInLog.isOn(task.order().value());
    model.addAttribute("task", task);
    model.addAttribute("sheet", readOrder.sheet(task.order(), task.site()));
    if (task.element().equals(Element.REVIEW_ORDER)) {
      model.addAttribute("facts", readOrder.facts(task.order()));
    }
    if (Set.of(Element.DECIDE_ON_SHORTAGE, Element.QUESTION_RESERVATION).contains(task.element())) {
      model.addAttribute("shortages", readShortage.of(task.order()));
    }
  }

  private static int pieces(String typed) {
    if (!typed.strip().matches("\\d{1,9}")) {
      throw new Refusal(Refusal.Kind.INVALID, "picking.found");
    }
    return Integer.parseInt(typed.strip());
  }

  private static String back(String number, String task) {
    return task.matches("[\\w-]{1,64}") ? "redirect:/tasks/" + task + "/facts" : "redirect:/orders/" + numberOf(number);
  }

  private static OrderNumber numberOf(String typed) {
    return OrderNumber.of(typed).orElseThrow(() -> new UnknownOrder(typed));
  }
}
