package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.shipment.CarrierUpdate;
import io.ordertrail.shipment.RecordCarrierUpdate;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.picking.PickList;

/** What pages and API do besides the form of a task is refused to colleagues while somebody has claimed the task. */
@JourneyTest
class ClaimedWorkTest {

    private static final String CLAIMED = "anna has claimed this task";

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    PickList pickList;

    @Autowired
    RecordCarrierUpdate recordCarrierUpdate;

    @Autowired
    TaskService tasks;

    @Test
    void the_picks_of_a_claimed_parcel_are_recorded_by_its_picker_alone() throws Exception {
        var number = enter(company.customer(), company.product(5));
        var task = claimed(desk.task(number, Element.PICK_AND_PACK));

        pick(number, "ben").andExpect(status().isConflict()).andExpect(content().string(containsString(CLAIMED)));
        assertThat(line(number).found()).isNull();
        perform(picking(number).header("HX-Request", "true"), "ben", "warehouse")
                .andExpect(redirectedUrl("/tasks/" + task.getId() + "/facts"))
                .andExpect(flash().attribute("refusal", containsString(CLAIMED)));
        assertThat(line(number).found()).isNull();
        pick(number, "anna").andExpect(status().is3xxRedirection());
        assertThat(line(number).found()).isEqualTo(1);
    }

    @Test
    void the_pick_list_of_a_claimed_parcel_is_shown_to_colleagues_without_fields() throws Exception {
        var number = enter(company.customer(), company.product(5));
        var task = claimed(desk.task(number, Element.PICK_AND_PACK));
        var facts = "/tasks/" + task.getId() + "/facts";

        browser.perform(get(facts).with(user("ben").roles("warehouse")))
                .andExpect(content().string(containsString(CLAIMED)))
                .andExpect(content().string(not(containsString("name=\"found\""))));
        browser.perform(get(facts).with(user("anna").roles("warehouse")))
                .andExpect(content().string(not(containsString(CLAIMED))))
                .andExpect(content().string(containsString("name=\"found\"")));
        browser.perform(get(facts).with(user("mona").roles("managers")))
                .andExpect(content().string(not(containsString(CLAIMED))));
    }

    @Test
    void a_freed_task_is_open_to_colleagues_again() throws Exception {
        var number = enter(company.customer(), company.product(5));
        var task = claimed(desk.task(number, Element.PICK_AND_PACK));
        perform(post("/orders/" + number + "/tasks/" + task.getId() + "/unclaim"), "ben", "warehouse")
                .andExpect(status().isForbidden());
        pick(number, "ben").andExpect(status().isConflict());

        tasks.setAssignee(task.getId(), null);

        pick(number, "ben").andExpect(status().is3xxRedirection());
        assertThat(line(number).found()).isEqualTo(1);
    }

    @Test
    void another_parcel_of_the_order_is_nobody_elses() throws Exception {
        var number = fromTwoSites();
        claimed(desk.task(number, "VIE", Element.PICK_AND_PACK));

        for (var line : pickList.lines(number)) {
            var answer = perform(
                    post("/orders/" + number + "/picking/" + line.id()).param("found", "0"), "ben", "warehouse");
            answer.andExpect(line.site().equals("VIE") ? status().isConflict() : status().is3xxRedirection());
        }
        assertThat(pickList.lines(number))
                .filteredOn(line -> line.found() != null)
                .extracting(OpenReservation::site)
                .containsExactly("ROT");
    }

    @Test
    void the_holds_of_a_claimed_review_are_released_by_its_reviewer_alone() throws Exception {
        var number = enter(company.customer(BigDecimal.ONE, true, ShortagePolicy.ASK), company.product(5));
        claimed(desk.task(number, Element.REVIEW_ORDER));
        var release = "/orders/" + number + "/holds/0/release";

        perform(post(release), "ben", "order-review")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(CLAIMED)));
        assertThat(desk.openHolds(number)).hasSize(2);
        perform(post(release).header("Sec-Fetch-Dest", "iframe"), "ben", "order-review")
                .andExpect(flash().attribute("refusal", containsString(CLAIMED)));
        assertThat(desk.openHolds(number)).hasSize(2);
        perform(post(release), "anna", "order-review").andExpect(status().is3xxRedirection());
        assertThat(desk.openHolds(number)).hasSize(1);
    }

    @Test
    void an_order_whose_correction_is_claimed_is_corrected_by_nobody_else() throws Exception {
        var sku = company.product(5);
        var number = enter(company.customer(BigDecimal.ONE, false, ShortagePolicy.ASK), sku);
        desk.complete(number, Element.REVIEW_ORDER, "reviewDecision", "correct", "reviewReason", "Too many");
        claimed(desk.task(number, Element.CORRECT_ORDER));

        for (var group : List.of("sales", "customer-service")) {
            perform(correction(number, sku), "ben", group)
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString(CLAIMED)));
        }
        assertThat(desk.order(number).lines().get(0).quantity()).isEqualTo(2);
        perform(correction(number, sku), "anna", "sales").andExpect(status().is3xxRedirection());
        assertThat(desk.order(number).lines().get(0).quantity()).isEqualTo(1);
    }

    @Test
    void nobody_reports_the_delivery_of_a_parcel_that_a_colleague_looks_for() throws Exception {
        var number = overdue();
        claimed(desk.task(number, Element.CHASE_DELIVERY));

        perform(post("/orders/" + number + "/delivery"), "ben", "customer-service")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(CLAIMED)));
        perform(post("/api/orders/" + number + "/delivery"), "ben", "customer-service")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value(containsString("task.taken")))
                .andExpect(jsonPath("$.detail").value(containsString(CLAIMED)));
        assertThat(desk.state(number)).isEqualTo(OrderState.SHIPPED);
        perform(post("/orders/" + number + "/delivery"), "anna", "customer-service")
                .andExpect(status().is3xxRedirection());
        assertThat(desk.state(number)).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void what_programs_and_carriers_report_does_not_wait_for_a_colleague() throws Exception {
        var first = overdue();
        claimed(desk.task(first, Element.CHASE_DELIVERY));
        perform(post("/api/orders/" + first + "/delivery"), "shop", "systems").andExpect(status().isOk());
        assertThat(desk.state(first)).isEqualTo(OrderState.DELIVERED);

        var second = overdue();
        claimed(desk.task(second, Element.CHASE_DELIVERY));
        recordCarrierUpdate.record("T-" + second, new CarrierUpdate("e-1", CarrierUpdate.DELIVERED, Instant.now()));
        assertThat(desk.state(second)).isEqualTo(OrderState.DELIVERED);
    }

    private OrderNumber overdue() {
        var number = enter(company.customer(), company.product(5));
        desk.complete(number, Element.PICK_AND_PACK);
        desk.complete(number, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "T-" + number);
        desk.fireTimer(number, "deliveryOverdue");
        return number;
    }

    private OrderNumber fromTwoSites() {
        var cup = company.product(2);
        var bowl = company.product(0);
        company.receive(bowl, "ROT", 2);
        return enterOrder.enter(new NewOrder(
                "test",
                null,
                company.customer(),
                null,
                null,
                true,
                null,
                TestCompany.BERLIN,
                List.of(new NewOrder.Line(cup, 1, null, null), new NewOrder.Line(bowl, 1, null, null))));
    }

    private Task claimed(Task task) {
        tasks.claim(task.getId(), "anna");
        return task;
    }

    private OrderNumber enter(String customer, String product) {
        return enterOrder.enter(TestCompany.order(customer, Map.of(product, 2)));
    }

    private OpenReservation line(OrderNumber number) {
        return pickList.lines(number).get(0);
    }

    private ResultActions pick(OrderNumber number, String person) throws Exception {
        return perform(picking(number), person, "warehouse");
    }

    private MockHttpServletRequestBuilder picking(OrderNumber number) {
        return post("/orders/" + number + "/picking/" + line(number).id())
                .param("found", "1")
                .param("task", desk.task(number, Element.PICK_AND_PACK).getId());
    }

    private MockHttpServletRequestBuilder correction(OrderNumber number, String sku) {
        return post("/orders/" + number + "/correct")
                .param("sku", sku)
                .param("quantity", "1")
                .param("price", "0.50")
                .param("name", "Café Morgenrot")
                .param("street", "Linienstraße 14")
                .param("postalCode", "10178")
                .param("city", "Berlin")
                .param("country", "DE");
    }

    private ResultActions perform(MockHttpServletRequestBuilder call, String person, String group) throws Exception {
        return browser.perform(call.with(user(person).roles(group)).with(csrf()));
    }
}
