package io.ordertrail.web.stock;

import java.util.List;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.refusal.Text;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.MovementIdTaken;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormInput;
import io.ordertrail.web.page.Formats;
import io.ordertrail.web.stock.ReadStock.Past;

/** Books stock adjustments and sets the bin of a product at a site. */
@Controller
class BookStockPage {

    record Bin(@Text(max = 20, required = true) String bin) {}

    private final BookStock bookStock;
    private final StockPage stockPage;
    private final Products products;
    private final Sites sites;
    private final Checked checked;

    BookStockPage(BookStock bookStock, StockPage stockPage, Products products, Sites sites, Checked checked) {
        this.bookStock = bookStock;
        this.stockPage = stockPage;
        this.products = products;
        this.sites = sites;
        this.checked = checked;
    }

    @PostMapping("/stock/movements")
    @RetryOnContention
    String book(
            @RequestParam MultiValueMap<String, String> sent,
            @ModelAttribute("shown") Formats shown,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var form = BookingForm.of(new FormInput(sent));
        try {
            if (form.reason().isBlank()) {
                throw new InvalidInput(List.of(new InvalidInput.Fault("/reason", Sentence.of("input.text.missing"))));
            }
            var movement = bookStock.book(form.booking());
            next.addFlashAttribute("said", Sentence.of("stock.said.booked", movement.onHandChange(), movement.site()));
            return "redirect:/stock/" + movement.sku();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("booking", refusal instanceof MovementIdTaken ? form.withNewId() : form);
            model.addAttribute("faults", FormErrors.of(refusal));
            return stockPage.show(form.sku(), Past.USUAL, shown, model);
        }
    }

    @PostMapping("/stock/{sku}/bin")
    @RetryOnContention
    String bin(
            @PathVariable String sku,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String bin,
            @ModelAttribute("shown") Formats shown,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var product = products.get(sku);
        try {
            checked.valid(new Bin(bin.strip()));
            bookStock.saveBin(product.sku(), sites.get(site).code(), bin.strip());
            next.addFlashAttribute("said", Sentence.of("stock.said.bin", site, bin.strip()));
            return "redirect:/stock/" + product.sku();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", FormErrors.of(refusal));
            return stockPage.show(sku, Past.USUAL, shown, model);
        }
    }
}
