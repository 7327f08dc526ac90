package io.ordertrail.web.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

@JourneyTest
class BookStockPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Test
    void a_loss_needs_a_reason_and_reduces_the_stock() throws Exception {
        var cup = company.product(5);
        browser.perform(movement(cup, "LOSS", "2", "")).andExpect(status().isUnprocessableEntity());
        browser.perform(movement(cup, "LOSS", "9", "fell"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Only 5 units")));
        assertThat(desk.onHand(cup)).isEqualTo(5);
        browser.perform(movement(cup, "LOSS", "2", "fell")).andExpect(status().is3xxRedirection());
        assertThat(desk.onHand(cup)).isEqualTo(3);
    }

    @Test
    void only_the_warehouse_books_stock_and_all_users_read_it() throws Exception {
        var cup = company.product(5);
        browser.perform(get("/stock").param("text", cup).with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Cup " + cup)));
        browser.perform(post("/stock/receive")
                        .with(user("sally").roles("sales"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        browser.perform(post("/stock/" + cup + "/bin")
                        .param("site", "VIE")
                        .param("bin", "x".repeat(21))
                        .with(user("bob").roles("warehouse"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
    }

    private static MockHttpServletRequestBuilder movement(String sku, String kind, String quantity, String reason) {
        return post("/stock/movements")
                .param("kind", kind)
                .param("sku", sku)
                .param("site", "VIE")
                .param("quantity", quantity)
                .param("reason", reason)
                .with(user("bob").roles("warehouse"))
                .with(csrf());
    }
}
