package io.ordertrail.web.stock;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.catalog.FindProducts;

/** Suggests products while somebody types what arrived. */
@Controller
class SuggestProducts {

    private static final Limit SUGGESTIONS = Limit.of(30);

    private final FindProducts findProducts;

    SuggestProducts(FindProducts findProducts) {
        this.findProducts = findProducts;
    }

    @GetMapping("/stock/receive/products")
    String products(@RequestParam(defaultValue = "") String sku, Model model) {
        model.addAttribute("products", findProducts.find(sku, "", "", SUGGESTIONS));
        return "order-form :: products";
    }
}
