package io.ordertrail.web.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.ordertrail.catalog.Products;
import io.ordertrail.customer.Customers;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

@JourneyTest
class MasterDataPagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Products products;

    @Autowired
    Customers customers;

    @Test
    void a_product_is_added_and_changed_but_not_replaced_by_a_new_one_with_the_same_sku() throws Exception {
        browser.perform(product("/products/new", "First", "12.50").param("sku", "MD-1"))
                .andExpect(redirectedUrl("/products"));
        browser.perform(product("/products/new", "Second", "1").param("sku", "MD-1"))
                .andExpect(status().isConflict());
        assertThat(products.get("MD-1").name()).isEqualTo("First");
        browser.perform(product("/products/MD-1", "Third", "12.5")).andExpect(redirectedUrl("/products"));
        assertThat(products.get("MD-1").name()).isEqualTo("Third");
        assertThat(products.get("MD-1").active()).isFalse();
    }

    @Test
    void product_errors_are_shown_at_their_fields() throws Exception {
        browser.perform(product("/products/new", "", "cheap").param("sku", "a b"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"cheap\"")));
        browser.perform(product("/products/new", "", "1").param("sku", "a b"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("A code consists of")))
                .andExpect(content().string(containsString("A value is required here")));
    }

    @Test
    void a_customer_keeps_the_name_exactly_as_typed() throws Exception {
        var name = "山嵐 <img src=x onerror=alert(1)> & \"Söhne\"";
        browser.perform(post("/customers/new")
                        .param("number", "MD-C1")
                        .param("name", name)
                        .param("country", "TW")
                        .param("shortageWish", "WAIT")
                        .with(user("sally").roles("sales"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/customers"));
        assertThat(customers.get("MD-C1").name()).isEqualTo(name);
        browser.perform(get("/customers/MD-C1").with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("&lt;img src=x")));
    }

    @Test
    void a_user_without_the_right_to_change_master_data_can_read_it() throws Exception {
        var cup = company.product(1);
        browser.perform(get("/products/" + cup).with(user("bob").roles("warehouse")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<fieldset class=\"bare\" disabled")));
        browser.perform(get("/customers").with(user("bob").roles("warehouse"))).andExpect(status().isForbidden());
        browser.perform(get("/sites/VIE").with(user("bob").roles("warehouse"))).andExpect(status().isOk());
        browser.perform(get("/sites/NONE").with(user("bob").roles("warehouse"))).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "/customers/new, number, There is already a customer MD-S:",
        "/products/new, sku, There is already a product MD-S:",
        "/sites/new, code, There is already a site MD-S:"
    })
    void a_new_record_with_an_existing_code_is_refused_in_the_form(String path, String code, String sentence)
            throws Exception {
        browser.perform(anything(path).param(code, "MD-S"))
                .andExpect(redirectedUrl(path.replace("/new", "")))
                .andExpect(flash().attribute("said", "MD-S is saved."));
        browser.perform(anything(path).param(code, " MD-S "))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(sentence)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customers/NONE", "/products/NONE", "/sites/NONE"})
    void an_unknown_record_is_neither_shown_nor_changed(String path) throws Exception {
        browser.perform(get(path).with(user("sally").roles("sales"))).andExpect(status().isNotFound());
        browser.perform(anything(path)).andExpect(status().isNotFound());
    }

    /** All fields of all the forms except the code. */
    private static MockHttpServletRequestBuilder anything(String path) {
        return post(path)
                .param("name", "Any")
                .param("country", "AT")
                .param("creditLimit", "1")
                .param("shortageWish", "ASK")
                .param("category", "Any")
                .param("listPrice", "1")
                .with(user("anna").roles("managers", "warehouse"))
                .with(csrf());
    }

    private static MockHttpServletRequestBuilder product(String path, String name, String price) {
        return post(path)
                .param("name", name)
                .param("category", "Tableware")
                .param("listPrice", price)
                .with(user("mona").roles("managers"))
                .with(csrf());
    }
}
