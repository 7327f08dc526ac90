package io.ordertrail.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

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

    private List<String> rows(String role, String address) throws Exception {
        var response = browser.perform(get(address).with(user("max").roles(role)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment; filename=");
        return response.getContentAsString(StandardCharsets.UTF_8).lines().toList();
    }
}
