package io.ordertrail.web.stock;

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

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Buyer;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.replenishment.ReorderCheck;

@JourneyTest
class ReceivePageTest {

    private static final Pattern MOVEMENT = Pattern.compile("data-movement=\"(\\d+)\"");

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Buyer buyer;

    @Autowired
    ReorderCheck reorderCheck;

    private final MockHttpSession session = new MockHttpSession();

    @Test
    void goods_are_booked_once_and_the_page_shows_the_units_allocated_to_each_order() throws Exception {
        var cup = company.product(0);
        var number = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 2)));
        receive("desk-1-" + cup, cup, "VIE", "5").andExpect(redirectedUrl("/stock/receive"));
        receive("desk-1-" + cup, cup, "VIE", "5").andExpect(redirectedUrl("/stock/receive"));
        assertThat(desk.onHand(cup)).isEqualTo(5);
        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(page()).containsOnlyOnce("data-movement").contains("<strong>2</strong>", "/orders/" + number);
    }

    @Test
    void a_second_receipt_does_not_list_the_orders_of_the_first() throws Exception {
        var cup = company.product(0);
        receive("desk-first-" + cup, cup, "VIE", "1");
        var number = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 3)));
        receive("desk-second-" + cup, cup, "VIE", "2");
        assertThat(page()).containsOnlyOnce("/orders/" + number).contains("No order was waiting for it.");
    }

    @Test
    void a_form_that_was_booked_and_then_changed_is_not_shown_as_booked() throws Exception {
        var cup = company.product(0);
        receive("desk-same-" + cup, cup, "VIE", "5");
        receive("desk-same-" + cup, cup, "VIE", "6")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("This form was booked before: 5 units")))
                .andExpect(content().string(not(containsString("desk-same-" + cup))))
                .andExpect(content().string(containsString("value=\"6\"")));
        assertThat(desk.onHand(cup)).isEqualTo(5);
    }

    @Test
    void a_receipt_that_cannot_be_booked_stays_in_the_form() throws Exception {
        receive("desk-2", "NOTHING", "VIE", "five")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"NOTHING\"")))
                .andExpect(content().string(containsString("value=\"five\"")));
        receive("desk-3", "NOTHING", "VIE", "5")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("There is no product NOTHING.")));
    }

    @Test
    void goods_on_order_select_the_oldest_purchase_order_and_all_are_shown() throws Exception {
        var cup = company.product(0);
        var first = ordered(cup, 2, 9);
        reorderCheck.endSnooze(new StockItem.Key(cup, "VIE"));
        var second = ordered(cup, 3, 2);
        browser.perform(by(get("/stock/receive/purchases")).param("sku", cup).param("site", "VIE"))
                .andExpect(content().string(containsString("<option value=\"" + first + "\" selected=\"selected\"")))
                .andExpect(content().string(containsString("<option value=\"" + second + "\">")));
    }

    @Test
    void goods_on_order_are_not_booked_without_their_purchase_order_unless_somebody_chooses_so() throws Exception {
        var cup = company.product(0);
        var purchase = ordered(cup, 12, 3);
        receive("desk-open-" + cup, cup, "VIE", "5")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(
                        content().string(containsString("<option value=\"" + purchase + "\" selected=\"selected\"")));
        assertThat(desk.onHand(cup)).isZero();

        browser.perform(receipt("desk-open-" + cup, cup, "VIE", "5").param("purchase", purchase.value()))
                .andExpect(redirectedUrl("/stock/receive"));
        assertThat(buyer.get(purchase).received()).isEqualTo(5);
        browser.perform(receipt("desk-gift-" + cup, cup, "VIE", "1").param("purchase", ""))
                .andExpect(redirectedUrl("/stock/receive"));
        assertThat(buyer.get(purchase).received()).isEqualTo(5);
        assertThat(desk.onHand(cup)).isEqualTo(6);
    }

    private PurchaseNumber ordered(String sku, int quantity, int days) {
        buyer.setReorderLevel(sku, 4, 12);
        var number = buyer.propose(sku);
        buyer.order(number, quantity, LocalDate.now(ZoneOffset.UTC).plusDays(days));
        return number;
    }

    @Test
    void a_sku_scanned_into_the_quantity_is_not_read_as_a_quantity() throws Exception {
        var cup = company.product(0);
        receive("desk-twice-" + cup, cup, "VIE", cup + " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("The SKU " + cup + " was scanned again")));
        assertThat(desk.onHand(cup)).isZero();
    }

    @Test
    void a_scanned_product_is_named_before_it_is_booked() throws Exception {
        var cup = company.product(4);
        scan(cup, "VIE")
                .andExpect(content().string(containsString("Cup " + cup)))
                .andExpect(content().string(containsString("bin A-01-1, 4 on hand here")));
        scan(cup, "ROT").andExpect(content().string(containsString("not stocked at this site before")));
        scan("4006381333931", "VIE")
                .andExpect(content().string(containsString("data-unknown")))
                .andExpect(content().string(containsString("No product has the SKU &quot;4006381333931&quot;")));
        scan(" ", "VIE").andExpect(content().string(containsString("Scan or type a SKU first.")));
        enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 9)));
        scan(cup, "VIE").andExpect(content().string(containsString("Orders that wait for it: 1. Units missing: 5.")));
    }

    @Test
    void the_site_is_remembered() throws Exception {
        var cup = company.product(0);
        receive("desk-site-" + cup, cup, "VIE", "1");
        assertThat(page()).contains("<option value=\"VIE\" selected=\"selected\"");
        receive("desk-site2-" + cup, cup, "ROT", "1");
        assertThat(page()).contains("<option value=\"ROT\" selected=\"selected\"");
    }

    @Test
    void a_receipt_is_reversed_once() throws Exception {
        var cup = company.product(3);
        receive("desk-undo-" + cup, cup, "VIE", "5");
        var movement = newest();
        undo(movement, session, "bob").andExpect(redirectedUrl("/stock/receive"));
        undo(movement, session, "bob").andExpect(redirectedUrl("/stock/receive"));
        assertThat(desk.onHand(cup)).isEqualTo(3);
        assertThat(page()).contains("undone").doesNotContain("action=\"/stock/receive/undo\"");
        browser.perform(get("/stock/" + cup).with(bob()))
                .andExpect(content().string(containsString("Receipt booked by mistake, undone")));
    }

    @Test
    void reversing_a_receipt_backorders_the_orders_that_it_supplied() throws Exception {
        var cup = company.product(0);
        var number = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 2)));
        receive("desk-lost-" + cup, cup, "VIE", "2");
        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        undo(newest(), session, "bob");
        assertThat(desk.onHand(cup)).isZero();
        assertThat(desk.state(number)).isNotEqualTo(OrderState.CONFIRMED);
    }

    @Test
    void only_the_users_own_receipts_of_this_session_are_reversed() throws Exception {
        var cup = company.product(0);
        receive("desk-own-" + cup, cup, "VIE", "5");
        var movement = newest();
        undo(movement, new MockHttpSession(), "bob").andExpect(status().isNotFound());
        undo(movement, session, "bert").andExpect(status().isNotFound());
        undo("9999999", session, "bob").andExpect(status().isNotFound());
        undo("last", session, "bob").andExpect(status().isBadRequest());
        assertThat(desk.onHand(cup)).isEqualTo(5);
    }

    @Test
    void goods_that_are_no_longer_in_stock_cannot_be_reversed() throws Exception {
        var cup = company.product(0);
        receive("desk-gone-" + cup, cup, "VIE", "5");
        var movement = newest();
        company.lose(cup, "VIE", 3);
        undo(movement, session, "bob")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Only 2 units")));
        assertThat(desk.onHand(cup)).isEqualTo(2);
    }

    @Test
    void only_the_warehouse_receives_goods() throws Exception {
        for (var call : List.of(
                get("/stock/receive"),
                get("/stock/receive/product"),
                post("/stock/receive").with(csrf()),
                post("/stock/receive/undo").with(csrf()))) {
            browser.perform(call.with(user("sally").roles("sales"))).andExpect(status().isForbidden());
        }
    }

    private ResultActions receive(String id, String sku, String site, String quantity) throws Exception {
        return browser.perform(receipt(id, sku, site, quantity));
    }

    private MockHttpServletRequestBuilder receipt(String id, String sku, String site, String quantity) {
        return by(post("/stock/receive"))
                .param("id", id)
                .param("kind", "RECEIPT")
                .param("sku", sku)
                .param("site", site)
                .param("quantity", quantity);
    }

    private ResultActions undo(String movement, MockHttpSession session, String who) throws Exception {
        return browser.perform(post("/stock/receive/undo")
                .param("movement", movement)
                .session(session)
                .with(user(who).roles("warehouse"))
                .with(csrf()));
    }

    private ResultActions scan(String sku, String site) throws Exception {
        return browser.perform(get("/stock/receive/product")
                        .param("sku", sku)
                        .param("site", site)
                        .with(bob()))
                .andExpect(status().isOk());
    }

    private String page() throws Exception {
        return browser.perform(by(get("/stock/receive")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String newest() throws Exception {
        var movement = MOVEMENT.matcher(page());
        assertThat(movement.find()).isTrue();
        return movement.group(1);
    }

    private MockHttpServletRequestBuilder by(MockHttpServletRequestBuilder call) {
        return call.session(session).with(bob()).with(csrf());
    }

    private static RequestPostProcessor bob() {
        return user("bob").roles("warehouse");
    }
}
