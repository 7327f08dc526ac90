package io.ordertrail.web;

import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.platform.Again;
import io.ordertrail.platform.InvalidInput;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import io.ordertrail.stock.ApproveStocktake;
import io.ordertrail.stock.BookStocktake;
import io.ordertrail.stock.CancelStocktake;
import io.ordertrail.stock.Count;
import io.ordertrail.stock.CountStock;
import io.ordertrail.stock.CountedBefore;
import io.ordertrail.stock.Differences;
import io.ordertrail.stock.RecountStocktake;
import io.ordertrail.stock.Stocktake;
import io.ordertrail.stock.Stocktake.State;
import io.ordertrail.stock.Stocktake.Uncounted;
import io.ordertrail.stock.StocktakeLine;
import io.ordertrail.stock.StocktakeLines;
import io.ordertrail.stock.Stocktakes;
import io.ordertrail.stock.SubmitStocktake;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One stocktake: counting without seeing what is expected, then its differences, until they are booked. */
@Controller
class StocktakePage {

  private static final Limit SHOWN = Limit.of(100);

  /** A count as it stands in the form. @param before what was counted so far, once the person was asked. @param act {@code add} or else */
  record Form(String sku, String quantity, String before, String act) {

    static final Form EMPTY = new Form("", "", "", "");

    static Form of(Typed typed) {
      return new Form(typed.text("sku").strip(), typed.text("quantity"), typed.text("before"), typed.text("act"));
    }

    Count count() {
      var typed = new Typed(null);
      var pieces = typed.integer("/quantity", quantity, "stocktake.input.pieces");
      var known = typed.integer("/quantity", before, "stocktake.input.pieces");
      typed.refuseUnreadable();
      return new Count(sku, pieces, known, act.equals("add"));
    }
  }

  private final Stocktakes stocktakes;
  private final StocktakeLines lines;
  private final CountStock countStock;
  private final SubmitStocktake submitStocktake;
  private final RecountStocktake recountStocktake;
  private final ApproveStocktake approveStocktake;
  private final BookStocktake bookStocktake;
  private final CancelStocktake cancelStocktake;
  private final Products products;
  private final Company company;
  private final Again again;

  StocktakePage(Stocktakes stocktakes, StocktakeLines lines, CountStock countStock, SubmitStocktake submitStocktake,
      RecountStocktake recountStocktake, ApproveStocktake approveStocktake, BookStocktake bookStocktake, CancelStocktake cancelStocktake,
      Products products, Company company, Again again) {
    this.stocktakes = stocktakes;
    this.lines = lines;
    this.countStock = countStock;
    this.submitStocktake = submitStocktake;
    this.recountStocktake = recountStocktake;
    this.approveStocktake = approveStocktake;
    this.bookStocktake = bookStocktake;
    this.cancelStocktake = cancelStocktake;
    this.products = products;
    this.company = company;
    this.again = again;
  }

  @GetMapping("/stock/stocktakes/{number}")
  String show(@PathVariable long number, Principal person, Model model) {
    var stocktake = stocktakes.get(number);
    model.asMap().putIfAbsent("count", Form.EMPTY);
    model.asMap().putIfAbsent("faults", Faults.NONE);
    model.addAttribute("stocktake", stocktake);
    return stocktake.state() == State.COUNTING ? counting(stocktake, model) : differences(stocktake, person, model);
  }

  @PostMapping("/stock/stocktakes/{number}/counts")
  String count(@PathVariable long number, @RequestParam MultiValueMap<String, String> sent, Principal person, Model model,
      HttpServletResponse response, RedirectAttributes next) {
    var form = Form.of(new Typed(sent));
    try {
      var count = form.count();
      var counted = again.ifContended(() -> countStock.count(number, count));
      next.addFlashAttribute("said", Sentence.of("stocktake.said.counted", counted, products.get(form.sku()).name(), form.sku()));
      return to(number);
    } catch (CountedBefore before) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("count", form);
      model.addAttribute("typed", form.count().pieces());
      model.addAttribute("before", before.line());
      model.addAttribute("beforeName", products.get(before.line().sku()).name());
      return show(number, person, model);
    } catch (InvalidInput fault) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("count", form);
      model.addAttribute("faults", Faults.of(fault));
      return show(number, person, model);
    } catch (Refusal refusal) {
      return refused(number, refusal, next);
    }
  }

  @PostMapping("/stock/stocktakes/{number}/submission")
  String submit(@PathVariable long number, @RequestParam(required = false) Uncounted uncounted, Principal person, Model model,
      HttpServletResponse response, RedirectAttributes next) {
    try {
      again.ifContended(() -> submitStocktake.submit(number, uncounted));
      next.addFlashAttribute("said", Sentence.of("stocktake.said.submitted", stocktakes.get(number).name()));
      return to(number);
    } catch (InvalidInput fault) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("faults", Faults.of(fault));
      return show(number, person, model);
    } catch (Refusal refusal) {
      return refused(number, refusal, next);
    }
  }

  @PostMapping("/stock/stocktakes/{number}/recount")
  String recount(@PathVariable long number, RedirectAttributes next) {
    return step(number, "stocktake.said.recount", () -> recountStocktake.recount(number), next);
  }

  @PostMapping("/stock/stocktakes/{number}/approval")
  String approve(@PathVariable long number, @RequestParam(defaultValue = "0") int round, RedirectAttributes next) {
    return step(number, "stocktake.said.approved", () -> approveStocktake.approve(number, round), next);
  }

  @PostMapping("/stock/stocktakes/{number}/booking")
  String book(@PathVariable long number, RedirectAttributes next) {
    return step(number, "stocktake.said.booked", () -> next.addFlashAttribute("losers", bookStocktake.book(number)), next);
  }

  @PostMapping("/stock/stocktakes/{number}/cancellation")
  String cancel(@PathVariable long number, RedirectAttributes next) {
    return step(number, "stocktake.said.cancelled", () -> cancelStocktake.cancel(number), next);
  }

  private String step(long number, String said, Runnable work, RedirectAttributes next) {
    try {
      again.ifContended(work);
    } catch (Refusal refusal) {
      return refused(number, refusal, next);
    }
    next.addFlashAttribute("said", Sentence.of(said, stocktakes.get(number).name()));
    return to(number);
  }

  /** The page as it is now says what goes; the sentence says why this did not. */
  private static String refused(long number, Refusal refusal, RedirectAttributes next) {
    if (refusal.kind() == Refusal.Kind.UNKNOWN) {
      throw refusal;
    }
    next.addFlashAttribute("refusal", refusal.getMessage());
    return to(number);
  }

  private static String to(long number) {
    return "redirect:/stock/stocktakes/" + number;
  }

  private String counting(Stocktake stocktake, Model model) {
    var open = lines.notCounted(stocktake.number(), SHOWN);
    var done = lines.counted(stocktake.number(), SHOWN);
    model.addAttribute("open", open);
    model.addAttribute("done", done);
    model.addAttribute("progress", lines.progress(List.of(stocktake.number())).get(0));
    model.addAttribute("names", names(Stream.concat(open.stream(), done.stream()).toList()));
    return "stocktake-count";
  }

  private String differences(Stocktake stocktake, Principal person, Model model) {
    var differences = new Differences(lines.of(stocktake.number()), company.currency());
    model.addAttribute("differences", differences);
    model.addAttribute("names", names(Stream.concat(differences.worstFirst().stream(), differences.notCounted().stream().limit(SHOWN.max())).toList()));
    model.addAttribute("needsAnother", stocktake.state() == State.SUBMITTED && approveStocktake.needsAnother(stocktake, person.getName()));
    return "stocktake";
  }

  private Map<String, String> names(List<StocktakeLine> shown) {
    return products.findBySkuIn(shown.stream().map(StocktakeLine::sku).collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(Product::sku, Product::name));
  }
}
