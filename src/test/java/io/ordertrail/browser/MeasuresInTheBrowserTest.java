package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.MANAGERS;
import static io.ordertrail.platform.access.Role.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.SeededHistory;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.MeasureHistory;

/** A manager sees in Cockpit how the process goes. */
class MeasuresInTheBrowserTest extends InTheBrowser {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final List<String> TABS = List.of(
            "Steps",
            "Over time",
            "Slowest orders",
            "Ended orders",
            "Over target",
            "Commonest paths",
            "Done again",
            "Tasks by role",
            "Failed steps",
            "Targets");
    private static final NewContextOptions IN_TAIWAN =
            new NewContextOptions().setLocale("zh-TW").setViewportSize(1400, 900);

    @Autowired
    SeededHistory seededHistory;

    @Autowired
    MeasureHistory measureHistory;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    @BeforeEach
    void seed() {
        if (count("ACT_HI_PROCINST where ID_ like 'seed%'") == 0) {
            var now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(2));
            seededHistory.write(600, now, Duration.ofDays(60), 7);
            measureHistory.again();
            while (measureHistory.next()) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void the_dashboard_names_the_bottleneck_of_the_week_and_leads_to_its_orders() {
        var manager = signedIn(MANAGERS);
        manager.open(COCKPIT + "dashboard");
        var page = manager.page();
        assertThat(page.locator(".ordertrail-bottleneck")).containsText("Pick and pack");
        picture(manager, "dashboard");
        page.getByText("The orders behind it").click();
        assertThat(page.locator(".ordertrail-table tbody tr").first()).containsText(Pattern.compile("\\d+ (d|h)"));
        picture(manager, "slowest");
    }

    @Test
    void the_heat_map_shows_how_often_and_how_long_on_each_step_and_the_share_of_each_flow() {
        var manager = signedIn(MANAGERS);
        open(manager, OrderFulfilment.PROCESS);
        var page = manager.page();
        assertThat(page.locator("[data-container-id=sendParcels] .ordertrail-node .short"))
                .containsText(Pattern.compile("\\d+ d"));
        assertThat(page.locator(".ordertrail-flow")
                        .filter(new FilterOptions().setHasText("%"))
                        .first())
                .isVisible();
        assertThat(page.locator(".glyphicon-pause")).hasCount(0);
        picture(manager, "heat-order");
        page.locator(".ordertrail-heat select").first().selectOption("count");
        page.locator(".ordertrail-heat select").nth(1).selectOption("90");
        assertThat(page.locator("[data-container-id=checkOrder] .ordertrail-node .short"))
                .containsText(Pattern.compile("\\d+"));
        picture(manager, "heat-count");
        open(manager, OrderFulfilment.PARCEL);
        var picking = page.locator("[data-container-id=pickAndPack] .ordertrail-node");
        assertThat(picking.locator(".full")).isHidden();
        picking.hover();
        assertThat(picking.locator(".full")).containsText("median");
        picture(manager, "heat-parcel");
    }

    @Test
    void beside_the_diagram_are_the_course_the_paths_and_the_incidents() {
        var manager = signedIn(MANAGERS);
        open(manager, OrderFulfilment.PROCESS);
        var page = manager.page();
        for (var tab :
                new String[] {"Over time", "Commonest paths", "Tasks by role", "Failed steps", "Slowest orders"}) {
            page.locator(".nav-tabs").getByText(tab).first().click();
            assertThat(page.locator(".ordertrail-tab > *").first()).isVisible();
            if (tab.equals("Tasks by role")) {
                assertThat(page.locator(".ordertrail-table")).containsText("Order review");
            }
            picture(manager, tab.toLowerCase().replace(' ', '-'));
        }
    }

    @Test
    void a_manager_sets_a_target_and_sees_in_red_what_took_longer() {
        var manager = signedIn(MANAGERS);
        open(manager, OrderFulfilment.PROCESS);
        var page = manager.page();
        page.locator(".nav-tabs").getByText("Targets").first().click();
        var form = page.locator(".ordertrail-targets");
        form.locator("select").selectOption("waitForReceipt");
        form.locator("input").first().fill("1d");
        form.locator("input[type=date]").fill("2020-01-01");
        form.locator("button").click();
        assertThat(page.locator(".ordertrail-tab [role=status]")).containsText("The target is set");
        assertThat(page.locator(".ordertrail-tab")).containsText("Set on this page");
        picture(manager, "targets");
        page.waitForTimeout(15_000); // the diagram's figures are kept that long
        page.reload();
        page.locator(".ordertrail-heat select").first().selectOption("late");
        assertThat(page.locator("[data-container-id=waitForReceipt] .ordertrail-node.late .short"))
                .containsText(Pattern.compile("over 1 d"));
        picture(manager, "heat-late");
        transactions.executeWithoutResult(
                inside -> database.sql("delete from measure_target").update());
    }

    @Test
    void an_ended_order_is_found_and_opened_with_its_path_on_the_diagram() {
        var manager = signedIn(MANAGERS);
        open(manager, OrderFulfilment.PROCESS);
        var page = manager.page();
        page.locator(".nav-tabs").getByText("Ended orders").first().click();
        page.locator(".ordertrail-targets select").selectOption("orderReceived");
        page.locator(".ordertrail-targets button").click();
        picture(manager, "ended");
        page.locator(".ordertrail-table tbody button").first().click();
        assertThat(page.locator(".djs-shape.ordertrail-walked[data-element-id=confirmOrder]"))
                .isVisible();
        assertThat(page.locator(".ordertrail-table")).containsText("Wait for receipt");
        picture(manager, "ended-path");
        page.getByText("Show the figures again").click();
        assertThat(page.locator(".ordertrail-walked")).hasCount(0);
        assertThat(page.locator("[data-container-id=sendParcels] .ordertrail-node .short"))
                .containsText(Pattern.compile("\\d+ d"));
    }

    @Test
    void orders_over_their_target_and_at_risk_are_listed_by_their_numbers() {
        var over = reviewedSince(Duration.ofHours(9));
        var near = reviewedSince(Duration.ofMinutes(220));
        var manager = signedIn(MANAGERS);
        open(manager, OrderFulfilment.PROCESS);
        var page = manager.page();
        page.locator(".nav-tabs").getByText("Over target").first().click();
        assertThat(page.locator("section[aria-label^='Over target now']")).containsText(over);
        assertThat(page.locator("section[aria-label^='At risk']")).containsText(near);
        picture(manager, "over-target");
    }

    /** An order that has been at its review, for which it has four hours, since then. */
    private String reviewedSince(Duration ago) {
        var blocked = company.customer(new BigDecimal("1000000"), true, ShortagePolicy.ASK);
        var number = enterOrder
                .enter(TestCompany.order(blocked, Map.of(company.product(1000), 1)))
                .value();
        transactions.executeWithoutResult(inside -> database.sql(
                        "update ACT_HI_ACTINST set START_TIME_ = :at where ACT_ID_ = 'reviewOrder' and PROC_INST_ID_ ="
                                + " (select process_instance from customer_order where number = :number)")
                .param("at", Timestamp.from(Instant.now().minus(ago)))
                .param("number", number)
                .update());
        return number;
    }

    @Test
    void the_slowest_at_a_step_are_compared_with_all_that_passed_it() {
        var manager = signedIn(MANAGERS);
        open(manager, OrderFulfilment.PARCEL);
        var page = manager.page();
        page.locator(".nav-tabs").getByText("Slowest orders").first().click();
        page.locator(".ordertrail-tab select").first().selectOption("pickAndPack");
        assertThat(page.locator(".ordertrail-tab")).containsText("longest stays at this step");
        assertThat(page.locator(".ordertrail-tab")).containsText("What the unusually long ones have in common");
        picture(manager, "slowest-at-step");
    }

    @Test
    void axe_finds_nothing_in_what_is_added_to_cockpit() {
        var manager = signedIn(MANAGERS);
        var page = manager.page();
        var faults = new ArrayList<Object>();
        manager.open(COCKPIT + "dashboard");
        assertThat(page.locator(".ordertrail-bottleneck")).isVisible();
        picture(manager, "axe-dashboard");
        faults.addAll(Axe.faults(page, ".ordertrail-today"));
        open(manager, OrderFulfilment.PROCESS);
        assertThat(page.locator(".ordertrail-node").first()).isAttached();
        faults.addAll(Axe.faults(page, ".ordertrail-heat", ".ordertrail-node", ".ordertrail-flow"));
        for (var tab : TABS) {
            page.locator(".nav-tabs").getByText(tab).first().click();
            assertThat(page.locator(".ordertrail-tab > *").first()).isAttached();
            picture(manager, "axe-" + tab.toLowerCase().replace(' ', '-'));
            faults.addAll(Axe.faults(page, ".ordertrail-tab"));
        }
        page.locator(".nav-tabs").getByText("Ended orders").first().click();
        page.locator(".ordertrail-table tbody button").first().click();
        assertThat(page.locator(".ordertrail-tab")).containsText("Back to the list");
        picture(manager, "axe-path");
        faults.addAll(Axe.faults(page, ".ordertrail-tab", ".ordertrail-heat", ".ordertrail-node"));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void axe_finds_nothing_in_the_picture_of_an_order(int width) {
        var held = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1000), 101)));
        var manager =
                signedIn(MANAGERS, new NewContextOptions().setLocale("en-GB").setViewportSize(width, 900));
        manager.open("/orders/" + held.value());
        assertThat(manager.page().locator("details.picture").first()).isVisible();
        picture(manager, "axe-order-" + width);
        assertThat(Axe.faults(manager.page(), "details.picture")).isEmpty();
    }

    @Test
    void the_texts_are_in_the_language_of_the_reader() {
        var manager = signedIn(MANAGERS, IN_TAIWAN);
        open(manager, OrderFulfilment.PROCESS);
        assertThat(manager.page().locator(".ordertrail-heat")).containsText("期間");
        assertThat(manager.page().locator("body")).containsText("流程實例");
        assertThat(manager.page().locator("body")).containsText("人工任務");
        picture(manager, "heat-taiwan");
    }

    @Test
    void who_has_only_tasklist_gets_403() {
        var picker = signedIn(WAREHOUSE);
        var answer = picker.page().request().get(server() + "/camunda/api/cockpit/plugin/ordertrail/default/today");
        assertThat(answer.status()).isEqualTo(403);
    }

    private void open(Visitor visitor, String process) {
        var definition = database.sql(
                        "select ID_ from ACT_RE_PROCDEF where KEY_ = :process order by VERSION_ desc limit 1")
                .param("process", process)
                .query(String.class)
                .single();
        visitor.open(COCKPIT + "process-definition/" + definition + "/runtime");
    }

    private long count(String from) {
        return database.sql("select count(*) from " + from).query(Long.class).single();
    }

    private void picture(Visitor visitor, String name) {
        visitor.page().waitForTimeout(700);
        visitor.saveScreenshot(Path.of("target/screenshots", wayIn.name(), "measures", name + ".png"));
    }
}
