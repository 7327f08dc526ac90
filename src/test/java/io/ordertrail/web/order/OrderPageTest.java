package io.ordertrail.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;

@JourneyTest
class OrderPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Test
    void sales_cancels_an_order_with_a_reason_and_the_timeline_shows_both() throws Exception {
        var number = enter(company.product(5));
        browser.perform(get("/orders/" + number + "/cancellation")
                        .with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("This is what happens")));
        browser.perform(post("/orders/" + number + "/cancellation")
                        .param("reason", "ordered <b>twice</b>")
                        .with(user("sally").roles("sales"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/orders/" + number));
        assertThat(desk.state(number)).isEqualTo(OrderState.CANCELLED);
        browser.perform(get("/orders/" + number).with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("ordered &lt;b&gt;twice&lt;/b&gt;")))
                .andExpect(content().string(containsString("sally")));
    }

    @Test
    void the_warehouse_does_not_see_the_button_and_cannot_cancel() throws Exception {
        var number = enter(company.product(5));
        browser.perform(get("/orders/" + number).with(user("bob").roles("warehouse")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/cancellation"))))
                .andExpect(content().string(containsString("?task=")));
        browser.perform(post("/orders/" + number + "/cancellation")
                        .param("reason", "no")
                        .with(user("bob").roles("warehouse"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
    }

    @Test
    void a_cancellation_without_a_reason_is_returned_to_the_form() throws Exception {
        var number = enter(company.product(5));
        browser.perform(post("/orders/" + number + "/cancellation")
                        .param("reason", "  ")
                        .with(user("sally").roles("sales"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("A value is required here.")));
        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
    }

    @Test
    void a_refusal_is_shown_on_the_page_of_the_order() throws Exception {
        var number = enter(company.product(5));
        browser.perform(post("/orders/" + number + "/delivery")
                        .with(user("sam").roles("customer-service"))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("is not in transit")));
        browser.perform(get("/orders/" + number + "/correct").with(user("sally").roles("sales")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("is not in correction")));
    }

    @Test
    void lost_goods_are_shown_until_they_are_reserved_again() throws Exception {
        var cup = company.product(2);
        var number = enter(cup);
        company.lose(cup, "VIE", 1);
        browser.perform(get("/orders/" + number).with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("were lost: 1 × " + cup + " @ VIE")))
                .andExpect(content().string(containsString("Decide on shortage")));
        desk.complete(number, Element.DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
        company.receive(cup, "VIE", 1);
        browser.perform(get("/orders/" + number).with(user("sally").roles("sales")))
                .andExpect(content().string(not(containsString("were lost:"))));
    }

    @Test
    void street_and_phone_are_shown_only_to_users_who_need_them() throws Exception {
        var number = enter(company.product(5));
        browser.perform(get("/orders/" + number).with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("Linienstraße")));
        browser.perform(get("/orders/" + number).with(user("bob").roles("warehouse")))
                .andExpect(content().string(not(containsString("Linienstraße"))));
    }

    private OrderNumber enter(String product) {
        return enterOrder.enter(TestCompany.order(company.customer(), Map.of(product, 2)));
    }
}
