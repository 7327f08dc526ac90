package io.ordertrail.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.ordertrail.journey.HostileStrings;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.Orders;

/**
 * Sends the Big List of Naughty Strings to every field and search of the pages: each is accepted or refused, never an
 * internal error.
 */
@JourneyTest
class NaughtyPagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    FormTokens formTokens;

    @Autowired
    Orders orders;

    private final MockHttpSession session = new MockHttpSession();

    private List<String> strings;

    @BeforeEach
    void the_strings_are_read() throws IOException {
        strings = HostileStrings.read();
    }

    @Test
    void the_order_form_accepts_or_refuses_them() throws Exception {
        var before = orders.count();
        everyFieldOf(
                "/orders/new",
                Map.of(
                        "customer",
                        company.customer(),
                        "name",
                        "N",
                        "street",
                        "S 1",
                        "postalCode",
                        "10115",
                        "city",
                        "B",
                        "country",
                        "DE",
                        "sku",
                        company.product(5000),
                        "quantity",
                        "1"),
                List.of(
                        "customer",
                        "reference",
                        "requestedDelivery",
                        "note",
                        "name",
                        "street",
                        "postalCode",
                        "city",
                        "region",
                        "country",
                        "phone",
                        "email",
                        "sku",
                        "quantity",
                        "price",
                        "discount",
                        "act",
                        "token"));
        assertThat(orders.count())
                .as("most of them are texts like any other")
                .isGreaterThan(before + strings.size() / 4);
    }

    @Test
    void master_data_forms_accept_or_refuse_them() throws Exception {
        everyFieldOf(
                "/customers/new",
                Map.of("number", "N-1", "name", "N", "country", "DE", "creditLimit", "1", "shortageWish", "ASK"),
                List.of(
                        "number",
                        "name",
                        "street",
                        "postalCode",
                        "city",
                        "region",
                        "country",
                        "phone",
                        "email",
                        "creditLimit",
                        "shortageWish"));
        everyFieldOf(
                "/products/new",
                Map.of("sku", "N-1", "name", "N", "category", "N", "listPrice", "1"),
                List.of("sku", "name", "category", "listPrice"));
        everyFieldOf(
                "/sites/new", Map.of("code", "N1", "name", "N", "country", "DE"), List.of("code", "name", "country"));
    }

    @Test
    void goods_receipts_accept_or_refuse_them() throws Exception {
        everyFieldOf(
                "/stock/receive",
                Map.of("sku", company.product(5), "site", "VIE", "quantity", "1"),
                List.of("sku", "site", "quantity", "reason", "id"));
        everyFieldOf("/stock/receive/undo", Map.of("movement", "1"), List.of("movement"));
    }

    @Test
    void stocktakes_and_transfers_accept_or_refuse_them() throws Exception {
        everyFieldOf(
                "/stock/stocktakes/new",
                Map.of("site", "VIE", "scope", "some", "skus", company.product(5), "reason", "why"),
                List.of("site", "scope", "skus", "reason"));
        everyFieldOf(
                "/stock/transfers/new",
                Map.of("from", "VIE", "to", "ROT", "sku", company.product(5), "quantity", "1", "act", "send"),
                List.of("from", "to", "sku", "quantity", "note", "id", "act"));
    }

    @Test
    void searches_accept_or_refuse_them() throws Exception {
        var sku = company.product(5);
        for (var string : strings) {
            noInternalError(
                    get("/orders")
                            .param("text", string)
                            .param("customer", string)
                            .param("from", string)
                            .param("state", string),
                    string);
            noInternalError(
                    get("/stock").param("text", string).param("site", string).param("atMost", string), string);
            noInternalError(
                    get("/stock")
                            .param("text", string)
                            .param("site", string)
                            .param("only", string)
                            .param("after", string),
                    string);
            noInternalError(
                    get("/stock").param("text", string).param("site", string).param("after", string), string);
            noInternalError(get("/stock/{sku}", sku).param("site", string), string);
            noInternalError(
                    get("/stock/{sku}", sku)
                            .param("kind", string)
                            .param("days", string)
                            .param("after", string),
                    string);
            noInternalError(get("/stock/receive/product").param("sku", string).param("site", string), string);
            noInternalError(get("/customers").param("text", string).param("after", string), string);
            noInternalError(get("/products").param("text", string).param("category", string), string);
            noInternalError(get("/orders/{number}", string), string);
        }
    }

    /**
     * Puts each string into one field, in rotation, with valid values in the others; the API test puts each string into
     * every field.
     */
    private void everyFieldOf(String page, Map<String, String> valid, List<String> fields) throws Exception {
        for (int i = 0; i < strings.size(); i++) {
            var field = fields.get(i % fields.size());
            var form = post(page).with(csrf()).session(session);
            if (!field.equals("token")) {
                form.param("token", formTokens.issue(session));
            }
            valid.forEach((name, value) -> {
                if (!name.equals(field)) {
                    form.param(name, value);
                }
            });
            noInternalError(form.param(field, strings.get(i)), field + ": " + strings.get(i));
        }
    }

    private void noInternalError(MockHttpServletRequestBuilder request, String what) throws Exception {
        var status = browser.perform(request.with(user("naughty")
                                .roles("sales", "warehouse", "customer-service", "process-owners", "managers"))
                        .header("Accept", "text/html"))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).as(what).isLessThan(500).isNotEqualTo(403);
    }
}
