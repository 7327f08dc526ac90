package io.ordertrail.process.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/** The diagrams of an order show where it was and where it is. */
@JourneyTest
class OrderPathsTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    OrderPaths paths;

    @Autowired
    MockMvc browser;

    @Test
    void an_order_that_waits_for_its_goods_to_be_picked_is_seen_at_this_step_of_its_parcel() {
        var pages = paths.of(enter());
        assertThat(pages).extracting(PathPage::key).hasSize(3).startsWith("/", "/sendParcels");
        var parcel = pages.get(2);
        assertThat(parcel.now()).extracting(Visit::element).containsExactly(Element.PICK_AND_PACK);
        assertThat(parcel.steps())
                .extracting(Visit::element)
                .contains(Element.PICK_AND_PACK)
                .doesNotContain(Element.SHIP_PARCEL);
        assertThat(pages.get(0).now()).isEmpty();
        assertThat(marked(parcel.near(), "present")).containsExactly(Element.PICK_AND_PACK);
    }

    @Test
    void only_the_flows_that_the_order_took_are_marked() {
        var number = enter();
        var main = paths.find(number, "/").orElseThrow();
        assertThat(marked(main.whole(), "passed"))
                .contains("checkOrder", "reserveStock", "confirmOrder")
                .anyMatch(element -> element.endsWith("_to_confirmOrder"))
                .noneMatch(element -> element.contains("reviewOrder"))
                .noneMatch(element -> element.contains("resolveShortage"));
    }

    @Test
    void a_task_that_a_cancellation_withdrew_is_told_from_one_that_was_completed() {
        var number = enter();
        cancelOrder.cancel(number, new Cancellation("Ordered twice"));
        var parcel = paths.of(number).get(2);
        assertThat(parcel.now()).isEmpty();
        assertThat(parcel.steps())
                .filteredOn(visit -> visit.element().equals(Element.PICK_AND_PACK))
                .singleElement()
                .matches(Visit::withdrawn);
    }

    @Test
    void whoever_sees_the_order_sees_its_picture_and_nobody_else() throws Exception {
        var number = enter();
        var picture = "/orders/" + number + "/picture";
        browser.perform(get("/orders/" + number).with(user("bob").roles("warehouse")))
                .andExpect(content().string(containsString(picture)));
        browser.perform(get(picture).with(user("bob").roles("warehouse")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/svg+xml"));
        browser.perform(get(picture).with(user("shop").roles("systems"))).andExpect(status().isForbidden());
    }

    @Test
    void a_page_that_the_order_never_reached_is_not_found() throws Exception {
        browser.perform(get("/orders/" + enter() + "/picture?page=/resolveShortage")
                        .with(user("bob").roles("warehouse")))
                .andExpect(status().isNotFound());
    }

    private OrderNumber enter() {
        return enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 1)));
    }

    private static Stream<String> marked(String svg, String mark) {
        return Pattern.compile("class=\"[^\"]*\\b" + mark + "\\b[^\"]*\" data-element=\"([^\"]+)\"")
                .matcher(svg)
                .results()
                .map((MatchResult found) -> found.group(1));
    }
}
