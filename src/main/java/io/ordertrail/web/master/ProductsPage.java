package io.ordertrail.web.master;

import java.math.BigDecimal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.FindProducts;
import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.Products;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.web.page.FormInput;

/** The pages for products. */
@Controller
@RequestMapping("/products")
class ProductsPage extends MasterDataPage<Product, ProductData> {

    record ProductForm(String code, String name, String category, String listPrice, boolean active)
            implements Form<ProductData> {

        @Override
        public ProductData data() {
            var typed = new FormInput(null);
            var price = typed.decimal("/listPrice", listPrice, "product.input.price");
            typed.refuseUnreadable();
            return new ProductData(code.strip(), name, category, price, active);
        }
    }

    private final Products products;
    private final FindProducts findProducts;
    private final Company company;

    ProductsPage(
            Products products,
            FindProducts findProducts,
            SaveProduct saveProduct,
            Company company,
            RecordHistory history) {
        super("product", "sku", products, saveProduct, history);
        this.products = products;
        this.findProducts = findProducts;
        this.company = company;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("currency", company.currency());
        model.addAttribute("categories", products.categories());
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("text", text);
        model.addAttribute("category", category);
        return list(findProducts.find(text, category, after, PAGE_AND_ONE), Product::sku, model);
    }

    @Override
    ProductForm empty() {
        return new ProductForm("", "", "", "", true);
    }

    @Override
    ProductForm known(Product product) {
        return new ProductForm(
                product.sku(),
                product.name(),
                product.category(),
                plain(product.listPrice().amount()),
                product.active());
    }

    @Override
    ProductForm typed(FormInput typed, String sku) {
        return new ProductForm(
                sku, typed.text("name"), typed.text("category"), typed.text("listPrice"), typed.ticked("active"));
    }

    private static String plain(BigDecimal price) {
        return price.setScale(Math.max(2, price.stripTrailingZeros().scale())).toPlainString();
    }
}
