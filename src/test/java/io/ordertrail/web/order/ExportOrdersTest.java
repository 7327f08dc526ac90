package io.ordertrail.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.entry.EnterOrder;

/** Lists as files have what their pages have. */
@JourneyTest
class ExportOrdersTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Changes changes;

    @Test
    void the_file_has_the_orders_of_all_pages_that_match_the_filter() throws Exception {
        var customer = company.customer();
        var product = company.product(1000);
        var entered = IntStream.range(0, FindOrders.PAGE + 2)
                .mapToObj(i -> enterOrder
                        .enter(TestCompany.order(customer, Map.of(product, 1)))
                        .value())
                .toList();
        enterOrder.enter(TestCompany.order(company.customer(), Map.of(product, 1)));

        var rows = rows("sales", "/exports/orders?format=CSV&customer=" + customer);

        assertThat(rows.get(0)).contains("Order,Customer").contains("Street");
        assertThat(rows.subList(1, rows.size()))
                .extracting(row -> row.substring(0, 9))
                .containsExactlyInAnyOrderElementsOf(entered);
    }

    @Test
    void who_does_not_see_receivers_gets_none() throws Exception {
        var customer = company.customer();
        var line = new NewOrder.Line(company.product(5), 1, null, null);
        enterOrder.enter(TestCompany.order(customer, TestCompany.BERLIN, List.of(line)));
        var address = "/exports/orders?format=CSV&customer=" + customer;

        assertThat(rows("sales", address).get(1)).contains(TestCompany.BERLIN.street());
        assertThat(String.join("", rows("purchasing", address)))
                .doesNotContain(TestCompany.BERLIN.street())
                .doesNotContain("Street");
    }

    @Test
    void customers_products_and_stock_are_files_too() throws Exception {
        var customer = company.customer();
        var product = company.product(7);
        assertThat(rows("sales", "/exports/customers?format=CSV&text=" + customer))
                .anyMatch(row -> row.startsWith(customer));
        assertThat(rows("sales", "/exports/products?format=CSV_SEMICOLON&text=" + product))
                .anyMatch(row -> row.startsWith(product + ";"));
        assertThat(rows("sales", "/exports/stock?format=CSV&text=" + product))
                .anyMatch(row -> row.matches(product + ",.*,7,0,7,0"));
    }

    @Test
    void each_export_is_in_the_trail_with_its_filter_and_the_number_of_its_rows() throws Exception {
        var customer = company.customer();
        enterOrder.enter(TestCompany.order(customer, Map.of(company.product(3), 1)));
        var clerk = "clerk-of-" + customer;

        rows(clerk, "sales", "/exports/orders?format=CSV&text=anna&customer=" + customer);
        assertThat(exportsOf(clerk, "orders")).contains("format CSV", "text anna", "customer " + customer, "rows 0");

        rows(clerk, "sales", "/exports/orders?format=CSV&customer=" + customer);
        rows(clerk, "sales", "/exports/customers?format=CSV&text=" + customer);
        rows(clerk, "sales", "/exports/products?format=CSV&text=" + customer);
        rows(clerk, "sales", "/exports/stock?format=CSV&text=" + customer);
        assertThat(exportsOf(clerk, "orders")).contains("rows 1");
        assertThat(exportsOf(clerk, "customers")).contains("text " + customer, "rows 1");
        assertThat(exportsOf(clerk, "products")).contains("rows 0");
        assertThat(exportsOf(clerk, "stock")).contains("rows 0");
    }

    @Test
    void reports_and_event_logs_that_are_taken_away_are_in_the_trail() throws Exception {
        var manager = "manager-of-" + company.customer();
        for (var address : List.of(
                "/reports/orders-by-day/csv?from=2026-01-01&to=2026-01-02",
                "/reports/orders-by-day/xlsx",
                "/reports/event-log/file?format=CSV&named=true&from=2026-01-01&to=2026-01-02")) {
            browser.perform(get(address).with(user(manager).roles("managers"))).andExpect(status().isOk());
        }
        assertThat(exportsOf(manager, "report orders-by-day"))
                .contains("format CSV", "format XLSX", "from 2026-01-01", "to 2026-01-02", "rows 2");
        assertThat(exportsOf(manager, "event log")).contains("format CSV", "named true", "from 2026-01-01");
    }

    /** What was searched for is often a name, and auditors see no names. */
    @Test
    void an_auditor_sees_the_export_and_not_what_was_searched_for() throws Exception {
        var clerk = "clerk-of-" + company.customer();
        rows(clerk, "sales", "/exports/customers?format=CSV&text=annabella");
        var page = browser.perform(get("/audit?kind=EXPORT&actor=" + clerk)
                        .with(user("ina").roles("auditors")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("customers", clerk).doesNotContain("annabella");
    }

    private List<String> exportsOf(String person, String list) {
        return changes.page(List.of(Kind.EXPORT), list, person, null, Limit.unlimited()).stream()
                .map(change ->
                        change.difference().field() + " " + change.difference().current())
                .toList();
    }

    private List<String> rows(String role, String address) throws Exception {
        return rows("max", role, address);
    }

    private List<String> rows(String person, String role, String address) throws Exception {
        var response = browser.perform(get(address).with(user(person).roles(role)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment; filename=");
        return response.getContentAsString(StandardCharsets.UTF_8).lines().toList();
    }
}
