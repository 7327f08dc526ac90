package io.ordertrail.web.master;

import java.util.Arrays;
import java.util.List;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.catalog.FindProducts;
import io.ordertrail.catalog.Product;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.FindCustomers;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.web.export.ExportTrail;
import io.ordertrail.web.export.ListFile;
import io.ordertrail.web.export.ListFormat;
import io.ordertrail.web.page.CurrentUser;

/** The lists of customers and products as files, with the filters of the pages. */
@Controller
class ExportMasterData {

    /** What a list is filtered by. */
    private record Filter(String text, String category) {}

    private static final Limit PAGE = Limit.of(ListFile.PAGE);

    private final FindCustomers findCustomers;
    private final FindProducts findProducts;
    private final ExportTrail exports;

    ExportMasterData(FindCustomers findCustomers, FindProducts findProducts, ExportTrail exports) {
        this.findCustomers = findCustomers;
        this.findProducts = findProducts;
        this.exports = exports;
    }

    @GetMapping("/exports/customers")
    void customers(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "XLSX") ListFormat format,
            @ModelAttribute("me") CurrentUser me,
            HttpServletResponse response) {
        var all = ListFile.<Customer>all(
                last -> findCustomers.find(text, me.seesRecipients(), last == null ? "" : last.number(), PAGE));
        var file = new ListFile(
                "customers",
                header(
                        "customer.number",
                        "customer.name",
                        "address.street",
                        "address.postalCode",
                        "address.city",
                        "address.region",
                        "address.country",
                        "address.phone",
                        "address.email",
                        "customer.limit",
                        "customer.blocked",
                        "customer.shortage-policy",
                        "customer.is-company"),
                all.map(ExportMasterData::row));
        exports.send(file, new Filter(text, null), format, response);
    }

    @GetMapping("/exports/products")
    void products(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "XLSX") ListFormat format,
            HttpServletResponse response) {
        var all =
                ListFile.<Product>all(last -> findProducts.find(text, category, last == null ? "" : last.sku(), PAGE));
        var file = new ListFile(
                "products",
                header(
                        "product.sku",
                        "product.name",
                        "product.category",
                        "product.price",
                        "export.currency",
                        "product.active"),
                all.map(ExportMasterData::row));
        exports.send(file, new Filter(text, category), format, response);
    }

    private static List<?> row(Customer customer) {
        var address = customer.address();
        return Arrays.asList(
                customer.number(),
                customer.name(),
                address.street(),
                address.postalCode(),
                address.city(),
                address.region(),
                address.country(),
                address.phone(),
                address.email(),
                customer.creditLimit(),
                yesOrNo(customer.blocked()),
                Sentence.of("shortage-policy." + customer.shortagePolicy()),
                yesOrNo(customer.company()));
    }

    private static List<?> row(Product product) {
        return Arrays.asList(
                product.sku(),
                product.name(),
                product.category(),
                product.listPrice().amount(),
                product.listPrice().currency().getCurrencyCode(),
                yesOrNo(product.active()));
    }

    private static String yesOrNo(boolean yes) {
        return Sentence.of(yes ? "page.yes" : "page.no");
    }

    private static List<String> header(String... columns) {
        return Arrays.stream(columns).map(Sentence::of).toList();
    }
}
