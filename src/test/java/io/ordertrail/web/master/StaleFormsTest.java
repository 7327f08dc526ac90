package io.ordertrail.web.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.catalog.Products;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.ShownForm;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.replenishment.SupplyPositions;

/** Two people open the same form; the one who saves later is told what the other changed. */
@JourneyTest
class StaleFormsTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Customers customers;

    @Autowired
    Products products;

    @Autowired
    Sites sites;

    @Autowired
    Orders orders;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Desk desk;

    @Autowired
    SupplyPositions supply;

    @Test
    void a_phone_number_saved_from_an_old_form_lifts_no_block() throws Exception {
        var number = company.customer(new BigDecimal("500"), false, ShortagePolicy.ASK);
        var path = "/customers/" + number;
        var old = form("customer-service", path, path);
        assertThat(send("managers", form("managers", path, path).with("blocked", "true"))
                        .getStatus())
                .isEqualTo(302);

        var refused = send("customer-service", old.with("phone", "+43 1 0010 555"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(customers.get(number).blocked()).isTrue();
        assertThat(alert(refused)).contains("managers-1 changed this").contains("Blocked no no yes theirs");
        var merged = ShownForm.on(refused.getContentAsString(), path);
        assertThat(merged.value("phone")).isEqualTo("+43 1 0010 555");

        assertThat(send("customer-service", merged).getStatus()).isEqualTo(302);
        assertThat(customers.get(number).blocked()).isTrue();
        assertThat(customers.get(number).address().phone()).isEqualTo("+43 1 0010 555");
    }

    @Test
    void a_field_that_both_changed_keeps_the_input_and_shows_both() throws Exception {
        var path = "/products/" + company.product(0);
        var mine = form("sales", path, path).with("name", "My cup");
        var name = mine.value("was.name");
        send("managers", form("managers", path, path).with("name", "Their cup").with("listPrice", "10.50"));
        var refused = send("sales", mine);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(products.get(path.substring(10)).name()).isEqualTo("Their cup");
        assertThat(alert(refused))
                .contains("Name " + name + " My cup Their cup yours")
                .contains("List price 10.00 10.00 10.50 theirs");
        assertThat(ShownForm.on(refused.getContentAsString(), path).value("name"))
                .isEqualTo("My cup");
    }

    @Test
    void a_site_has_a_version_too() throws Exception {
        company.product(0);
        var first = form("warehouse", "/sites/ROT", "/sites/ROT");
        assertThat(send("warehouse", first.with("name", "Rotterdam North")).getStatus())
                .isEqualTo(302);
        assertThat(send("warehouse", first.with("name", "Rotterdam South")).getStatus())
                .isEqualTo(409);
        assertThat(sites.get("ROT").name()).isEqualTo("Rotterdam North");
    }

    @Test
    void a_correction_from_an_old_form_keeps_the_lines_that_somebody_else_corrected() throws Exception {
        var cup = company.product(20);
        var line = new NewOrder.Line(cup, 2, new BigDecimal("1.00"), null);
        var number = enterOrder.enter(TestCompany.order(company.customer(), TestCompany.BERLIN, List.of(line)));
        desk.complete(number, Element.REVIEW_ORDER, "reviewDecision", "correct", "reviewReason", "price");
        var path = "/orders/" + number + "/correct";
        var first = form("sales", path, path);
        assertThat(send("sales", first.with("price", "9.50").with("quantity", "3"))
                        .getStatus())
                .isEqualTo(302);
        var refused = send("customer-service", first.with("phone", "+43 1 0010 777"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(alert(refused))
                .contains("sales-1 changed this")
                .contains("SKU " + cup + " 2 × 1 2 × 1 3 × 9.5 theirs");
        var merged = ShownForm.on(refused.getContentAsString(), path);
        assertThat(merged.value("price")).isEqualTo("9.5");
        assertThat(send("customer-service", merged).getStatus()).isEqualTo(302);
        assertThat(orders.get(number).shipTo().phone()).isEqualTo("+43 1 0010 777");
        assertThat(orders.get(number).total().amount()).isEqualByComparingTo("28.50");
    }

    @Test
    void a_reorder_level_from_an_old_form_is_refused_with_both_levels() throws Exception {
        var cup = company.product(50);
        var path = "/stock/" + cup;
        var first = form("purchasing", path, path + "/reorder");
        assertThat(send("purchasing", first.with("reorderPoint", "4").with("reorderQuantity", "12"))
                        .getStatus())
                .isEqualTo(302);
        var mine = first.with("reorderPoint", "6").with("reorderQuantity", "9");
        var refused = send("purchasing", mine);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(alert(refused)).contains("“4”", "“12”", "“6”", "“9”");
        assertThat(supply.supply(List.of(cup)).get(0).reorderPoint()).isEqualTo(4);
        var again = ShownForm.on(refused.getContentAsString(), path + "/reorder");
        assertThat(send("purchasing", again.with("reorderPoint", "6").with("reorderQuantity", "9"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(supply.supply(List.of(cup)).get(0).reorderPoint()).isEqualTo(6);
    }

    private ShownForm form(String role, String path, String action) throws Exception {
        var page =
                browser.perform(get(path).with(user(role + "-1").roles(role))).andReturn();
        return ShownForm.on(page.getResponse().getContentAsString(), action);
    }

    private MockHttpServletResponse send(String role, ShownForm form) throws Exception {
        return browser.perform(post(form.action())
                        .params(form.fields())
                        .with(user(role + "-1").roles(role))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** The text of the message that a screen reader reads out at once. */
    private static String alert(MockHttpServletResponse page) throws Exception {
        var html = page.getContentAsString();
        var from = html.indexOf("role=\"alert\"");
        return html.substring(html.indexOf('>', from) + 1, html.indexOf("<form", from))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }
}
