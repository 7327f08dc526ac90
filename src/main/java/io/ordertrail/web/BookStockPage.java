package io.ordertrail.web;

import io.ordertrail.catalog.Products;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.platform.Again;
import io.ordertrail.platform.Checked;
import io.ordertrail.platform.InvalidInput;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import io.ordertrail.platform.Text;
import io.ordertrail.stock.BookStock;
import io.ordertrail.stock.PurchaseNumber;
import io.ordertrail.stock.PurchaseReceipt;
import io.ordertrail.stock.Purchases;
import io.ordertrail.stock.ReceivePurchase;
import io.ordertrail.stock.Sites;
import io.ordertrail.stock.StockMovement;
import io.ordertrail.stock.StockMovement.Kind;
import io.ordertrail.stock.StockMovements;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** Booking goods that come or go, and where they lie. Receiving stays on its page, ready for the next scan. */
@Controller
class BookStockPage {

  private static final Limit OFFERED = Limit.of(30);

  record Shelf(@Text(max = 20, required = true) String shelf) {
  }

  private final BookStock bookStock;
  private final ReceivePurchase receivePurchase;
  private final Purchases purchases;
  private final StockMovements movements;
  private final StockPage stockPage;
  private final Products products;
  private final Sites sites;
  private final Checked checked;
  private final Again again;

  BookStockPage(BookStock bookStock, ReceivePurchase receivePurchase, Purchases purchases, StockMovements movements, StockPage stockPage,
      Products products, Sites sites, Checked checked, Again again) {
    this.bookStock = bookStock;
    this.receivePurchase = receivePurchase;
    this.purchases = purchases;
    this.movements = movements;
    this.stockPage = stockPage;
    this.products = products;
    this.sites = sites;
    this.checked = checked;
    this.again = again;
  }

  @GetMapping("/stock/receive")
  String receiving(@RequestParam(defaultValue = "") String sku, @RequestParam(defaultValue = "") String site,
      @RequestParam(defaultValue = "") String purchase, Model model) {
    return show(BookingForm.receipt(sku, site, purchase), Faults.NONE, model);
  }

  /** What could be received of the product at the site. */
  @GetMapping("/stock/receive/purchases")
  String purchases(@RequestParam(defaultValue = "") String sku, @RequestParam(defaultValue = "") String site,
      @RequestParam(defaultValue = "") String purchase, Model model) {
    model.addAttribute("booking", BookingForm.receipt(sku, site, purchase));
    model.addAttribute("faults", Faults.NONE);
    model.addAttribute("purchases", purchases.open(sku.strip(), site));
    return "receive :: purchases";
  }

  @GetMapping("/stock/receive/products")
  String products(@RequestParam(defaultValue = "") String sku, Model model) {
    model.addAttribute("products", products.search(Typed.pattern(sku), "", "", OFFERED));
    return "order-form :: products";
  }

  @PostMapping("/stock/receive")
  String receive(@RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response, RedirectAttributes next) {
    var form = BookingForm.of(new Typed(sent));
    try {
      var movement = again.ifContended(() -> received(form));
      next.addFlashAttribute("booked", movement);
      next.addFlashAttribute("bookedName", products.get(movement.sku()).name());
      next.addFlashAttribute("served", servedBy(movement));
      next.addAttribute("site", movement.site());
      return "redirect:/stock/receive";
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(form, Faults.of(refusal), model);
    }
  }

  @PostMapping("/stock/movements")
  String book(@RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response, RedirectAttributes next) {
    var form = BookingForm.of(new Typed(sent));
    try {
      if (form.reason().isBlank()) {
        throw new InvalidInput(List.of(new InvalidInput.Fault("/reason", Sentence.of("input.text.missing"))));
      }
      var movement = again.ifContended(() -> bookStock.book(form.booking()));
      next.addFlashAttribute("said", Sentence.of("stock.said.booked", movement.onHandChange(), movement.site()));
      return "redirect:/stock/" + movement.sku();
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("booking", form);
      model.addAttribute("faults", Faults.of(refusal));
      return stockPage.product(form.sku(), model);
    }
  }

  @PostMapping("/stock/{sku}/shelf")
  String shelf(@PathVariable String sku, @RequestParam(defaultValue = "") String site, @RequestParam(defaultValue = "") String shelf,
      Model model, HttpServletResponse response, RedirectAttributes next) {
    var product = products.get(sku);
    try {
      checked.valid(new Shelf(shelf.strip()));
      again.ifContended(() -> bookStock.keepShelf(product.sku(), sites.get(site).code(), shelf.strip()));
      next.addFlashAttribute("said", Sentence.of("stock.said.shelf", site, shelf.strip()));
      return "redirect:/stock/" + product.sku();
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("faults", Faults.of(refusal));
      return stockPage.product(sku, model);
    }
  }

  /** The orders that got of these goods, in the transaction in which they were booked. */
  private List<OrderNumber> servedBy(StockMovement booked) {
    return movements.findBySkuAndKindAndIdGreaterThanOrderById(booked.sku(), Kind.RESERVATION, booked.id()).stream()
        .filter(after -> after.site().equals(booked.site()) && after.actor().equals(booked.actor()))
        .map(StockMovement::orderNumber).distinct().toList();
  }

  private StockMovement received(BookingForm form) {
    var booking = form.booking();
    if (form.purchase().isBlank()) {
      return bookStock.book(booking);
    }
    var purchase = purchases.get(PurchaseNumber.get(form.purchase()));
    if (!purchase.sku().equals(booking.sku()) || !purchase.site().equals(booking.site())) {
      throw new InvalidInput(List.of(new InvalidInput.Fault("/purchase",
          Sentence.of("purchase.refuses.goods", purchase.number().value(), purchase.sku(), purchase.site()))));
    }
    return receivePurchase.receive(purchase.number(), new PurchaseReceipt(booking.id(), booking.quantity(), booking.reason()));
  }

  private String show(BookingForm form, Faults faults, Model model) {
    var places = sites.findAllByOrderByCode();
    var site = form.site().isEmpty() && !places.isEmpty() ? places.get(0).code() : form.site();     // the first one is chosen in the form
    model.addAttribute("booking", form);
    model.addAttribute("faults", faults);
    model.addAttribute("sites", places);
    model.addAttribute("purchases", purchases.open(form.sku().strip(), site));
    model.addAttribute("products", products.search("", "", "", OFFERED));
    model.addAttribute("anyProducts", products.count() > 0);
    return "receive";
  }
}
