package io.ordertrail.web.purchase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchaseOrder.State;
import io.ordertrail.stock.replenishment.PurchaseOrders;
import io.ordertrail.web.export.ExportTrail;
import io.ordertrail.web.export.ListFile;
import io.ordertrail.web.export.ListFormat;

/** Purchase orders as a file, the newest first; those that have ended too. */
@Controller
class ExportPurchases {

    private final PurchaseOrders purchases;
    private final Products products;
    private final ExportTrail exports;
    private final Clock clock;

    ExportPurchases(PurchaseOrders purchases, Products products, ExportTrail exports, Clock clock) {
        this.purchases = purchases;
        this.products = products;
        this.exports = exports;
        this.clock = clock;
    }

    /** What the list is filtered by. */
    private record Criteria(State state, String sku, String site) {}

    private record Row(PurchaseOrder purchase, String name) {}

    /** Filters as the API has them; one that is left out matches all purchase orders. */
    @GetMapping("/exports/purchases")
    void export(
            @RequestParam(required = false) State state,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "XLSX") ListFormat format,
            HttpServletResponse response) {
        var states = state == null ? EnumSet.allOf(State.class) : EnumSet.of(state);
        var all = ListFile.<Row>all(last -> named(purchases.search(
                states,
                sku,
                site,
                last == null ? Long.MAX_VALUE : last.purchase().number().id(),
                Limit.of(ListFile.PAGE))));
        var list = new ListFile("purchases", header(), all.map(this::cells));
        exports.send(list, new Criteria(state, sku, site), format, response);
    }

    private List<Row> named(List<PurchaseOrder> found) {
        Map<String, String> names =
                products.findBySkuIn(found.stream().map(PurchaseOrder::sku).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Product::sku, Product::name));
        return found.stream()
                .map(purchase -> new Row(purchase, names.get(purchase.sku())))
                .toList();
    }

    private static List<String> header() {
        return Stream.of(
                        "purchase.number",
                        "product.sku",
                        "line.product",
                        "stock.site",
                        "purchase.state",
                        "purchase.suggested",
                        "purchase.ordered",
                        "purchase.received",
                        "purchase.open",
                        "purchase.expected",
                        "purchase.note",
                        "purchase.since",
                        "purchase.by")
                .map(Sentence::of)
                .toList();
    }

    private List<?> cells(Row row) {
        var purchase = row.purchase();
        return Arrays.asList(
                purchase.number().value(),
                purchase.sku(),
                row.name(),
                purchase.site(),
                Sentence.of("purchase." + purchase.state()),
                purchase.suggested(),
                purchase.ordered(),
                purchase.received(),
                purchase.open(),
                purchase.expected(),
                purchase.note(),
                local(purchase.proposedAt()),
                purchase.decidedBy());
    }

    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, clock.getZone()).withNano(0);
    }
}
