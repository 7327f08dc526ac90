package io.ordertrail.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.customer.Priority;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;

@JourneyTest
class EnterOrderPageTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Orders orders;

    @Test
    void an_order_entered_by_hand_is_processed_and_its_state_is_shown() throws Exception {
        var cup = company.product(5);
        var answer = browser.perform(form(token(), company.customer(), cup, "2"))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("said", containsString("confirmed")));
        var order = desk.order(numberIn(answer));
        assertThat(order.state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(order.channel()).isEqualTo("desk");
        assertThat(order.enteredBy()).isEqualTo("sally");
    }

    @Test
    void an_order_has_its_own_priority_or_its_customers() throws Exception {
        var cup = company.product(5);
        assertThat(desk.order(numberIn(browser.perform(
                                form(token(), company.customer(), cup, "1").param("priority", "HIGH"))))
                        .priority())
                .isEqualTo(Priority.HIGH);
        assertThat(desk.order(numberIn(browser.perform(
                                form(token(), company.customer(), cup, "1").param("priority", ""))))
                        .priority())
                .isNull();
    }

    @Test
    void errors_are_shown_at_their_fields_the_input_stays_and_nothing_is_stored() throws Exception {
        var before = orders.count();
        browser.perform(form(token(), "NOBODY", "NOTHING", "0")
                        .param("note", "ring <twice>")
                        .param("price", "1.23456"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"NOBODY\"")))
                .andExpect(content().string(containsString("value=\"NOTHING\"")))
                .andExpect(content().string(containsString("ring &lt;twice&gt;")))
                .andExpect(content().string(containsString("The quantity must be a whole number from 1 to 100,000.")))
                .andExpect(content().string(containsString("The price must be 0 or more")));
        assertThat(orders.count()).isEqualTo(before);
    }

    @Test
    void an_invalid_number_or_date_is_reported_at_its_field_in_the_users_language() throws Exception {
        browser.perform(form(token(), company.customer(), company.product(1), "many")
                        .param("requestedDelivery", "soon")
                        .header("Accept-Language", "zh-TW"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"many\"")))
                .andExpect(content().string(containsString("數量必須是 1 到 100,000 的整數。")))
                .andExpect(content().string(containsString("請填 1970 至 9000 年之間的日期")));
    }

    @Test
    void a_form_sent_twice_enters_one_order() throws Exception {
        var before = orders.count();
        var sent = form(token(), company.customer(), company.product(9), "1");
        var first = numberIn(browser.perform(sent));
        var second = numberIn(browser.perform(sent));
        assertThat(second).isEqualTo(first);
        assertThat(orders.count()).isEqualTo(before + 1);
    }

    @Test
    void a_form_that_this_session_has_not_shown_must_be_confirmed() throws Exception {
        var before = orders.count();
        browser.perform(form("made-up", company.customer(), company.product(9), "1"))
                .andExpect(content().string(containsString("earlier session")));
        assertThat(orders.count()).isEqualTo(before);
    }

    @Test
    void empty_lines_are_ignored_and_helper_buttons_store_nothing() throws Exception {
        var customer = company.customer();
        var cup = company.product(5);
        var answer = browser.perform(
                form(token(), customer, cup, "2").param("sku", "", "").param("quantity", "", ""));
        assertThat(desk.order(numberIn(answer)).lines()).hasSize(1);
        browser.perform(form(token(), customer, cup, "3").param("act", "sums"))
                .andExpect(content().string(containsString("€30.00")));
        browser.perform(form(token(), customer, cup, "3").param("act", "customer"))
                .andExpect(content().string(containsString("Linienstraße 14")));
    }

    @Test
    void a_typed_address_survives_another_customer_until_its_own_is_asked_for() throws Exception {
        var customer = company.customer();
        var cup = company.product(5);
        browser.perform(form(token(), customer, cup, "3")
                        .with(typed("street", "Typed street 7"))
                        .param("act", "customer"))
                .andExpect(content().string(containsString("Typed street 7")))
                .andExpect(content().string(containsString("The typed delivery address is kept.")));
        browser.perform(form(token(), customer, cup, "3")
                        .with(typed("street", "Typed street 7"))
                        .param("act", "address"))
                .andExpect(content().string(not(containsString("Typed street 7"))))
                .andExpect(content().string(containsString("Linienstraße 14")))
                .andExpect(content().string(containsString("id=\"addressOf\" value=\"" + customer + "\"")));
    }

    @Test
    void the_address_that_was_taken_from_a_customer_gives_way_to_the_next_customers() throws Exception {
        var former = company.customer();
        var next = company.customer();
        var cup = company.product(5);
        browser.perform(form(token(), next, cup, "3")
                        .with(typed("name", "Café " + former))
                        .param("addressOf", former)
                        .param("act", "customer"))
                .andExpect(content().string(containsString("value=\"Café " + next + "\"")))
                .andExpect(content().string(not(containsString("value=\"Café " + former + "\""))));
    }

    private static RequestPostProcessor typed(String field, String text) {
        return request -> {
            request.setParameter(field, text);
            return request;
        };
    }

    @Test
    void only_sales_and_customer_service_enter_orders() throws Exception {
        browser.perform(get("/orders/new").with(user("bob").roles("warehouse"))).andExpect(status().isForbidden());
        browser.perform(get("/orders/new").with(user("sam").roles("customer-service")))
                .andExpect(status().isOk());
    }

    private String token() throws Exception {
        var page = browser.perform(get("/orders/new").session(session).with(sally()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private MockHttpServletRequestBuilder form(String token, String customer, String sku, String quantity) {
        return post("/orders/new")
                .session(session)
                .with(sally())
                .with(csrf())
                .param("token", token)
                .param("customer", customer)
                .param("name", "Café Morgenrot")
                .param("street", "Linienstraße 14")
                .param("postalCode", "10178")
                .param("city", "Berlin")
                .param("country", "DE")
                .param("sku", sku)
                .param("quantity", quantity);
    }

    private static OrderNumber numberIn(ResultActions answer) {
        var address = answer.andReturn().getResponse().getRedirectedUrl();
        assertThat(address).startsWith("/orders/");
        return new OrderNumber(address.substring("/orders/".length()));
    }

    private static RequestPostProcessor sally() {
        return user("sally").roles("sales");
    }
}
