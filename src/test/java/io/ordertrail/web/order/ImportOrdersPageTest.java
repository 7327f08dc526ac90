package io.ordertrail.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.Orders;

@JourneyTest
class ImportOrdersPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Orders orders;

    @ParameterizedTest
    @ValueSource(strings = {"sales", "managers"})
    void sales_and_managers_import_orders(String role) throws Exception {
        browser.perform(get("/orders/import").with(user("sally").roles(role)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Check and enter")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"warehouse", "shipping", "order-review", "purchasing", "systems", "process-owners"})
    void other_roles_do_not(String role) throws Exception {
        browser.perform(get("/orders/import").with(user("bob").roles(role))).andExpect(status().isForbidden());
        browser.perform(multipart("/orders/import")
                        .file(file("a\n1"))
                        .with(user("bob").roles(role))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_clean_file_is_entered_and_the_page_says_what_was_read() throws Exception {
        var before = orders.count();
        send("Order,Customer,SKU,Qty,Colour\n1," + company.customer() + "," + company.product(5) + ",2,red\n")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Orders entered: 1")))
                .andExpect(content().string(containsString("Text in UTF-8, delimiter ,")))
                .andExpect(content().string(containsString("Columns that no order needs: Colour.")));
        assertThat(orders.count()).isEqualTo(before + 1);
    }

    @Test
    void a_faulty_file_is_not_entered_and_the_page_says_what_to_mend() throws Exception {
        var before = orders.count();
        send("Order,Customer,SKU,Qty\n1,NOBODY,<b>X</b>,2\n")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Row 2: NOBODY")))
                .andExpect(content().string(containsString("Row 2: &lt;b&gt;X&lt;/b&gt;")))
                .andExpect(content().string(not(containsString("<b>X"))))
                .andExpect(content().string(containsString("data:text/csv")));
        assertThat(orders.count()).isEqualTo(before);
    }

    @Test
    void what_is_no_table_is_refused_in_a_sentence() throws Exception {
        send("%PDF-1.7")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("The file is no CSV, no TSV and no XLSX.")));
        send("").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("The file is empty.")));
    }

    private ResultActions send(String text) throws Exception {
        return browser.perform(multipart("/orders/import")
                .file(file(text))
                .param("source", "page-test")
                .param("policy", "ALL_OR_NOTHING")
                .with(user("sally").roles("sales"))
                .with(csrf()));
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile("file", "orders.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
