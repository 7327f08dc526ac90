package io.ordertrail.web;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.platform.Again;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import io.ordertrail.stock.Arrival;
import io.ordertrail.stock.ReceiveTransfer;
import io.ordertrail.stock.SendTransfer;
import io.ordertrail.stock.Sites;
import io.ordertrail.stock.Transfer;
import io.ordertrail.stock.TransferLine;
import io.ordertrail.stock.TransferLines;
import io.ordertrail.stock.TransferPlan;
import io.ordertrail.stock.Transfers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Goods between sites: what is on its way, sending more, and taking in what arrived. */
@Controller
class TransfersPage {

  private static final int PAGE = 50;
  private static final Limit OFFERED = Limit.of(30);

  /** What to look for. @param state none for all */
  record Filter(String site, Transfer.State state) {

    public boolean any() {
      return !site.isBlank() || state != null;
    }

    Collection<Transfer.State> states() {
      return state == null ? EnumSet.allOf(Transfer.State.class) : EnumSet.of(state);
    }
  }

  record Row(String sku, String quantity) {

    boolean isBlank() {
      return sku.isBlank() && quantity.isBlank();
    }
  }

  /** Goods to be sent, as they stand in the form. @param id drawn when the form is shown: sent twice, they go once */
  record Form(String id, String from, String to, String note, List<Row> rows) {

    static Form of(Typed typed, MultiValueMap<String, String> sent) {
      var skus = sent.getOrDefault("sku", List.of());
      var quantities = sent.getOrDefault("quantity", List.of());
      var rows = new ArrayList<Row>();
      for (int i = 0; i < skus.size(); i++) {
        rows.add(new Row(Typed.orEmpty(skus.get(i)).strip(), i < quantities.size() ? Typed.orEmpty(quantities.get(i)).strip() : ""));
      }
      return new Form(typed.text("id"), typed.text("from"), typed.text("to"), typed.text("note"),
          rows.stream().filter(row -> !row.isBlank()).toList());
    }

    /** Where the next product goes. */
    public List<Row> rowsAndOneMore() {
      var all = new ArrayList<>(rows);
      all.add(new Row("", ""));
      return all;
    }

    TransferPlan plan() {
      var typed = new Typed(null);
      var goods = new ArrayList<TransferPlan.Goods>();
      for (var row : rows) {
        goods.add(new TransferPlan.Goods(row.sku(), typed.integer("/lines/" + goods.size() + "/quantity", row.quantity(), "transfer.input.pieces")));
      }
      typed.refuseUnreadable();
      return new TransferPlan(id.isBlank() ? draw() : id, from, to, Typed.orNull(note), goods);
    }
  }

  private final Transfers transfers;
  private final TransferLines lines;
  private final SendTransfer sendTransfer;
  private final ReceiveTransfer receiveTransfer;
  private final Products products;
  private final Sites sites;
  private final Again again;

  TransfersPage(Transfers transfers, TransferLines lines, SendTransfer sendTransfer, ReceiveTransfer receiveTransfer, Products products,
      Sites sites, Again again) {
    this.transfers = transfers;
    this.lines = lines;
    this.sendTransfer = sendTransfer;
    this.receiveTransfer = receiveTransfer;
    this.products = products;
    this.sites = sites;
    this.again = again;
  }

  /** On its way, unless one asks for something else: that is what somebody has to see to. */
  @GetMapping("/stock/transfers")
  String list(@RequestParam(defaultValue = "") String site, @RequestParam(defaultValue = "SENT") String state,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
    var filter = new Filter(site, state.equals("SENT") ? Transfer.State.SENT : state.equals("ARRIVED") ? Transfer.State.ARRIVED : null);
    var found = transfers.search(site, filter.states(), before, Limit.of(PAGE + 1));
    var page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("filter", filter);
    model.addAttribute("transfers", page);
    model.addAttribute("next", found.size() > PAGE ? page.get(PAGE - 1).number() : null);
    model.addAttribute("goods", goods(page));
    model.addAttribute("states", Transfer.State.values());
    model.addAttribute("sites", sites.findAllByOrderByCode());
    model.addAttribute("any", !page.isEmpty() || transfers.count() > 0);
    return "transfers";
  }

  @GetMapping("/stock/transfers/new")
  String empty(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String sku, Model model) {
    return show(new Form(draw(), from, "", "", sku.isBlank() ? List.of() : List.of(new Row(sku, ""))), Faults.NONE, model);
  }

  @PostMapping("/stock/transfers/new")
  String send(@RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response, RedirectAttributes next) {
    var typed = new Typed(sent);
    var form = Form.of(typed, sent);
    if (typed.text("act").equals("more")) {
      return show(form, Faults.NONE, model);
    }
    try {
      var plan = form.plan();
      var transfer = again.ifContended(() -> sendTransfer.send(plan));
      next.addFlashAttribute("said", Sentence.of("transfer.said.sent", transfer.name(), transfer.toSite()));
      return "redirect:/stock/transfers/" + transfer.number();
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(form, Faults.of(refusal), model);
    }
  }

  @GetMapping("/stock/transfers/{number}")
  String transfer(@PathVariable long number, Model model) {
    var transfer = transfers.get(number);
    var goods = lines.findByTransferOrderBySku(number);
    model.addAttribute("transfer", transfer);
    model.addAttribute("lines", goods);
    model.addAttribute("names", products.findBySkuIn(goods.stream().map(TransferLine::sku).toList()).stream()
        .collect(Collectors.toMap(Product::sku, Product::name)));
    model.asMap().putIfAbsent("faults", Faults.NONE);
    model.asMap().putIfAbsent("arrived", List.of());
    model.asMap().putIfAbsent("reason", "");
    return "transfer";
  }

  @PostMapping("/stock/transfers/{number}/arrival")
  String arrival(@PathVariable long number, @RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response,
      RedirectAttributes next) {
    var typed = new Typed(sent);
    try {
      var arrival = arrival(sent, typed.text("reason"));
      again.ifContended(() -> receiveTransfer.receive(number, arrival));
      next.addFlashAttribute("said", Sentence.of("transfer.said.arrived", transfers.get(number).name()));
      return "redirect:/stock/transfers/" + number;
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.UNKNOWN) {
        throw refusal;
      }
      response.setStatus((refusal.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
      model.addAttribute("faults", Faults.of(refusal));
      model.addAttribute("arrived", sent.getOrDefault("arrived", List.of()));
      model.addAttribute("reason", typed.text("reason"));
      return transfer(number, model);
    }
  }

  /** A field that is empty or cannot be read is none: the rules say at its place what is expected. */
  private static Arrival arrival(MultiValueMap<String, String> sent, String reason) {
    var typed = new Typed(null);
    var pieces = new HashMap<String, Integer>();
    var skus = sent.getOrDefault("sku", List.of());
    var arrived = sent.getOrDefault("arrived", List.of());
    for (int i = 0; i < Math.min(skus.size(), arrived.size()); i++) {
      pieces.put(skus.get(i), typed.integer("/lines/" + i + "/arrived", Typed.orEmpty(arrived.get(i)), "transfer.input.pieces"));
    }
    return new Arrival(pieces, Typed.orNull(reason));
  }

  private Map<Long, List<TransferLine>> goods(List<Transfer> page) {
    return page.isEmpty() ? Map.of() : lines.of(page.stream().map(Transfer::number).toList()).stream()
        .collect(Collectors.groupingBy(TransferLine::transfer));
  }

  private String show(Form form, Faults faults, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("faults", faults);
    model.addAttribute("sites", sites.findAllByOrderByCode());
    model.addAttribute("products", products.search("", "", "", OFFERED));
    return "transfer-form";
  }

  private static String draw() {
    return "desk-" + UUID.randomUUID();
  }
}
