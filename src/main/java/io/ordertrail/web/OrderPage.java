package io.ordertrail.web;

import io.ordertrail.order.CancelOrder;
import io.ordertrail.order.Cancellation;
import io.ordertrail.order.ConfirmReceipt;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.ReportDelivery;
import io.ordertrail.order.UnknownOrder;
import io.ordertrail.platform.Again;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import io.ordertrail.process.PromisedDelivery;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order on one page, with what this person may do to it now. */
@Controller
class OrderPage {

  private final ReadOrder readOrder;
  private final CancelOrder cancelOrder;
  private final ReportDelivery reportDelivery;
  private final ConfirmReceipt confirmReceipt;
  private final PromisedDelivery promisedDelivery;
  private final Again again;

  OrderPage(ReadOrder readOrder, CancelOrder cancelOrder, ReportDelivery reportDelivery, ConfirmReceipt confirmReceipt,
      PromisedDelivery promisedDelivery, Again again) {
    this.readOrder = readOrder;
    this.cancelOrder = cancelOrder;
    this.reportDelivery = reportDelivery;
    this.confirmReceipt = confirmReceipt;
    this.promisedDelivery = promisedDelivery;
    this.again = again;
  }

  @GetMapping("/orders/{number}")
  String order(@PathVariable String number, Model model) {
    show(number, model);
    return "order";
  }

  /** The step before a cancellation: what it will do, and why it is done. */
  @GetMapping("/orders/{number}/cancellation")
  String cancellation(@PathVariable String number, Model model) {
    model.addAttribute("sheet", readOrder.sheet(number));
    model.addAttribute("faults", Faults.NONE);
    model.addAttribute("reason", "");
    return "cancellation";
  }

  @PostMapping("/orders/{number}/cancellation")
  String cancel(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response,
      RedirectAttributes next) {
    try {
      again.ifContended(() -> cancelOrder.cancel(numberOf(number), new Cancellation(reason.replace("\r\n", "\n"))));
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        return refused(number, refusal.getMessage(), model, response);
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("sheet", readOrder.sheet(number));
      model.addAttribute("faults", Faults.of(refusal));
      model.addAttribute("reason", reason);
      return "cancellation";
    }
    return done(number, "order.said.cancelled", next);
  }

  @PostMapping("/orders/{number}/delivery")
  String deliver(@PathVariable String number, Model model, HttpServletResponse response, RedirectAttributes next) {
    return act(number, () -> reportDelivery.deliver(numberOf(number)), "order.said.delivered", model, response, next);
  }

  @PostMapping("/orders/{number}/receipt")
  String receive(@PathVariable String number, Model model, HttpServletResponse response, RedirectAttributes next) {
    return act(number, () -> confirmReceipt.confirm(numberOf(number)), "order.said.received", model, response, next);
  }

  private String act(String number, Runnable work, String said, Model model, HttpServletResponse response, RedirectAttributes next) {
    try {
      again.ifContended(work);
    } catch (Refusal refusal) {
      return refused(number, refusal.getMessage(), model, response);
    } catch (ConcurrencyFailureException contended) {
      return refused(number, Sentence.of("page.refused.contended"), model, response);
    }
    return done(number, said, next);
  }

  private void show(String number, Model model) {
    var sheet = readOrder.sheet(number);
    model.addAttribute("sheet", sheet);
    model.addAttribute("promised", promisedDelivery.of(sheet.order()).orElse(null));
  }

  private String refused(String number, String sentence, Model model, HttpServletResponse response) {
    show(number, model);
    model.addAttribute("refusal", sentence);
    response.setStatus(HttpStatus.CONFLICT.value());
    return "order";
  }

  private String done(String number, String said, RedirectAttributes next) {
    next.addFlashAttribute("said", Sentence.of(said, numberOf(number).value()));
    return "redirect:/orders/" + numberOf(number);
  }

  private static OrderNumber numberOf(String typed) {
    return OrderNumber.of(typed).orElseThrow(() -> new UnknownOrder(typed));
  }
}
