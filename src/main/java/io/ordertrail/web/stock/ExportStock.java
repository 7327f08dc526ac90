package io.ordertrail.web.stock;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.inquiry.SearchStock;
import io.ordertrail.stock.inquiry.SearchStock.Restriction;
import io.ordertrail.stock.inquiry.StockRow;
import io.ordertrail.web.export.ExportTrail;
import io.ordertrail.web.export.ListFile;
import io.ordertrail.web.export.ListFormat;

/** The overview of stock as a file, with the filters of the page. */
@Controller
class ExportStock {

    private final SearchStock searchStock;
    private final ExportTrail exports;

    ExportStock(SearchStock searchStock, ExportTrail exports) {
        this.searchStock = searchStock;
        this.exports = exports;
    }

    @GetMapping("/exports/stock")
    void export(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(required = false) Integer atMost,
            @RequestParam(defaultValue = "ANY") Restriction only,
            @RequestParam(defaultValue = "XLSX") ListFormat format,
            HttpServletResponse response) {
        var wanted = new SearchStock.Criteria(text, site, atMost, only);
        var rows = ListFile.<StockRow>all(last -> following(wanted, last));
        exports.send(new ListFile("stock", header(), rows.map(ExportStock::row)), wanted, format, response);
    }

    private List<StockRow> following(SearchStock.Criteria wanted, StockRow last) {
        return searchStock.search(
                wanted,
                last == null ? "" : last.sku(),
                last == null || last.site() == null ? "" : last.site(),
                ListFile.PAGE);
    }

    private static List<?> row(StockRow row) {
        return Arrays.asList(
                row.sku(),
                row.name(),
                row.site(),
                row.bin(),
                row.onHand(),
                row.reserved(),
                row.available(),
                row.incoming());
    }

    private static List<String> header() {
        return Stream.of(
                        "product.sku",
                        "line.product",
                        "stock.site",
                        "stock.bin",
                        "stock.onHand",
                        "stock.reserved",
                        "stock.available",
                        "stock.incoming")
                .map(Sentence::of)
                .toList();
    }
}
