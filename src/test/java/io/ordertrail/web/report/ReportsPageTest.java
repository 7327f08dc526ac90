package io.ordertrail.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.Role;
import io.ordertrail.report.figure.Reports;
import io.ordertrail.report.table.ReportPeriod;

@JourneyTest
@Tag("database")
class ReportsPageTest {

    private static final List<String> LANGUAGES = List.of("en", "zh-TW", "zh-CN");

    @Autowired
    RecentHeadlines recentHeadlines;

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Reports reports;

    @Test
    void managers_see_each_report_in_each_language_and_as_files() throws Exception {
        enter(company.customer());
        for (var report : reports.all()) {
            for (var language : LANGUAGES) {
                var page = page("/reports/" + report.name() + "?lang=" + language);
                assertThat(page)
                        .as(report.name() + " " + language)
                        .contains(message(language, "report." + report.name()))
                        .contains(message(language, "report." + report.name() + ".definition"))
                        .doesNotContain(">report.", "??");
                report.columns().stream()
                        .filter(column -> column.text() == null && !page.contains(message(language, "report.empty")))
                        .forEach(column -> assertThat(page)
                                .contains(message(language, "report.column." + column.name()))
                                .contains(message(language, "report.column." + column.name() + ".definition")));
            }
            browser.perform(get("/reports/" + report.name() + "/csv").with(manager()))
                    .andExpect(status().isOk())
                    .andExpect(header().string(
                                    "Content-Disposition",
                                    matchesPattern(".*\"report " + report.name() + "-20[0-9-]{8}\\.csv\"")));
        }
    }

    @Test
    void the_figures_of_the_home_are_calculated_once_a_minute_for_each_period() throws Exception {
        var period = new ReportPeriod(LocalDate.of(2001, 1, 1), LocalDate.of(2001, 1, 7), ZoneOffset.UTC);
        assertThat(recentHeadlines.of(period)).isSameAs(recentHeadlines.of(period));
        assertThat(recentHeadlines.of(period)).isNotSameAs(recentHeadlines.of(period.before()));
        assertThat(page("/reports")).contains("Calculated at ");
    }

    @Test
    void rows_of_reports_on_stock_lead_to_the_product_or_the_site() throws Exception {
        enter(company.customer());
        assertThat(page("/reports/stock-by-product")).containsPattern("<th scope=\"row\"><a href=\"/stock/T-[0-9]+\">");
        assertThat(page("/reports/reservation-ages")).contains("<a href=\"/sites/VIE\">");
    }

    @Test
    void the_home_has_each_figure_with_its_definition_in_each_language() throws Exception {
        for (var language : LANGUAGES) {
            var page = page("/reports?lang=" + language);
            for (var card : List.of(
                    "orders",
                    "turnover",
                    "average",
                    "open",
                    "late",
                    "on-time",
                    "fill-rate",
                    "otif",
                    "cancellations",
                    "straight-through",
                    "touches",
                    "incidents")) {
                assertThat(page)
                        .contains(message(language, "report.card." + card))
                        .contains(message(language, "report.card." + card + ".definition"));
            }
            reports.all().forEach(report -> assertThat(page).contains("/reports/" + report.name()));
        }
    }

    @Test
    void table_and_picture_have_the_figures_of_the_filter_and_lead_to_the_orders() throws Exception {
        var customer = company.customer();
        var order = enter(customer);
        enter(company.customer());
        browser.perform(get("/reports/orders-by-channel")
                        .param("customer", customer)
                        .with(manager()))
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        "/reports/orders-by-channel/orders?customer=" + customer + "&amp;key=test"),
                                containsString("class=\"bars\""))));
        browser.perform(get("/reports/orders-by-channel/orders")
                        .param("customer", customer)
                        .param("key", "test")
                        .with(manager()))
                .andExpect(content().string(containsString("/orders/" + order)));
        browser.perform(get("/reports/orders-by-channel/orders")
                        .param("customer", customer)
                        .param("key", "another")
                        .with(manager()))
                .andExpect(content().string(not(containsString("/orders/" + order))));
        browser.perform(get("/reports/orders-by-channel/csv")
                        .param("customer", customer)
                        .with(manager()))
                .andExpect(content()
                        .string(
                                "\uFEFFOrders by channel,Orders,Share,Of these lost,Turnover,Average order,period before\r\n"
                                        + "test,1,100.00,0,30.0000,30.00,0\r\n"));
    }

    @Test
    void each_figure_that_stands_for_orders_leads_to_them() throws Exception {
        var customer = company.customer();
        var order = enter(customer);
        for (var report :
                List.of("orders-by-channel", "orders-by-day", "orders-by-product", "weekday-by-hour", "ageing")) {
            var page = page("/reports/" + report + "?customer=" + customer);
            var figures = Pattern.compile("<td class=\"number[^>]*><a href=\"([^\"]*figure=[^\"]*)\">([0-9]+)</a>")
                    .matcher(page);
            assertThat(figures.find()).as(report).isTrue();
            assertThat(figures.group(2)).as(report).isEqualTo("1");
            assertThat(page(figures.group(1).replace("&amp;", "&")))
                    .as(report)
                    .contains("/orders/" + order)
                    .containsOnlyOnce("class=\"order\"");
        }
    }

    @Test
    void open_orders_over_time_lead_to_the_orders_that_were_open_then() throws Exception {
        var order = enter(company.customer());
        var today = LocalDate.now(ZoneOffset.UTC);
        var list = "/reports/cumulative-flow/orders?figure=flow-shipment&key=";
        assertThat(page(list + today)).contains("/orders/" + order);
        assertThat(page(list + today.minusDays(2))).doesNotContain("/orders/" + order);
    }

    @Test
    void a_row_or_a_figure_that_no_report_has_is_refused_with_a_sentence() throws Exception {
        for (var wrong : List.of(
                "orders-by-day/orders?key=tomorrow",
                "weekday-by-hour/orders?key=Someday&figure=07",
                "cumulative-flow/orders",
                "cumulative-flow/orders?figure=flow-check",
                "orders-by-day/orders?figure=turnover",
                "orders-by-state/orders?key=LOST",
                "ageing/orders?key=ENTERED&figure=age-none")) {
            browser.perform(get("/reports/" + wrong).with(manager()))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("This report has no figure ")));
        }
    }

    @Test
    void long_lists_of_orders_have_pages() throws Exception {
        enter(company.customer());
        assertThat(page("/reports/orders-by-channel/orders?key=test")).contains("Orders 1 to ", "the newest first");
        assertThat(page("/reports/orders-by-channel/orders?key=test&page=9000")).contains("Nothing matches");
    }

    @Test
    void the_excel_file_has_numbers_as_numbers() throws Exception {
        var customer = company.customer();
        enter(customer);
        var file = browser.perform(get("/reports/orders-by-customer/xlsx")
                        .param("customer", customer)
                        .with(manager()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(0)).isEqualTo(customer + " · Café " + customer);
            assertThat(rows.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("1");
            assertThat(rows.get(1).getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("30");
        }
    }

    @Test
    void who_may_not_see_turnover_customers_or_persons_finds_them_nowhere() throws Exception {
        var customer = company.customer();
        enter(customer);
        var warehouse = as(Role.WAREHOUSE);
        for (var hidden : List.of("orders-by-customer", "orders-by-person", "lost-orders")) {
            for (var path : List.of("", "/csv", "/xlsx", "/orders")) {
                browser.perform(get("/reports/" + hidden + path).with(warehouse))
                        .andExpect(status().isNotFound());
            }
        }
        for (var path : List.of("/reports", "/reports/orders-by-day", "/reports/orders-by-day/csv")) {
            browser.perform(get(path).with(warehouse))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("Turnover"))))
                    .andExpect(content().string(not(containsString("Average order"))))
                    .andExpect(content().string(not(containsString("orders-by-person"))));
        }
        browser.perform(get("/reports/orders-by-state/orders?key=CONFIRMED").with(warehouse))
                .andExpect(content().string(not(containsString("€"))))
                .andExpect(content().string(not(containsString(customer))));
        browser.perform(get("/reports/orders-by-state/orders?key=CONFIRMED").with(as(Role.SALES)))
                .andExpect(content().string(containsString(customer)));
        browser.perform(get("/reports/orders-by-person").with(as(Role.SALES))).andExpect(status().isNotFound());
        browser.perform(get("/reports/orders-by-customer").with(as(Role.SALES))).andExpect(status().isOk());
    }

    @Test
    void programs_and_reviewers_have_no_reports() throws Exception {
        for (var role : List.of(Role.SYSTEMS, Role.ORDER_REVIEW, Role.SHIPPING)) {
            for (var path : List.of("/reports", "/reports/orders-by-day", "/reports/orders-by-day/csv")) {
                browser.perform(get(path).with(as(role))).andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void an_address_that_is_no_report_or_no_period_is_refused_with_a_sentence() throws Exception {
        browser.perform(get("/reports/no-such").with(manager()))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is no report no-such.")));
        for (var period : List.of("from=2026-11-02&to=2026-11-01", "from=2020-01-01&to=2026-11-01")) {
            browser.perform(get("/reports/orders-by-day?" + period).with(manager()))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("three years")));
        }
        browser.perform(get("/reports?from=+99999-01-01").with(manager())).andExpect(status().is4xxClientError());
    }

    @Test
    void the_forecast_is_shown_in_each_language() throws Exception {
        for (var language : LANGUAGES) {
            assertThat(page("/reports/forecast?lang=" + language)).contains(message(language, "forecast.definition"));
        }
    }

    @Test
    void an_address_with_empty_fields_becomes_short() throws Exception {
        browser.perform(get("/reports/orders-by-day?from=2026-11-01&to=&channel=&customer=K-1")
                        .with(manager()))
                .andExpect(redirectedUrl("/reports/orders-by-day?from=2026-11-01&customer=K-1"));
    }

    private String page(String address) throws Exception {
        return browser.perform(get(address).with(manager()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private OrderNumber enter(String customer) {
        return enterOrder.enter(TestCompany.order(customer, Map.of(company.product(9), 3)));
    }

    private static String message(String language, String key) {
        var locale = Locale.forLanguageTag(language);
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("messages", locale, noFallback).getString(key);
    }

    private static RequestPostProcessor manager() {
        return as(Role.MANAGERS);
    }

    private static RequestPostProcessor as(Role role) {
        return user("demo-" + role.group()).roles(role.group());
    }
}
