package io.ordertrail.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;

@JourneyTest
@Tag("database")
class OrdersPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Test
    void the_start_page_redirects_to_the_orders() throws Exception {
        browser.perform(get("/").with(sales())).andExpect(redirectedUrl("/orders"));
    }

    @Test
    void the_list_shows_only_orders_that_match_the_filters() throws Exception {
        var customer = company.customer();
        var there = enter(customer, company.product(5));
        var missing = enter(customer, company.product(0));
        browser.perform(get("/orders").param("customer", customer).with(sales()))
                .andExpect(content().string(containsString(there.value())))
                .andExpect(content().string(containsString(missing.value())));
        browser.perform(get("/orders")
                        .param("customer", customer)
                        .param("state", "CONFIRMED")
                        .with(sales()))
                .andExpect(content().string(containsString(there.value())))
                .andExpect(content().string(not(containsString(missing.value()))));
        browser.perform(get("/orders").param("text", "Café " + customer).with(sales()))
                .andExpect(content().string(containsString(missing.value())));
        browser.perform(get("/orders")
                        .param("customer", customer)
                        .param("to", "2000-01-01")
                        .with(sales()))
                .andExpect(content().string(not(containsString(there.value()))))
                .andExpect(content().string(containsString("Clear filter")));
    }

    @Test
    void a_number_typed_into_the_search_opens_its_order() throws Exception {
        var number = enter(company.customer(), company.product(1));
        browser.perform(get("/orders")
                        .param("text", number.value().toLowerCase().replace("-", ""))
                        .with(sales()))
                .andExpect(redirectedUrl("/orders/" + number));
    }

    @Test
    void each_order_is_on_exactly_one_page() throws Exception {
        var customer = company.customer();
        var product = company.product(200);
        IntStream.range(0, FindOrders.PAGE + 3).forEach(i -> enter(customer, product));
        var first = numbersOn("/orders?customer=" + customer);
        var second = numbersOn("/orders?customer=" + customer + "&after=" + first.get(first.size() - 1));
        assertThat(first).hasSize(FindOrders.PAGE);
        assertThat(second).hasSize(3).doesNotContainAnyElementsOf(first);
    }

    @Test
    void an_invalid_address_is_refused_with_a_sentence() throws Exception {
        for (var address : List.of("/orders?state=NOWHERE", "/orders?from=yesterday", "/stock?atMost=few")) {
            browser.perform(get(address).with(sales()))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("cannot be read")));
        }
        browser.perform(get("/orders?from=%2B99999-01-01").with(sales())).andExpect(status().is4xxClientError());
        browser.perform(get("/orders/2222-2222").with(sales()))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is no order 2222-2222.")));
    }

    @Test
    void wildcards_and_markup_in_the_search_are_plain_text() throws Exception {
        for (var text : List.of(
                "%",
                "_", "!", "'; drop table product; --", "<script>alert(1)</script>", "\u0000", "{{7*7}}", "${7*7}")) {
            var page = browser.perform(get("/orders").param("text", text).with(sales()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).doesNotContain("<script>alert");
        }
    }

    private List<String> numbersOn(String address) throws Exception {
        var page = browser.perform(get(address).with(sales()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Set<String> numbers = new LinkedHashSet<>();
        var link = Pattern.compile("href=\"/orders/([0-9A-Z]{4}-[0-9A-Z]{4})\"").matcher(page);
        while (link.find()) {
            numbers.add(link.group(1));
        }
        return List.copyOf(numbers);
    }

    private OrderNumber enter(String customer, String product) {
        return enterOrder.enter(TestCompany.order(customer, Map.of(product, 1)));
    }

    private static RequestPostProcessor sales() {
        return user("sally").roles("sales");
    }
}
