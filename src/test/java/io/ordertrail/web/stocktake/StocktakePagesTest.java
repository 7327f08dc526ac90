package io.ordertrail.web.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

@JourneyTest
class StocktakePagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Test
    void a_stocktake_is_opened_counted_approved_and_booked() throws Exception {
        var cup = company.product(8731); // a number that occurs nowhere else on the page
        var page = open(cup);
        show(page, "wanda")
                .andExpect(content().string(containsString("Cup " + cup)))
                .andExpect(content().string(containsString("0 of 1 products counted")));
        send(page + "/counts", "sku", cup, "quantity", "8728")
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("said", "8,728 × Cup " + cup + " (" + cup + ") counted."));
        show(page, "wanda")
                .andExpect(content().string(not(matchesPattern("(?s).*8,?731.*"))))
                .andExpect(content().string(not(containsString(">-3<"))));

        send(page + "/submission").andExpect(status().is3xxRedirection());
        show(page, "wanda")
                .andExpect(content().string(containsString(">-3<")))
                .andExpect(content().string(matchesPattern("(?s).*>8,?731<.*")))
                .andExpect(content().string(containsString("-€30.00")));
        send(page + "/approval", "round", "1").andExpect(flash().attributeExists("said"));
        assertThat(desk.onHand(cup)).isEqualTo(8731);
        send(page + "/booking").andExpect(flash().attributeExists("said"));
        assertThat(desk.onHand(cup)).isEqualTo(8728);
        send(page + "/booking").andExpect(flash().attributeExists("refusal"));
        assertThat(desk.onHand(cup)).isEqualTo(8728);
    }

    @Test
    void counting_a_product_again_must_be_confirmed() throws Exception {
        var cup = company.product(5);
        var page = open(cup);
        send(page + "/counts", "sku", cup, "quantity", "2");
        send(page + "/counts", "sku", cup, "quantity", "3")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("was already counted: 2 units, by wanda")))
                .andExpect(content().string(containsString("Add 3, total 5")));
        send(page + "/counts", "sku", cup, "quantity", "3", "before", "2", "act", "add")
                .andExpect(status().is3xxRedirection());
        show(page, "wanda").andExpect(content().string(containsString(">5<")));
    }

    @Test
    void an_invalid_count_stays_in_the_form_with_its_errors() throws Exception {
        var page = open(company.product(5));
        send(page + "/counts", "sku", "NOTHING", "quantity", "many")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"NOTHING\"")))
                .andExpect(content().string(containsString("value=\"many\"")));
        send(page + "/counts", "sku", "NOTHING", "quantity", "1")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("There is no product NOTHING.")));
        send(page + "/counts").andExpect(status().isUnprocessableEntity());
        send(page + "/submission")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choose what happens to the products")));
        send("/stock/stocktakes/999999/counts", "sku", "A", "quantity", "1").andExpect(status().is4xxClientError());
        browser.perform(get("/stock/stocktakes/none").with(user("wanda").roles("warehouse")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_stocktake_that_cannot_be_opened_stays_in_the_form() throws Exception {
        var cup = company.product(5);
        var page = open(cup);
        send("/stock/stocktakes/new", "site", "VIE", "scope", "some", "skus", cup, "reason", "again")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("in stocktake S" + page.replaceAll("\\D", ""))))
                .andExpect(content().string(containsString(cup)));
        send("/stock/stocktakes/new", "scope", "some", "skus", "NO-1\nNO-2")
                .andExpect(status().isUnprocessableEntity());
        send("/stock/stocktakes/new", "site", "ROT", "scope", "site", "skus", cup, "reason", "all of it?")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("but the whole site is chosen")));
    }

    @Test
    void expensive_variances_need_the_approval_of_another_person() throws Exception {
        var cup = company.product(100);
        var page = open(cup);
        send(page + "/counts", "sku", cup, "quantity", "0");
        send(page + "/submission");
        show(page, "wanda")
                .andExpect(content().string(containsString("somebody who neither counted")))
                .andExpect(content().string(not(containsString("/approval"))));
        send(page + "/approval", "round", "1").andExpect(flash().attributeExists("refusal"));
        browser.perform(get(page).with(user("mary").roles("managers")))
                .andExpect(content().string(containsString("/approval")));
        browser.perform(post(page + "/approval")
                        .param("round", "1")
                        .with(user("mary").roles("managers"))
                        .with(csrf()))
                .andExpect(flash().attributeExists("said"));
        browser.perform(post(page + "/booking")
                        .with(user("mary").roles("managers"))
                        .with(csrf()))
                .andExpect(flash().attributeExists("said"));
        assertThat(desk.onHand(cup)).isZero();
    }

    @Test
    void a_read_only_user_sees_no_buttons() throws Exception {
        var page = open(company.product(5));
        browser.perform(get(page).with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/counts"))))
                .andExpect(content().string(not(containsString("/cancellation"))));
        browser.perform(post(page + "/counts")
                        .with(user("mary").roles("managers"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        browser.perform(get("/stock/stocktakes")
                        .param("site", "VIE")
                        .param("state", "COUNTING")
                        .with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("being counted")));
    }

    @Test
    void goods_are_transferred_between_sites_on_the_pages() throws Exception {
        var cup = company.product(10);
        send("/stock/transfers/new", "act", "more", "from", "VIE", "to", "ROT", "sku", cup, "quantity", "4")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"" + cup + "\"")))
                .andExpect(content().string(containsString("sku-1")));
        send("/stock/transfers/new", "act", "send", "from", "VIE", "to", "ROT", "sku", cup, "quantity", "11")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("only 10 units")));
        send("/stock/transfers/new", "act", "send", "from", "VIE", "to", "VIE", "sku", "NOTHING", "quantity", "many")
                .andExpect(status().isUnprocessableEntity());
        var page = send(
                        "/stock/transfers/new",
                        "act",
                        "send",
                        "id",
                        "page-" + cup,
                        "from",
                        "VIE",
                        "to",
                        "ROT",
                        "sku",
                        cup,
                        "quantity",
                        "4")
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        send(
                "/stock/transfers/new",
                "act",
                "send",
                "id",
                "page-" + cup,
                "from",
                "VIE",
                "to",
                "ROT",
                "sku",
                cup,
                "quantity",
                "4");
        assertThat(desk.onHand(cup)).as("sent once").isEqualTo(6);
        show("/stock/transfers", "wanda").andExpect(content().string(containsString(cup)));
        send(page + "/receipt", "sku", cup, "arrived", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("from 0 to the 4")));
        send(page + "/receipt", "sku", cup, "arrived", "3")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Give a reason")));
        send(page + "/receipt", "sku", cup, "arrived", "3", "reason", "broken").andExpect(status().is3xxRedirection());
        send(page + "/receipt", "sku", cup, "arrived", "3", "reason", "broken").andExpect(status().isConflict());
        show(page, "wanda").andExpect(content().string(containsString("broken")));
        assertThat(desk.onHand(cup)).isEqualTo(9);
        send("/stock/transfers/999999/receipt", "sku", cup, "arrived", "3").andExpect(status().isNotFound());
    }

    @Test
    void stock_accuracy_is_shown_as_a_chart_and_as_tables() throws Exception {
        var cup = company.product(10);
        var page = open(cup);
        send(page + "/counts", "sku", cup, "quantity", "10");
        send(page + "/submission");
        send(page + "/approval", "round", "1");
        send(page + "/booking");
        show("/stock/accuracy", "wanda")
                .andExpect(content().string(containsString("<svg")))
                .andExpect(content().string(containsString("Variances by reason")))
                .andExpect(content().string(containsString("class=\"goal\"")));
        show("/stock/accuracy?site=NOWHERE", "wanda")
                .andExpect(content().string(containsString("Accuracy is measured by stocktakes")));
        show("/stock/accuracy?months=7", "wanda");
    }

    private String open(String sku) throws Exception {
        return send("/stock/stocktakes/new", "site", "VIE", "scope", "some", "skus", sku, "reason", "pages")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private ResultActions show(String page, String person) throws Exception {
        return browser.perform(get(page).with(user(person).roles("warehouse"))).andExpect(status().isOk());
    }

    /** Sends a form; the fields alternate name and value. */
    private ResultActions send(String page, String... fields) throws Exception {
        MockHttpServletRequestBuilder form =
                post(page).with(user("wanda").roles("warehouse")).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return browser.perform(form);
    }
}
