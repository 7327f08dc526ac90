package io.ordertrail.web.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.inquiry.SearchStock.Restriction;
import io.ordertrail.stock.inquiry.StockHistory;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.stock.FindStock.Filter;
import io.ordertrail.web.stock.FindStock.Row;

@JourneyTest
@Tag("database")
class StockPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    SaveProduct saveProduct;

    @Autowired
    BookStock bookStock;

    @Autowired
    FindStock findStock;

    @Autowired
    ReadStock readStock;

    @Autowired
    StockHistory stockHistory;

    @Test
    void the_overview_shows_only_stock_that_matches_the_filters() throws Exception {
        var plenty = company.product(500);
        var few = company.product(3);
        overview("text", "Cup " + few, "")
                .andExpect(content().string(containsString("/stock/" + few)))
                .andExpect(content().string(not(containsString("/stock/" + plenty))));
        assertThat(found("", "VIE", 3, Restriction.ANY)).contains(few).doesNotContain(plenty);
        assertThat(found("", "VIE", 2, Restriction.ANY)).doesNotContain(few, plenty);
        assertThat(found("", "ROT", null, Restriction.ANY)).doesNotContain(few, plenty);
        overview("site", "NOWHERE", "").andExpect(content().string(containsString("Clear filter")));
    }

    @Test
    void backordered_products_are_found_even_when_they_were_never_stocked() throws Exception {
        var nowhere = saveProduct
                .save(new ProductData("NEVER-" + company.customer(), "Never seen", "Tableware", BigDecimal.TEN, true))
                .sku();
        var idle = company.product(5);
        var empty = company.product(0);
        wait(empty, 2);
        wait(nowhere, 3);
        assertThat(found("", "", null, Restriction.WAITED_FOR))
                .contains(empty, nowhere)
                .doesNotContain(idle);
        assertThat(found("", "", null, Restriction.ANY)).contains(empty, nowhere, idle);
        overview("text", nowhere, "WAITED_FOR").andExpect(content().string(containsString("not stocked yet")));
        assertThat(rows(nowhere, "", null, Restriction.WAITED_FOR))
                .singleElement()
                .extracting(Row::queue)
                .isEqualTo(new ReadBackorders.Queue(1, 3));
    }

    @Test
    void the_difference_is_negative_when_backorders_exceed_available_stock() {
        var lacking = company.product(0);
        wait(lacking, 4);
        assertThat(found("", "", null, Restriction.SHORT)).contains(lacking).doesNotContain(company.product(1));
        company.receive(lacking, "VIE", 9);
        assertThat(found("", "", null, Restriction.SHORT)).doesNotContain(lacking);
    }

    @Test
    void the_totals_cover_all_matching_rows() throws Exception {
        var sku = company.product(7);
        company.receive(sku, "ROT", 5);
        enterOrder.enter(TestCompany.order(company.customer(), Map.of(sku, 2)));
        var sums =
                findStock.find(new Filter(sku, "", null, Restriction.ANY, "")).sums();
        assertThat(sums.places()).isEqualTo(2);
        assertThat(sums.onHand()).isEqualTo(12);
        assertThat(sums.reserved()).isEqualTo(2);
        assertThat(sums.available()).isEqualTo(10);
        assertThat(sums.value().amount()).isEqualByComparingTo("120");
        overview("text", sku, "").andExpect(content().string(containsString("€120.00")));
    }

    @Test
    void each_stock_level_is_on_exactly_one_page() {
        var word = "Paged" + company.customer();
        var skus = IntStream.range(0, FindStock.PAGE + 5)
                .mapToObj(at -> word + "-" + at)
                .toList();
        company.product(1);
        skus.forEach(sku -> {
            saveProduct.save(new ProductData(sku, word, "Tableware", BigDecimal.ONE, true));
            bookStock.saveBin(sku, "VIE", null);
            bookStock.saveBin(sku, "ROT", null);
        });
        var places = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = findStock.find(new Filter(word, "", null, Restriction.ANY, next));
            page.rows()
                    .forEach(row -> places.add(row.at().sku() + "@" + row.at().site()));
            next = page.next();
        }
        assertThat(places).doesNotHaveDuplicates().hasSize(2 * skus.size());
    }

    @Test
    void a_product_shows_its_backorder_queue_with_positions_quantities_and_policies() throws Exception {
        var sku = company.product(0);
        var first = wait(sku, 4);
        var second = wait(sku, 2);
        product(sku, "")
                .andExpect(content().string(containsString("orders: 2, units: 6")))
                .andExpect(content().string(containsString(first.value())))
                .andExpect(content().string(containsString("wait for everything")));
        assertThat(readStock.sheet(sku, ReadStock.Past.USUAL).waiting())
                .extracting(waiting -> waiting.backorder().order())
                .containsExactly(first, second);
    }

    @Test
    void movements_are_filtered_by_kind_and_site_and_paged() throws Exception {
        var sku = company.product(1);
        company.receive(sku, "ROT", 77);
        company.lose(sku, "ROT", 33);
        product(sku, "?site=ROT")
                .andExpect(content().string(containsString(">+77<")))
                .andExpect(content().string(containsString(">-33<")))
                .andExpect(content().string(not(containsString(">+1<"))));
        product(sku, "?kind=LOSS")
                .andExpect(content().string(containsString(">-33<")))
                .andExpect(content().string(not(containsString(">+77<"))));
        product(sku, "?kind=SHIPMENT").andExpect(content().string(containsString("No movement matches the choice.")));
        IntStream.rangeClosed(1, ReadStock.MOVEMENTS).forEach(units -> company.receive(sku, "VIE", units));
        var newest = readStock.sheet(sku, ReadStock.Past.USUAL).movements();
        var older = readStock
                .sheet(sku, new ReadStock.Past("", null, 30, newest.next()))
                .movements();
        assertThat(newest.rows()).hasSize(ReadStock.MOVEMENTS);
        assertThat(older.rows()).extracting(movement -> movement.onHandChange()).containsExactly(-33, 77, 1);
        assertThat(older.next()).isNull();
    }

    @Test
    void the_chart_starts_at_the_earlier_stock_and_ends_at_the_current_stock() {
        var sku = company.product(10);
        company.receive(sku, "ROT", 5);
        enterOrder.enter(TestCompany.order(company.customer(), Map.of(sku, 4)));
        var all = stockHistory.trace(sku, "", null);
        assertThat(all.points().get(0))
                .extracting(StockHistory.Point::onHand, StockHistory.Point::reserved)
                .containsExactly(0L, 0L);
        assertThat(all.last())
                .extracting(StockHistory.Point::onHand, StockHistory.Point::reserved)
                .containsExactly(15L, 4L);
        assertThat(stockHistory.trace(sku, "ROT", null).last().onHand()).isEqualTo(5);
        assertThat(all.points())
                .allMatch(point ->
                        !point.from().isBefore(all.from()) && !point.from().isAfter(all.to()));
    }

    @Test
    void the_chart_has_labels_and_a_table_and_needs_no_inline_styles() throws Exception {
        var sku = company.product(9);
        product(sku, "?days=90")
                .andExpect(content()
                        .string(containsString(
                                "<title id=\"chart-title\">On hand and reserved: Cup " + sku + ", All sites</title>")))
                .andExpect(content().string(containsString("aria-labelledby=\"chart-title chart-desc\"")))
                .andExpect(content().string(containsString("on hand went from 0 to 9")))
                .andExpect(content().string(not(containsString("style="))));
    }

    @Test
    void an_invalid_filter_is_refused_with_a_sentence() throws Exception {
        var sku = company.product(1);
        for (var query : List.of("?days=31", "?days=-1")) {
            product(sku, query)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("The chart shows 30 days")));
        }
        for (var query : List.of("?days=many", "?kind=NOTHING", "?after=last")) {
            product(sku, query).andExpect(status().isBadRequest());
        }
        browser.perform(get("/stock?only=SOME").with(sales())).andExpect(status().isBadRequest());
        browser.perform(get("/stock/NO-SUCH-THING").with(sales())).andExpect(status().isNotFound());
    }

    @Test
    void pages_that_do_not_exist_or_are_forbidden_are_not_offered() throws Exception {
        browser.perform(get("/stock").with(user("bob").roles("warehouse")))
                .andExpect(content().string(containsString("href=\"/stock/receive\"")));
        browser.perform(get("/stock").with(sales()))
                .andExpect(content().string(not(containsString("href=\"/stock/receive\""))));
        assertThat(new CurrentUser(null, null, path -> false).finds("/stock/no-such-page"))
                .isFalse();
    }

    private OrderNumber wait(String sku, int units) {
        return enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(sku, units)));
    }

    private List<String> found(String text, String site, Integer atMost, Restriction only) {
        return rows(text, site, atMost, only).stream()
                .map(row -> row.at().sku())
                .toList();
    }

    /** The rows of all pages. */
    private List<Row> rows(String text, String site, Integer atMost, Restriction only) {
        var rows = new ArrayList<Row>();
        var next = "";
        while (next != null) {
            var page = findStock.find(new Filter(text, site, atMost, only, next));
            rows.addAll(page.rows());
            next = page.next();
        }
        return rows;
    }

    private ResultActions overview(String name, String value, String only) throws Exception {
        return browser.perform(
                        get("/stock").param(name, value).param("only", only).with(sales()))
                .andExpect(status().isOk());
    }

    private ResultActions product(String sku, String query) throws Exception {
        return browser.perform(get("/stock/" + sku + query).with(sales()));
    }

    private static RequestPostProcessor sales() {
        return user("sally").roles("sales");
    }
}
