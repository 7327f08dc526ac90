package io.ordertrail.api.master;

import java.math.BigDecimal;
import java.util.List;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.api.wire.DecimalStrings;
import io.ordertrail.api.wire.PageQuery;
import io.ordertrail.catalog.FindProducts;
import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.Products;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@RequestMapping(path = "/api/products", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Products")
class ProductsController {

    private final FindProducts findProducts;
    private final MasterDataCalls<Product, ProductData, ProductView> calls;

    ProductsController(Products products, FindProducts findProducts, SaveProduct saveProduct) {
        this.findProducts = findProducts;
        this.calls = new MasterDataCalls<>(products, saveProduct, ProductView::of);
    }

    /**
     * The data of a product to save.
     *
     * @param listPrice only managers set it. Left out, it stays. A large change takes effect when a second manager approves
     *     it
     * @param active whether the product can be ordered; true when left out
     */
    record ProductBody(String name, String category, BigDecimal listPrice, Boolean active) {

        ProductData data(String sku) {
            return new ProductData(sku, name, category, listPrice, active == null || active);
        }
    }

    record ProductView(String sku, String name, String category, String listPrice, String currency, boolean active) {

        static ProductView of(Product product) {
            var price = product.listPrice();
            return new ProductView(
                    product.sku(),
                    product.name(),
                    product.category(),
                    DecimalStrings.price(price.amount(), price.currency()),
                    price.currency().getCurrencyCode(),
                    product.active());
        }
    }

    record ProductPage(List<ProductView> products, String next) {}

    @GetMapping
    @Operation(summary = "List products, sorted by SKU")
    ProductPage findProducts(
            @ParameterObject @Valid PageQuery query, @RequestParam(defaultValue = "") String category) {
        var found = findProducts.find(query.text(), category, query.after(), query.atMost());
        return query.page(found, Product::sku, calls.view(), ProductPage::new);
    }

    @GetMapping("/{sku}")
    @Operation(summary = "Show a product")
    ResponseEntity<ProductView> showProduct(@PathVariable String sku) {
        return calls.show(sku);
    }

    @PutMapping(path = "/{sku}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @Operation(
            summary = "Create or update a product",
            description = "Existing orders keep the product name and price with which they were entered.")
    ResponseEntity<ProductView> saveProduct(
            @PathVariable String sku,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody ProductBody body) {
        return calls.save(sku, body.data(sku), ifMatch);
    }
}
