package io.ordertrail.change;

import static io.ordertrail.process.engine.OrderFulfilment.Element.REVIEW_ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.change.Subject.Kind;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.CorrectOrder;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.ProtectedField;
import io.ordertrail.platform.access.Role;
import io.ordertrail.stock.stocktake.ApproveStocktake;
import io.ordertrail.stock.stocktake.CountEntry;
import io.ordertrail.stock.stocktake.CountStock;
import io.ordertrail.stock.stocktake.OpenStocktake;
import io.ordertrail.stock.stocktake.StocktakePlan;
import io.ordertrail.stock.stocktake.SubmitStocktake;

/** Who changed what, when, from what to what: recorded, and shown to those who may see it, on pages and by API alike. */
@JourneyTest
class ChangeTrailTest {

    private static final Address ELSEWHERE =
            new Address("Café Abendrot", "Torstraße 7", "10119", "Berlin", null, "DE", null, null);

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Changes changes;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CorrectOrder correctOrder;

    @Autowired
    Desk desk;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void a_changed_customer_shows_who_changed_what_from_what_to_what() throws Exception {
        var customer = company.customer(new BigDecimal("500"), false, ShortagePolicy.ASK);
        browser.perform(put("/api/customers/" + customer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"name\": \"New name\", \"address\": {\"country\": \"AT\", \"city\": \"Graz\"}, \"shortageWish\": \"WAIT\"}")
                        .with(user("sally").roles("sales")))
                .andExpect(status().isOk());
        assertThat(newest(Kind.CUSTOMER, customer).actor()).isEqualTo("sally");
        assertThat(newest(Kind.CUSTOMER, customer).differences())
                .contains(
                        new Difference(null, "name", "Café " + customer, "New name"),
                        new Difference(null, "city", "Berlin", "Graz"),
                        new Difference(null, "country", "DE", "AT"),
                        new Difference(null, "shortageWish", "ASK", "WAIT"))
                .noneMatch(one -> one.field().equals("creditLimit"));
        browser.perform(get("/customers/" + customer).with(user("otto").roles("managers")))
                .andExpect(content().string(containsString("Café " + customer)))
                .andExpect(content().string(containsString("wait for everything")));
        browser.perform(get("/api/changes?kind=CUSTOMER&subject=" + customer)
                        .with(user("sally").roles("sales")))
                .andExpect(jsonPath("$.changes[0].by").value("sally"))
                .andExpect(jsonPath("$.changes[0].act").value("CHANGED"))
                .andExpect(jsonPath("$.changes[0].fields[?(@.field == 'city')].from")
                        .value("Berlin"))
                .andExpect(
                        jsonPath("$.changes[0].fields[?(@.field == 'city')].to").value("Graz"));
    }

    @Test
    void saving_a_record_as_it_is_records_nothing() throws Exception {
        var sku = company.product(0);
        var before = changes.history(Kind.PRODUCT, sku).size();
        browser.perform(put("/api/products/" + sku)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Cup " + sku
                                + "\", \"category\": \"Tableware\", \"listPrice\": 10.000, \"active\": true}")
                        .with(user("mona").roles("managers")))
                .andExpect(status().isOk());
        assertThat(changes.history(Kind.PRODUCT, sku)).hasSize(before);
    }

    @Test
    void a_changed_product_site_and_reorder_level_show_it_on_their_pages() throws Exception {
        var sku = company.product(3);
        browser.perform(put("/api/products/" + sku)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"Renamed cup\", \"category\": \"Tableware\"}")
                .with(user("sally").roles("sales")));
        browser.perform(post("/sites/ROT")
                .param("name", "Rotterdam harbour")
                .param("country", "NL")
                .with(user("bob").roles("warehouse"))
                .with(csrf()));
        browser.perform(post("/stock/" + sku + "/reorder")
                .param("site", "VIE")
                .param("reorderPoint", "5")
                .param("reorderQuantity", "20")
                .with(user("paul").roles("purchasing"))
                .with(csrf()));
        browser.perform(get("/products/" + sku).with(user("bob").roles("warehouse")))
                .andExpect(content().string(containsString("Cup " + sku + "</span>")));
        browser.perform(get("/sites/ROT").with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("Rotterdam harbour</span>")));
        browser.perform(get("/stock/" + sku).with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("<span class=\"who\">paul</span>")));
        assertThat(newest(Kind.REORDER_LEVEL, sku).differences())
                .containsExactlyInAnyOrder(
                        new Difference("VIE", "reorderPoint", null, "5"),
                        new Difference("VIE", "reorderQuantity", null, "20"));
    }

    @Test
    void a_stocktake_shows_its_counts_and_steps(
            @Autowired OpenStocktake open,
            @Autowired CountStock count,
            @Autowired SubmitStocktake submit,
            @Autowired ApproveStocktake approve)
            throws Exception {
        var sku = company.product(3);
        var stocktake = open.open(new StocktakePlan("VIE", false, List.of(sku), "test"));
        count.count(stocktake.number(), new CountEntry(sku, 2, null, false));
        submit.submit(stocktake.number(), null);
        approve.approve(stocktake.number(), 1);
        assertThat(changes.history(Kind.STOCKTAKE, stocktake.name()))
                .extracting(
                        change -> change.difference().former(),
                        change -> change.difference().current())
                .containsExactly(
                        tuple(null, "COUNTING"),
                        tuple(null, "2"),
                        tuple("COUNTING", "SUBMITTED"),
                        tuple("SUBMITTED", "APPROVED"));
        browser.perform(get("/stock/stocktakes/" + stocktake.number())
                        .with(user("bob").roles("warehouse")))
                .andExpect(content().string(containsString("id=\"changes\"")));
    }

    @Test
    void a_correction_shows_old_and_new_lines_and_prices_on_the_timeline() throws Exception {
        var cup = company.product(9);
        var bowl = company.product(9);
        var number = corrected(cup, bowl);
        browser.perform(get("/orders/" + number).with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("Torstraße 7")))
                .andExpect(content().string(containsString("Linienstraße 14")));
        var fields = json.readTree(browser.perform(get("/api/orders/" + number + "/events")
                                .with(user("sally").roles("sales")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .at("/events");
        JsonNode correction = null;
        for (var event : fields) {
            correction = event.path("what").asText().equals("corrected") ? event : correction;
        }
        assertThat(correction).isNotNull();
        assertThat(correction.path("fields"))
                .extracting(
                        field -> field.path("place").asText(),
                        field -> field.path("field").asText(),
                        field -> field.path("from").asText(null),
                        field -> field.path("to").asText(null))
                .contains(
                        tuple(cup, "quantity", "1", "2"),
                        tuple(cup, "unitPrice", "1", "9.5"),
                        tuple(bowl, "quantity", null, "3"),
                        tuple(bowl, "unitPrice", null, "10"),
                        tuple("shipTo", "street", "Linienstraße 14", "Torstraße 7"))
                .doesNotContain(tuple("shipTo", "city", "Berlin", "Berlin"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void pages_and_api_show_the_recipient_to_the_same_roles(Role role) throws Exception {
        var number = corrected(company.product(9), company.product(9));
        var seen = ProtectedField.RECIPIENT.readers().contains(role);
        var who = user("x").roles(role.group());
        for (var address : Set.of("/api/orders/" + number, "/api/orders/" + number + "/events")) {
            var answer = browser.perform(get(address).with(who)).andExpect(status().isOk());
            answer.andExpect(content().string(seen ? containsString("Torstraße 7") : not(containsString("Torstraße"))));
            answer.andExpect(
                    content().string(seen ? containsString("Café Abendrot") : not(containsString("Café Abendrot"))));
        }
        browser.perform(get("/api/orders?text=abendrot").with(who))
                .andExpect(
                        content().string(seen ? containsString(number.value()) : not(containsString(number.value()))));
        if (role != Role.SYSTEMS) {
            browser.perform(get("/orders?text=abendrot").with(who))
                    .andExpect(content()
                            .string(seen ? containsString(number.value()) : not(containsString(number.value()))));
            for (var address : List.of("/orders/" + number, "/api/changes?kind=ORDER&subject=" + number)) {
                browser.perform(get(address).with(who))
                        .andExpect(status().isOk())
                        .andExpect(content()
                                .string(seen ? containsString("Torstraße 7") : not(containsString("Torstraße"))))
                        .andExpect(content()
                                .string(seen ? containsString("Café Abendrot") : not(containsString("Café Abendrot"))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SYSTEMS"},
            mode = EnumSource.Mode.EXCLUDE)
    void the_trail_shows_each_role_the_records_whose_pages_it_may_open(Role role) throws Exception {
        var customer = company.customer();
        var who = user("x").roles(role.group());
        var page = browser.perform(get("/customers/" + customer).with(who))
                .andReturn()
                .getResponse()
                .getStatus();
        browser.perform(get("/api/changes?kind=CUSTOMER&subject=" + customer).with(who))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.changes.length()").value(page == 200 ? 1 : 0));
        browser.perform(get("/api/changes?subject=" + customer).with(who))
                .andExpect(jsonPath("$.changes.length()").value(page == 200 ? 1 : 0));
    }

    @Test
    void a_change_of_dozens_of_values_is_folded_on_the_page_and_one_of_few_is_not() throws Exception {
        var manager = user("otto").roles("managers");
        browser.perform(get("/changes?kind=SETTINGS").with(manager))
                .andExpect(content()
                        .string(matchesPattern("(?s).*<summary>\\d+ values</summary><dl class=\"differences\">.*")));
        browser.perform(get("/changes?kind=PRODUCT&subject=" + company.product(0))
                        .with(manager))
                .andExpect(content()
                        .string(allOf(
                                containsString("<dl class=\"differences\">"),
                                not(containsString(" values</summary>")))));
    }

    @Test
    void the_page_of_all_changes_finds_by_kind_record_and_person() throws Exception {
        var sku = company.product(0);
        browser.perform(get("/changes?kind=PRODUCT&subject=" + sku)
                        .with(user("otto").roles("managers")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/products/" + sku)));
        browser.perform(get("/changes?actor=nobody-at-all").with(user("otto").roles("managers")))
                .andExpect(content().string(containsString("Nothing was changed yet")));
        browser.perform(get("/changes").with(user("sally").roles("sales"))).andExpect(status().isForbidden());
    }

    private ChangeSet newest(Kind kind, String subject) {
        return changes.newest(kind, subject).get(0);
    }

    /** An order that sales corrected: another quantity, price and address, and one more product. */
    private OrderNumber corrected(String cup, String bowl) {
        var customer = company.customer();
        var number = enterOrder.enter(TestCompany.order(
                customer, TestCompany.BERLIN, List.of(new NewOrder.Line(cup, 1, BigDecimal.ONE, null))));
        desk.complete(number, REVIEW_ORDER, "reviewDecision", "correct", "reviewReason", "Price is a slip");
        correctOrder.correct(
                number,
                TestCompany.order(
                        customer,
                        ELSEWHERE,
                        List.of(
                                new NewOrder.Line(cup, 2, new BigDecimal("9.50"), null),
                                new NewOrder.Line(bowl, 3, null, null))));
        return number;
    }
}
