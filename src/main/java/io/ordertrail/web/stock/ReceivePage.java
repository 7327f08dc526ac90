package io.ordertrail.web.stock;

import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.MovementIdTaken;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormInput;
import io.ordertrail.web.stock.GoodsReceiptSession.BookedReceipt;

/** Receives goods with a scanner or the keyboard: a SKU, then a quantity, then the next product. */
@Controller
class ReceivePage {

    private static final Limit SUGGESTIONS = Limit.of(30);

    private final GoodsReceipt goodsReceipt;
    private final ReadStock readStock;
    private final Products products;
    private final Sites sites;
    private final GoodsReceiptSession receiptSession;

    ReceivePage(
            GoodsReceipt goodsReceipt,
            ReadStock readStock,
            Products products,
            Sites sites,
            GoodsReceiptSession receiptSession) {
        this.goodsReceipt = goodsReceipt;
        this.readStock = readStock;
        this.products = products;
        this.sites = sites;
        this.receiptSession = receiptSession;
    }

    @GetMapping("/stock/receive")
    String receiving(
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(required = false) String site,
            @RequestParam(defaultValue = "") String purchase,
            Model model,
            HttpSession session) {
        return show(
                withPurchase(
                        named(BookingForm.receipt(sku, site == null ? receiptSession.site(session) : site, purchase))),
                FormErrors.NONE,
                model,
                session);
    }

    /** Lists the purchase orders of the product at the site that have an open quantity. */
    @GetMapping("/stock/receive/purchases")
    String purchases(
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String purchase,
            Model model) {
        var form = named(BookingForm.receipt(sku, site, purchase));
        model.addAttribute("booking", withPurchase(form));
        model.addAttribute("faults", FormErrors.NONE);
        model.addAttribute("purchases", goodsReceipt.open(form.sku(), site));
        return "receive :: purchases";
    }

    /** The form with the SKU of the product, which may be typed in any case. */
    private BookingForm named(BookingForm form) {
        return products.typed(Blanks.trimmed(form.sku()))
                .map(product -> form.withSku(product.sku()))
                .orElse(form);
    }

    /** Selects the oldest open purchase order of the product when none is chosen. The page shows all of them. */
    private BookingForm withPurchase(BookingForm form) {
        return form.purchase().isEmpty()
                ? goodsReceipt
                        .oldest(form.sku(), form.site())
                        .map(purchase -> form.withPurchase(purchase.number().value()))
                        .orElse(form)
                : form;
    }

    /** Shows the scanned product before its receipt is booked: its name, bin and backorders. */
    @GetMapping("/stock/receive/product")
    String product(
            @RequestParam(defaultValue = "") String sku, @RequestParam(defaultValue = "") String site, Model model) {
        model.addAttribute("sought", Blanks.trimmed(sku));
        model.addAttribute(
                "scanned", readStock.scanned(Blanks.trimmed(sku), site).orElse(null));
        return "receive :: scanned";
    }

    @PostMapping("/stock/receive")
    @RetryOnContention
    String receive(
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes next) {
        var form = named(BookingForm.of(new FormInput(sent)));
        try {
            if (form.quantityIsSku()) {
                return refuse(
                        form,
                        FormErrors.at("/quantity", Sentence.of("receive.input.scanned-again", form.sku())),
                        model,
                        session,
                        response);
            }
            var booking = form.booking();
            var withPurchase = withPurchase(form);
            if (!sent.containsKey("purchase") && !withPurchase.equals(form)) {
                var chosen = Sentence.of("receive.input.purchase", withPurchase.purchase());
                return refuse(withPurchase, FormErrors.at("/purchase", chosen), model, session, response);
            }
            var movement = goodsReceipt.book(booking, form.purchase());
            receiptSession.add(session, movement);
            next.addFlashAttribute("booked", movement.id());
            return "redirect:/stock/receive";
        } catch (MovementIdTaken taken) {
            return refuse(form.withNewId(), FormErrors.at("", alreadyBooked(taken.first())), model, session, response);
        } catch (Refusal refusal) {
            return refuse(form, FormErrors.of(refusal), model, session, response);
        }
    }

    /** A form that was booked before and then changed is not booked again without its sender's knowledge. */
    private static String alreadyBooked(StockMovement first) {
        return Sentence.of("receive.input.spent", first.onHandChange(), first.sku(), first.site());
    }

    String refuse(BookingForm form, FormErrors faults, Model model, HttpSession session, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(form, faults, model, session);
    }

    private String show(BookingForm form, FormErrors faults, Model model, HttpSession session) {
        var booked = receiptSession.of(session);
        var allSites = sites.findAllByOrderByCode();
        var site = form.site().isEmpty() && !allSites.isEmpty()
                ? allSites.get(0).code()
                : form.site(); // the form selects the first site
        model.addAttribute("booking", form);
        model.addAttribute("faults", faults);
        model.addAttribute("receipts", booked);
        var skus = booked.stream()
                .map(BookedReceipt::movement)
                .map(StockMovement::sku)
                .collect(Collectors.toSet());
        model.addAttribute(
                "names", products.findBySkuIn(skus).stream().collect(Collectors.toMap(Product::sku, Product::name)));
        model.addAttribute("sites", allSites);
        model.addAttribute("purchases", goodsReceipt.open(form.sku(), site));
        model.addAttribute("products", products.following("", "", SUGGESTIONS));
        model.addAttribute("anyProducts", products.count() > 0);
        return "receive";
    }
}
