package io.ordertrail.web.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Buyer;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.ReplenishStock.Element;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.PurchaseOrder;

@JourneyTest
class ReplenishmentPageTest {

    private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(3);

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Buyer buyer;

    @Autowired
    EnterOrder enterOrder;

    private String cup;
    private PurchaseNumber number;

    @BeforeEach
    void a_purchase_order_is_proposed() {
        cup = company.product(2);
        buyer.setReorderLevel(cup, 4, 12);
        number = buyer.propose(cup);
    }

    @Test
    void all_users_see_proposed_and_incoming_purchase_orders_and_the_buyer_opens_the_task() throws Exception {
        var task = buyer.task(number, Element.DECIDE_ON_REPLENISHMENT).getId();
        open("/replenishment", "purchasing")
                .andExpect(content().string(containsString("Cup " + cup)))
                .andExpect(content().string(containsString(task)));
        open("/replenishment", "sales")
                .andExpect(content().string(containsString(number.value())))
                .andExpect(content().string(not(containsString(task))));
        buyer.order(number, 12, SOON);
        open("/replenishment", "warehouse").andExpect(content().string(containsString("purchase=" + number)));
    }

    @Test
    void the_facts_of_a_proposal_are_shown_only_to_buyers_and_process_owners() throws Exception {
        enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 40)));
        var facts =
                "/tasks/" + buyer.task(number, Element.DECIDE_ON_REPLENISHMENT).getId() + "/facts";
        for (var group : new String[] {"purchasing", "managers"}) {
            open(facts, group)
                    .andExpect(content().string(containsString("Suggested: 38")))
                    .andExpect(content().string(containsString("need 38 more")));
        }
        browser.perform(get(facts).with(user("sally").roles("sales")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("This task is done")));
    }

    @Test
    void the_facts_for_chasing_a_supplier_show_the_open_quantity() throws Exception {
        buyer.order(number, 12, SOON);
        buyer.overdue(number);
        open("/tasks/" + buyer.task(number, Element.CHASE_SUPPLIER).getId() + "/facts", "purchasing")
                .andExpect(content().string(containsString(number.value())));
    }

    @Test
    void tasklist_cards_show_the_purchase_order_number() throws Exception {
        var task = buyer.task(number, Element.DECIDE_ON_REPLENISHMENT).getId();
        open("/tasks/orders?task=" + task, "purchasing").andExpect(content().string(containsString(number.value())));
        open("/tasks/orders?task=" + task, "sales").andExpect(content().string(not(containsString(number.value()))));
    }

    @Test
    void a_reorder_point_is_saved_on_the_product_page() throws Exception {
        browser.perform(reorder("30", "60")).andExpect(status().is3xxRedirection());
        assertThat(buyer.supply(cup))
                .returns(30, position -> position.reorderPoint())
                .returns(60, position -> position.reorderQuantity());
        browser.perform(reorder("many", "60"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"many\"")));
        browser.perform(reorder("30", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("or neither")));
        assertThat(buyer.supply(cup).reorderPoint()).isEqualTo(30);
        browser.perform(reorder("", "")).andExpect(status().is3xxRedirection());
        assertThat(buyer.supply(cup).reorderPoint()).isNull();
        open("/stock/" + cup, "sales").andExpect(content().string(not(containsString("/reorder\""))));
    }

    @Test
    void goods_are_received_against_the_suggested_purchase_order() throws Exception {
        buyer.order(number, 12, SOON);
        open("/stock/receive/purchases?site=VIE&sku=" + cup, "warehouse")
                .andExpect(content().string(containsString(number.value() + ": 12 open")));
        open("/stock/receive?site=VIE&sku=" + cup + "&purchase=" + number, "warehouse")
                .andExpect(content().string(containsString("selected")));
        browser.perform(receipt(company.product(0), "5"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(number + " is for " + cup + " at VIE")));
        browser.perform(receipt(cup, "13"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("12 units of")));
        browser.perform(receipt(cup, "12")).andExpect(status().is3xxRedirection());
        assertThat(buyer.get(number).state()).isEqualTo(PurchaseOrder.State.RECEIVED);
        open("/stock/" + cup, "warehouse").andExpect(content().string(containsString(number.value())));
    }

    @Test
    void a_backordered_order_shows_its_promised_delivery_day() throws Exception {
        buyer.order(number, 12, SOON);
        var waiting = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 5)));
        open("/orders/" + waiting, "sales").andExpect(content().string(containsString("Promised delivery")));
        open("/stock/" + cup, "sales").andExpect(content().string(containsString("goods expected")));
    }

    private ResultActions open(String path, String group) throws Exception {
        return browser.perform(get(path).with(user("somebody").roles(group))).andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder reorder(String point, String quantity) {
        return post("/stock/" + cup + "/reorder")
                .param("site", "VIE")
                .param("reorderPoint", point)
                .param("reorderQuantity", quantity)
                .with(user("pauline").roles("purchasing"))
                .with(csrf());
    }

    private MockHttpServletRequestBuilder receipt(String sku, String quantity) {
        return post("/stock/receive")
                .param("id", "")
                .param("kind", "RECEIPT")
                .param("sku", sku)
                .param("site", "VIE")
                .param("quantity", quantity)
                .param("purchase", number.value())
                .with(user("bob").roles("warehouse"))
                .with(csrf());
    }
}
