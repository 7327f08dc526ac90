package io.ordertrail.web.stock;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.stock.feed.BookedDifference;
import io.ordertrail.stock.feed.FeedDifferences;
import io.ordertrail.stock.feed.FeedGap;
import io.ordertrail.stock.feed.FeedGaps;
import io.ordertrail.stock.feed.FeedPositions;

/** The page of the stock level feeds: their sources, gaps and booked differences. */
@Controller
class FeedsPage {

    private static final Limit OPEN = Limit.of(100);
    private static final Limit FILLED = Limit.of(20);
    private static final Limit BOOKED = Limit.of(50);

    private final FeedPositions feeds;
    private final FeedGaps gaps;
    private final FeedDifferences differences;
    private final Products products;

    FeedsPage(FeedPositions feeds, FeedGaps gaps, FeedDifferences differences, Products products) {
        this.feeds = feeds;
        this.gaps = gaps;
        this.differences = differences;
        this.products = products;
    }

    @GetMapping("/stock/feeds")
    String feeds(Model model) {
        var shownGaps = Stream.concat(
                        gaps.findByFilledAtIsNullOrderByNoticedAtDescIdDesc(OPEN).stream(),
                        gaps.findByFilledAtIsNotNullOrderByFilledAtDescIdDesc(FILLED).stream())
                .toList();
        var booked = differences.newest(BOOKED);
        model.addAttribute("sources", feeds.sources());
        model.addAttribute("gaps", shownGaps);
        model.addAttribute("differences", booked);
        model.addAttribute("names", names(shownGaps, booked));
        return "stock-feeds";
    }

    private Map<String, String> names(List<FeedGap> gaps, List<BookedDifference> booked) {
        var skus = Stream.concat(
                        gaps.stream().map(FeedGap::sku), booked.stream().map(BookedDifference::sku))
                .collect(Collectors.toSet());
        return skus.isEmpty()
                ? Map.of()
                : products.findBySkuIn(skus).stream().collect(Collectors.toMap(Product::sku, Product::name));
    }
}
