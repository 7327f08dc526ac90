package io.ordertrail.web;

import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.Products;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.platform.Again;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
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

/** The assortment: finding, adding and changing products. */
@Controller
class ProductsPage {

  private static final int PAGE = 100;

  /** A product as it stands in the form. */
  record Form(String sku, String name, String category, String listPrice, boolean active) {

    static final Form EMPTY = new Form("", "", "", "", true);

    static Form of(Product product) {
      return new Form(product.sku(), product.name(), product.category(), plain(product.listPrice().amount()), product.active());
    }

    static Form of(Typed typed, String sku) {
      return new Form(sku, typed.text("name"), typed.text("category"), typed.text("listPrice"), typed.ticked("active"));
    }

    ProductData product() {
      var typed = new Typed(null);
      var price = typed.decimal("/listPrice", listPrice, "product.input.price");
      typed.refuseUnreadable();
      return new ProductData(sku.strip(), name, category, price, active);
    }

    private static String plain(BigDecimal price) {
      return price.setScale(Math.max(2, price.stripTrailingZeros().scale())).toPlainString();
    }
  }

  private final Products products;
  private final SaveProduct saveProduct;
  private final Company company;
  private final Again again;

  ProductsPage(Products products, SaveProduct saveProduct, Company company, Again again) {
    this.products = products;
    this.saveProduct = saveProduct;
    this.company = company;
    this.again = again;
  }

  @GetMapping("/products")
  String list(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String after, Model model) {
    var found = products.search(Typed.pattern(text), category, after, Limit.of(PAGE + 1));
    var page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("text", text);
    model.addAttribute("category", category);
    model.addAttribute("products", page);
    model.addAttribute("next", found.size() > PAGE ? page.get(PAGE - 1).sku() : null);
    model.addAttribute("categories", products.categories());
    return "products";
  }

  @GetMapping("/products/new")
  String empty(Model model) {
    return show(Form.EMPTY, true, Faults.NONE, model);
  }

  @GetMapping("/products/{sku}")
  String product(@PathVariable String sku, Model model) {
    return show(Form.of(products.get(sku)), false, Faults.NONE, model);
  }

  @PostMapping("/products/new")
  String add(@RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response, RedirectAttributes next) {
    var typed = new Typed(sent);
    var form = Form.of(typed, typed.text("sku").strip());
    if (products.findById(form.sku()).isPresent()) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return show(form, true, Faults.at("/sku", Sentence.of("product.input.taken", form.sku())), model);
    }
    return save(form, true, model, response, next);
  }

  @PostMapping("/products/{sku}")
  String change(@PathVariable String sku, @RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response,
      RedirectAttributes next) {
    return save(Form.of(new Typed(sent), products.get(sku).sku()), false, model, response, next);
  }

  private String save(Form form, boolean isNew, Model model, HttpServletResponse response, RedirectAttributes next) {
    try {
      again.ifContended(() -> saveProduct.save(form.product()));
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(form, isNew, Faults.of(refusal), model);
    }
    next.addFlashAttribute("said", Sentence.of("page.said.kept", form.sku()));
    return "redirect:/products";
  }

  private String show(Form form, boolean isNew, Faults faults, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("isNew", isNew);
    model.addAttribute("faults", faults);
    model.addAttribute("currency", company.currency());
    model.addAttribute("categories", products.categories());
    return "product";
  }
}
