package io.ordertrail.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.catalog.Products;
import io.ordertrail.change.Act;
import io.ordertrail.change.Change;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.contention.Concurrently;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.platform.access.Role;
import io.ordertrail.stock.stocktake.ApproveStocktake;
import io.ordertrail.stock.stocktake.CountEntry;
import io.ordertrail.stock.stocktake.CountStock;
import io.ordertrail.stock.stocktake.OpenStocktake;
import io.ordertrail.stock.stocktake.StocktakePlan;
import io.ordertrail.stock.stocktake.SubmitStocktake;

/** Figures that rules judge by: who changes them, what waits for a second manager, and what holds until then. */
@JourneyTest
class ApprovalsTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Customers customers;

    @Autowired
    Products products;

    @Autowired
    PendingChanges pending;

    @Autowired
    DecideChange decideChange;

    @Autowired
    Changes changes;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SALES", "CUSTOMER_SERVICE", "CAMUNDA_ADMIN"})
    void only_managers_change_credit_limit_and_block(Role role) throws Exception {
        var customer = company.customer(new BigDecimal("500"), true, ShortagePolicy.ASK);
        browser.perform(customer("/customers/" + customer, "501", true)
                        .with(user("x").roles(role.group())))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Only managers change this: ask one.")));
        browser.perform(customer("/customers/" + customer, "500", false)
                        .with(user("x").roles(role.group())))
                .andExpect(status().isUnprocessableEntity());
        browser.perform(putCustomer(customer, "\"creditLimit\": 501")
                        .with(user("x").roles(role.group())))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/creditLimit"));
        browser.perform(putCustomer(customer, "\"blocked\": false")
                        .with(user("x").roles(role.group())))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/blocked"));
        assertThat(limit(customer)).isEqualByComparingTo("500");
        assertThat(customers.get(customer).blocked()).isTrue();
    }

    @Test
    void sales_changes_the_rest_and_leaves_the_figures_as_they_are() throws Exception {
        var customer = company.customer(new BigDecimal("500"), true, ShortagePolicy.ASK);
        browser.perform(customer("/customers/" + customer, null, false)
                        .with(user("sally").roles("sales")))
                .andExpect(redirectedUrl("/customers"));
        browser.perform(putCustomer(customer, "\"shortageWish\": \"WAIT\"")
                        .with(user("sally").roles("sales")))
                .andExpect(status().isOk());
        assertThat(customers.get(customer).name()).isEqualTo("Any");
        assertThat(customers.get(customer).shortagePolicy()).isEqualTo(ShortagePolicy.WAIT);
        assertThat(limit(customer)).isEqualByComparingTo("500");
        assertThat(customers.get(customer).blocked()).isTrue();
    }

    @Test
    void a_customer_that_sales_enters_has_no_credit_until_a_manager_gives_it() throws Exception {
        browser.perform(putCustomer("AP-NEW-1", "\"creditLimit\": 1")
                        .with(user("sally").roles("sales")))
                .andExpect(status().isUnprocessableEntity());
        browser.perform(putCustomer("AP-NEW-1", "\"priority\": \"HIGH\"")
                        .with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.creditLimit").value("0.00"));
        browser.perform(putCustomer("AP-NEW-2", "\"creditLimit\": 5000")
                        .with(user("mona").roles("managers")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.creditLimit").value("0.00"));
        assertThat(waiting(Kind.CUSTOMER, "AP-NEW-2"))
                .singleElement()
                .extracting(PendingChange::proposed)
                .isEqualTo("5000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales", "process-owners", "camunda-admin"})
    void only_managers_change_a_list_price_and_add_a_product(String role) throws Exception {
        var sku = company.product(0);
        browser.perform(product("/products/" + sku, "10.01").with(user("x").roles(role)))
                .andExpect(status().isUnprocessableEntity());
        browser.perform(putProduct(sku, "10.01").with(user("x").roles(role)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/listPrice"));
        browser.perform(putProduct("AP-" + role, "1").with(user("x").roles(role)))
                .andExpect(status().isUnprocessableEntity());
        browser.perform(product("/products/" + sku, null).with(user("x").roles(role)))
                .andExpect(redirectedUrl("/products"));
        assertThat(price(sku)).isEqualByComparingTo("10");
        assertThat(products.findById("AP-" + role)).isEmpty();
    }

    @Test
    void a_small_change_takes_effect_at_once() throws Exception {
        var customer = company.customer(new BigDecimal("500"), false, ShortagePolicy.ASK);
        var sku = company.product(0);
        as("mona", putCustomer(customer, "\"creditLimit\": 1500")).andExpect(status().isOk());
        as("mona", putProduct(sku, "11")).andExpect(status().isOk());
        assertThat(limit(customer)).isEqualByComparingTo("1500");
        assertThat(price(sku)).isEqualByComparingTo("11");
    }

    @Test
    void a_large_change_holds_when_a_second_manager_approves() throws Exception {
        var customer = company.customer(new BigDecimal("500"), false, ShortagePolicy.ASK);
        browser.perform(customer("/customers/" + customer, "1500.01", false)
                        .with(user("mona").roles("managers")))
                .andExpect(flash().attribute(
                                "said", customer + " is saved. Changes of its figures wait for a second manager."));
        assertThat(limit(customer)).isEqualByComparingTo("500");
        var change = waiting(Kind.CUSTOMER, customer).get(0);

        browser.perform(get("/approvals").with(user("sally").roles("sales")))
                .andExpect(content().string(containsString(customer)))
                .andExpect(content().string(not(containsString("/approvals/" + change.id() + "/approval"))));
        browser.perform(get("/customers/" + customer).with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("proposed by mona")));
        browser.perform(get("/approvals").with(user("mona").roles("managers")))
                .andExpect(content().string(not(containsString("/approvals/" + change.id() + "/approval"))));
        browser.perform(approval(change).with(user("mona").roles("managers")))
                .andExpect(flash().attribute("refusal", containsString("You proposed the change")));
        assertThat(limit(customer)).isEqualByComparingTo("500");

        browser.perform(get("/approvals").with(user("otto").roles("managers")))
                .andExpect(content().string(containsString("/approvals/" + change.id() + "/approval")));
        browser.perform(approval(change).with(user("otto").roles("managers")))
                .andExpect(flash().attribute("said", containsString("takes effect now")));
        assertThat(limit(customer)).isEqualByComparingTo("1500.01");
        browser.perform(get("/approvals").with(user("otto").roles("managers")))
                .andExpect(content().string(not(containsString("/customers/" + customer))));
        assertThat(trail(Kind.CUSTOMER, customer, "creditLimit"))
                .extracting(Change::actor, Change::act)
                .contains(tuple("mona", Act.PROPOSED), tuple("otto", Act.APPROVED));
    }

    @Test
    void programs_approve_by_the_same_rules() throws Exception {
        var sku = company.product(0);
        as("mona", putProduct(sku, "20")).andExpect(jsonPath("$.listPrice").value("10.00"));
        var change = waiting(Kind.PRODUCT, sku).get(0);
        browser.perform(get("/api/approvals").with(user("sally").roles("sales")))
                .andExpect(jsonPath("$.approvals[?(@.subject == '" + sku + "')].from")
                        .value("10"))
                .andExpect(jsonPath("$.approvals[?(@.subject == '" + sku + "')].to")
                        .value("20"))
                .andExpect(jsonPath("$.approvals[?(@.subject == '" + sku + "')].proposedBy")
                        .value("mona"));
        var call = "/api/approvals/" + change.id() + "/approval";
        browser.perform(post(call).with(user("sally").roles("sales"))).andExpect(status().isForbidden());
        as("mona", post(call))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:ordertrail:problem:approval.refuses.own"));
        as("otto", post(call))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("APPROVED"))
                .andExpect(jsonPath("$.decidedBy").value("otto"));
        as("otto", post(call)).andExpect(status().isConflict());
        as("otto", post("/api/approvals/987654321/approval")).andExpect(status().isNotFound());
        assertThat(price(sku)).isEqualByComparingTo("20");
    }

    @Test
    void a_large_change_in_small_steps_waits_too() throws Exception {
        var customer = company.customer(new BigDecimal("500"), false, ShortagePolicy.ASK);
        as("mona", putCustomer(customer, "\"creditLimit\": 1400")).andExpect(status().isOk());
        as("mona", putCustomer(customer, "\"creditLimit\": 2300")).andExpect(status().isOk());
        assertThat(limit(customer)).isEqualByComparingTo("1400");
        var change = waiting(Kind.CUSTOMER, customer).get(0);
        as("otto", post("/api/approvals/" + change.id() + "/approval")).andExpect(status().isOk());
        as("mona", putCustomer(customer, "\"creditLimit\": 3300")).andExpect(status().isOk());
        assertThat(limit(customer)).as("small since the approval").isEqualByComparingTo("3300");
    }

    @Test
    void a_block_holds_at_once_and_is_lifted_by_two() throws Exception {
        var customer = company.customer(new BigDecimal("500"), false, ShortagePolicy.ASK);
        browser.perform(customer("/customers/" + customer, "500", true)
                .with(user("mona").roles("managers")));
        assertThat(customers.get(customer).blocked()).isTrue();
        browser.perform(customer("/customers/" + customer, "500", false)
                .with(user("mona").roles("managers")));
        assertThat(customers.get(customer).blocked()).isTrue();
        as(
                        "otto",
                        post("/api/approvals/"
                                + waiting(Kind.CUSTOMER, customer).get(0).id() + "/approval"))
                .andExpect(status().isOk());
        assertThat(customers.get(customer).blocked()).isFalse();
    }

    @Test
    void a_discount_that_rules_allow_is_a_figure_like_the_others() throws Exception {
        var customer = company.customer();
        browser.perform(putCustomer(customer, "\"discountAllowed\": 21")
                        .with(user("sally").roles("sales")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/discountAllowed"));
        as("mona", putCustomer(customer, "\"discountAllowed\": 25"))
                .andExpect(jsonPath("$.discountAllowed").value("25"));
        as("mona", putCustomer(customer, "\"discountAllowed\": 60"))
                .andExpect(jsonPath("$.discountAllowed").value("25"));
        assertThat(waiting(Kind.CUSTOMER, customer))
                .singleElement()
                .extracting(PendingChange::proposed)
                .isEqualTo("60");
    }

    @Test
    void while_a_change_waits_the_figure_does_not_change_otherwise() throws Exception {
        var sku = company.product(0);
        as("mona", putProduct(sku, "20"));
        as("otto", putProduct(sku, "10.50"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].detail").doesNotExist())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("by mona")));
        as("otto", putProduct(sku, "20")).andExpect(status().isOk());
        assertThat(waiting(Kind.PRODUCT, sku)).hasSize(1);
        assertThat(price(sku)).isEqualByComparingTo("10");
    }

    @Test
    void a_withdrawn_change_never_holds() throws Exception {
        var sku = company.product(0);
        as("mona", putProduct(sku, "20"));
        var change = waiting(Kind.PRODUCT, sku).get(0);
        browser.perform(post("/approvals/" + change.id() + "/withdrawal")
                        .with(user("mona").roles("managers"))
                        .with(csrf()))
                .andExpect(flash().attribute("said", containsString("withdrawn")));
        as("otto", post("/api/approvals/" + change.id() + "/approval"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:ordertrail:problem:approval.refuses.WITHDRAWN"));
        assertThat(price(sku)).isEqualByComparingTo("10");
        assertThat(waiting(Kind.PRODUCT, sku)).isEmpty();
    }

    @Test
    void a_change_that_nobody_approves_in_time_expires() throws Exception {
        var sku = company.product(0);
        as("mona", putProduct(sku, "20"));
        var change = waiting(Kind.PRODUCT, sku).get(0);
        assertThat(change.expiresAt()).isAfter(clock.instant().plusSeconds(6 * 86_400));
        update("update pending_change set expires_at = '2020-01-01 00:00:00' where id = ?", change.id());
        assertThat(waiting(Kind.PRODUCT, sku)).isEmpty();
        as("otto", post("/api/approvals/" + change.id() + "/approval"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:ordertrail:problem:approval.refuses.EXPIRED"));
        decideChange.expire();
        assertThat(pending.get(change.id()).state()).isEqualTo(PendingChange.State.EXPIRED);
        assertThat(trail(Kind.PRODUCT, sku, "listPrice"))
                .extracting(Change::act)
                .contains(Act.EXPIRED);
        assertThat(price(sku)).isEqualByComparingTo("10");
        as("mona", putProduct(sku, "20")).andExpect(status().isOk());
        assertThat(waiting(Kind.PRODUCT, sku)).hasSize(1);
    }

    @Test
    @Tag("database")
    void of_two_managers_who_approve_at_once_one_does(@Autowired Concurrently concurrently) throws Exception {
        var sku = company.product(0);
        as("mona", putProduct(sku, "20"));
        var change = waiting(Kind.PRODUCT, sku).get(0);
        var done = concurrently.both(
                manager("otto", () -> decideChange.approve(change.id())),
                manager("olga", () -> decideChange.approve(change.id())));
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(price(sku)).isEqualByComparingTo("20");
        assertThat(trail(Kind.PRODUCT, sku, "listPrice"))
                .filteredOn(one -> one.act() == Act.APPROVED)
                .hasSize(1);
    }

    @Test
    @Tag("database")
    void of_an_approval_and_a_withdrawal_at_once_one_counts(@Autowired Concurrently concurrently) throws Exception {
        var sku = company.product(0);
        as("mona", putProduct(sku, "20"));
        var change = waiting(Kind.PRODUCT, sku).get(0);
        var done = concurrently.both(
                manager("otto", () -> decideChange.approve(change.id())),
                manager("mona", () -> decideChange.withdraw(change.id())));
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(price(sku)).isEqualByComparingTo(done.get(0) ? "20" : "10");
    }

    @Test
    void a_stocktake_waits_for_a_second_person_is_listed_and_expires(
            @Autowired OpenStocktake open,
            @Autowired CountStock count,
            @Autowired SubmitStocktake submit,
            @Autowired ApproveStocktake approve)
            throws Exception {
        var sku = company.product(1000);
        var stocktake = open.open(new StocktakePlan("VIE", false, List.of(sku), "test"));
        person("wanda", "warehouse", () -> {
                    count.count(stocktake.number(), new CountEntry(sku, 1, null, false));
                    submit.submit(stocktake.number(), null);
                })
                .run();
        browser.perform(get("/approvals").with(user("otto").roles("managers")))
                .andExpect(content().string(containsString(">" + stocktake.name() + "</a>")))
                .andExpect(content().string(containsString("submitted by wanda")));
        assertThatThrownBy(() -> person("wanda", "warehouse", () -> approve.approve(stocktake.number(), 1))
                        .run())
                .hasMessageContaining("neither counted nor submitted");
        update("update stocktake set submitted_at = '2020-01-01 00:00:00' where number = ?", stocktake.number());
        assertThatThrownBy(() -> manager("otto", () -> approve.approve(stocktake.number(), 1))
                        .run())
                .hasMessageContaining("Nobody approved stocktake " + stocktake.name() + " in time");
        browser.perform(get("/approvals").with(user("otto").roles("managers")))
                .andExpect(content().string(not(containsString(">" + stocktake.name() + "</a>"))));
        browser.perform(get("/stock/stocktakes/" + stocktake.number())
                        .with(user("otto").roles("managers")))
                .andExpect(content().string(containsString("Nobody approved it in time")))
                .andExpect(content().string(not(containsString("/approval\""))));
    }

    @Test
    void who_is_no_manager_approves_nothing_whatever_calls_the_rule() throws Exception {
        var sku = company.product(0);
        as("mona", putProduct(sku, "20"));
        var change = waiting(Kind.PRODUCT, sku).get(0);
        assertThatThrownBy(() -> person("sally", "sales", () -> decideChange.approve(change.id()))
                        .run())
                .hasMessageContaining("Only managers");
        assertThat(price(sku)).isEqualByComparingTo("10");
    }

    private ResultActions as(String manager, MockHttpServletRequestBuilder call) throws Exception {
        return browser.perform(call.with(user(manager).roles("managers")));
    }

    private static Runnable manager(String name, Runnable work) {
        return person(name, "managers", work);
    }

    private static Runnable person(String name, String group, Runnable work) {
        return new DelegatingSecurityContextRunnable(
                work,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        name, null, AuthorityUtils.createAuthorityList(Role.authorityOf(group)))));
    }

    private void update(String statement, Object argument) {
        transaction.executeWithoutResult(status -> sql.update(statement, argument));
    }

    private List<PendingChange> waiting(Kind kind, String subject) {
        return pending.waiting(kind, subject, Instant.now());
    }

    private List<Change> trail(Kind kind, String subject, String field) {
        return changes.history(kind, subject).stream()
                .filter(change -> change.difference().field().equals(field))
                .toList();
    }

    private BigDecimal limit(String customer) {
        return customers.get(customer).creditLimit();
    }

    private BigDecimal price(String sku) {
        return products.get(sku).listPrice().amount();
    }

    private static MockHttpServletRequestBuilder approval(PendingChange change) {
        return post("/approvals/" + change.id() + "/approval").with(csrf());
    }

    /** A form with the figures, or without them for a limit of null. */
    private static MockHttpServletRequestBuilder customer(String path, String limit, boolean blocked) {
        var form = post(path)
                .param("name", "Any")
                .param("country", "AT")
                .param("shortageWish", "ASK")
                .param("priority", "NORMAL")
                .with(csrf());
        if (limit != null) {
            form.param("figures", "true").param("creditLimit", limit);
        }
        return blocked ? form.param("blocked", "true") : form;
    }

    private static MockHttpServletRequestBuilder product(String path, String price) {
        var form = post(path)
                .param("name", "Any")
                .param("category", "Any")
                .param("active", "true")
                .with(csrf());
        return price == null ? form : form.param("listPrice", price);
    }

    private static MockHttpServletRequestBuilder putCustomer(String number, String field) {
        return put("/api/customers/" + number)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"Any\", \"address\": {\"country\": \"AT\"}, " + field + "}");
    }

    private static MockHttpServletRequestBuilder putProduct(String sku, String price) {
        return put("/api/products/" + sku)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"Any\", \"category\": \"Any\", \"listPrice\": " + price + "}");
    }
}
