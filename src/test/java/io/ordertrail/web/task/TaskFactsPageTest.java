package io.ordertrail.web.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.process.order.StaleReservations;
import io.ordertrail.stock.picking.PickList;

@JourneyTest
class TaskFactsPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    StaleReservations unpickedGoods;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    PickList pickList;

    @Test
    void facts_are_shown_to_the_group_of_the_task_and_to_process_owners() throws Exception {
        var number = enter(company.customer(), company.product(5));
        var facts = facts(number, Element.PICK_AND_PACK);
        for (var group : new String[] {"warehouse", "managers", "process-owners", "camunda-admin"}) {
            browser.perform(get(facts).with(user("somebody").roles(group)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("A-01-1")))
                    .andExpect(content().string(not(containsString("Linienstraße"))));
        }
    }

    @Test
    void other_groups_get_the_same_answer_as_for_an_unknown_task() throws Exception {
        var facts = facts(enter(company.customer(), company.product(5)), Element.PICK_AND_PACK);
        for (var group : new String[] {"sales", "order-review", "shipping", "customer-service", "purchasing"}) {
            browser.perform(get(facts).with(user("somebody").roles(group)))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(not(containsString("A-01-1"))));
        }
        browser.perform(get("/tasks/none-such/facts").with(user("bob").roles("warehouse")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("This task is done")));
    }

    @Test
    void the_reviewer_sees_the_reasons_and_releases_each_hold_beside_the_form() throws Exception {
        var number = enter(company.customer(BigDecimal.ONE, true, ShortagePolicy.ASK), company.product(5));
        var facts = facts(number, Element.REVIEW_ORDER);
        assertThat(desk.openHolds(number)).hasSize(2);
        browser.perform(get(facts).with(user("rita").roles("order-review")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Free credit")))
                .andExpect(content().string(containsString("/holds/1/release")));
        browser.perform(post("/orders/" + number + "/holds/0/release")
                        .param("task", facts.split("/")[2])
                        .with(user("rita").roles("order-review"))
                        .with(csrf()))
                .andExpect(redirectedUrl(facts));
        assertThat(desk.openHolds(number)).hasSize(1);
        browser.perform(post("/orders/" + number + "/holds/1/release")
                        .with(user("sally").roles("sales"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(desk.openHolds(number)).hasSize(1);
    }

    @Test
    void the_picker_records_the_picked_quantity_of_each_line() throws Exception {
        var number = enter(company.customer(), company.product(5));
        var facts = facts(number, Element.PICK_AND_PACK);
        var line = pickList.lines(number).get(0);
        browser.perform(post("/orders/" + number + "/picking/" + line.id())
                        .param("found", "1")
                        .param("task", facts.split("/")[2])
                        .with(user("bob").roles("warehouse"))
                        .with(csrf()))
                .andExpect(redirectedUrl(facts));
        assertThat(pickList.lines(number).get(0).found()).isEqualTo(1);
        for (var typed : new String[] {"3", "-1", "some", "", "99999999999"}) {
            browser.perform(post("/orders/" + number + "/picking/" + line.id())
                            .param("found", typed)
                            .param("task", facts.split("/")[2])
                            .with(user("bob").roles("warehouse"))
                            .with(csrf()))
                    .andExpect(flash().attributeExists("refusal"));
        }
        assertThat(pickList.lines(number).get(0).found()).isEqualTo(1);
    }

    @Test
    void sales_sees_the_shortage_and_the_sites_with_stock() throws Exception {
        var number = enter(company.customer(), company.product(0));
        browser.perform(get(facts(number, Element.DECIDE_ON_SHORTAGE))
                        .with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Missing goods")))
                .andExpect(content().string(containsString("0 at VIE")));
    }

    @Test
    void the_facts_of_a_shortage_say_what_is_missing_if_the_order_goes_on() throws Exception {
        var cup = company.product(2);
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(cup, 5)));
        var panel = browser.perform(get(facts(number, Element.DECIDE_ON_SHORTAGE))
                        .with(user("sally").roles("sales")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var row = panel.substring(panel.indexOf("<tbody>"), panel.indexOf("</tbody>"))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
        assertThat(row).matches(" Cup " + cup + " " + cup + " 5 (2 0 0 at VIE|0 2 2 at VIE) 3 ");
        assertThat(panel).contains("Ordered", "Available now", "Missing if it goes on");
    }

    @Test
    void the_facts_of_a_parcel_show_only_that_parcel() throws Exception {
        var cup = company.product(2);
        var bowl = company.product(0);
        company.receive(bowl, "ROT", 2);
        var number = enterOrder.enter(new NewOrder(
                "test",
                null,
                company.customer(),
                null,
                null,
                true,
                null,
                TestCompany.BERLIN,
                List.of(new NewOrder.Line(cup, 1, null, null), new NewOrder.Line(bowl, 1, null, null))));
        var vienna = desk.task(number, "VIE", Element.PICK_AND_PACK).getId();
        browser.perform(get("/tasks/" + vienna + "/facts").with(user("bob").roles("warehouse")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(cup)))
                .andExpect(content().string(not(containsString(bowl))));
        browser.perform(get("/tasks/orders")
                        .param("task", vienna)
                        .with(user("bob").roles("warehouse")))
                .andExpect(content().json("{\"" + vienna + "\":\"" + number + "\"}"));
        browser.perform(get("/orders/" + number).with(user("bob").roles("warehouse")))
                .andExpect(content().string(containsString("?task=" + vienna)))
                .andExpect(content().string(containsString(">" + number + "-1</span>")));

        unpickedGoods.review(number);
        var asked = desk.task(number, "VIE", Element.REVIEW_STALE_RESERVATION).getId();
        browser.perform(get("/tasks/" + asked + "/facts").with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">VIE</span>")))
                .andExpect(content().string(not(containsString(">" + number + "-1</span>"))));
    }

    private String facts(OrderNumber number, String element) {
        return "/tasks/" + desk.task(number, element).getId() + "/facts";
    }

    private OrderNumber enter(String customer, String product) {
        return enterOrder.enter(TestCompany.order(customer, Map.of(product, 2)));
    }
}
