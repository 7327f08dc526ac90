package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.Role;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.bundle.ForceBundle;
import io.ordertrail.process.check.ShippedFiles;

/** A process owner changes the process while orders come in: a new task with form and deadline, and a rule. */
class ProcessInTheBrowserTest extends InTheBrowser {

    private static final String FORM = """
        {"type": "default", "id": "call-customer", "schemaVersion": 16, "components": [
          {"type": "textarea", "id": "callNote", "key": "callNote", "label": "What the customer says"}]}
        """;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Desk desk;

    @Autowired
    Bundles bundles;

    @Autowired
    ForceBundle forceBundle;

    @Autowired
    TestRestTemplate http;

    private final AtomicBoolean entering = new AtomicBoolean(true);
    /** A check with its trial may take half a minute beside other suites. */
    private static final Duration CHECKED = Duration.ofMinutes(1);

    private final List<Integer> answers = new ArrayList<>();

    @AfterEach
    void what_was_put_in_force_is_taken_back_and_no_orders_are_entered_any_more() {
        entering.set(false);
        for (var bundle = bundles.inForce().orElseThrow();
                bundle.author().equals(name(Role.PROCESS_OWNERS));
                bundle = bundles.inForce().orElseThrow()) {
            forceBundle.takeBack(bundle.number());
        }
    }

    @Test
    void an_owner_adds_a_task_is_stopped_by_a_mistake_corrects_it_and_takes_it_back() throws InterruptedException {
        var orders = new Thread(this::enterOrders);
        orders.start();
        var owner = signedIn(Role.PROCESS_OWNERS);
        var page = owner.page();

        upload(owner, diagram("sale"));
        assertThat(page.locator(".refusal")).containsText("has mistakes");
        assertThat(page.locator("#findings li").first()).containsText("Call customer");
        assertThat(page.locator("form[action$='/force']")).hasCount(0);

        page.setInputFiles("#correct", new FilePayload[] {diagram("sales")});
        page.locator("form:has(#correct) button").click();
        assertThat(page.locator("h1 .state")).hasText("Checked");
        assertThat(page.locator("#differences")).containsText("Task “Call customer” added after");
        assertThat(page.locator("#differences")).containsText("Deadline of “Call customer” added: 2 h");
        page.locator("form[action$='/force'] button").click();
        assertThat(page.locator("h1 .state")).hasText("In force");
        Thread.sleep(1100); // nodes read the version in force once a second

        var order = order();
        assertThat(desk.task(order, "callCustomer").getDueDate()).isNotNull();
        call(order);
        assertThat(desk.task(order, "callCustomer")).isNull();

        page.reload();
        page.locator("form[action$='/take-back'] button").click();
        assertThat(page.locator(".said")).containsText("is in force again");
        Thread.sleep(1100);
        assertThat(desk.task(order(), "callCustomer")).isNull();
        entering.set(false);
        orders.join();
        assertThat(answers).isNotEmpty().allMatch(status -> status == 201);
        assertThat(owner.consoleErrors()).isEmpty();
    }

    @Test
    void a_rule_for_a_country_is_in_force_for_the_next_order() {
        var owner = signedIn(Role.PROCESS_OWNERS);
        upload(owner, file("order-checks.dmn", ruleForGermany()));
        assertThat(owner.page().locator("#differences")).containsText("columns changed");
        owner.page().locator("form[action$='/force'] button").click();
        assertThat(owner.page().locator("h1 .state")).hasText("In force");
        var lamp = company.product(1000);
        var held = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 101)));
        assertThat(desk.openHolds(held)).contains("germany-above-1000");
    }

    private void upload(Visitor owner, FilePayload changed) {
        owner.open("/process");
        Page page = owner.page();
        page.setDefaultTimeout(CHECKED.toMillis());
        var files = changed.name.endsWith(".bpmn")
                ? new FilePayload[] {
                    changed, file("call-customer.form", FORM), file("deadlines.properties", "callCustomer=PT2H")
                }
                : new FilePayload[] {changed};
        page.setInputFiles("#upload", files);
        page.locator("form:has(#upload) button").click();
        assertThat(page.locator("#findings")).isVisible();
    }

    /** A column for the country, which all rules but a new one leave open. */
    private static String ruleForGermany() {
        var table = ShippedFiles.text("order-checks.dmn")
                .replaceFirst(
                        "<output ",
                        "<input id=\"countryInput\"><inputExpression id=\"countryExpression\"><text>country</text>"
                                + "</inputExpression></input><output ")
                .replaceAll(
                        "(<outputEntry id=\"(\\w+)_rule\">)",
                        "<inputEntry id=\"$2_country\"><text></text></inputEntry>$1");
        var start = table.indexOf("<rule id=\"largeFirstOrder\"");
        var rule = table.substring(start, table.indexOf("</rule>", start) + "</rule>".length());
        var germany = rule.replace("largeFirstOrder", "germany")
                .replace("large-first-order", "germany-above-1000")
                .replace("&gt; 5000", "&gt; 1000")
                .replace("<text>true</text>", "<text></text>")
                .replace("_country\"><text></text>", "_country\"><text>\"DE\"</text>");
        return table.replace(rule, rule + germany);
    }

    private void call(OrderNumber order) {
        var sales = signedIn(Role.SALES);
        Tasklist.openedBy(sales)
                .open(Tasklist.GROUP)
                .claim("Call customer", order.value())
                .fill("What the customer says", "Goes ahead")
                .complete();
    }

    private OrderNumber order() {
        return enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 1)));
    }

    private void enterOrders() {
        var customer = company.customer();
        var sku = company.product(1000);
        while (entering.get()) {
            var body = Map.of(
                    "channel",
                    "api",
                    "customer",
                    customer,
                    "shipTo",
                    Map.of(
                            "name", "Kiosk",
                            "street", "Am Kai 7",
                            "postalCode", "12209",
                            "city", "Berlin",
                            "country", "DE"),
                    "lines",
                    List.of(Map.of("sku", sku, "quantity", 1)));
            answers.add(http.withBasicAuth(name(Role.SALES), "demo")
                    .postForEntity("/api/orders", body, String.class)
                    .getStatusCode()
                    .value());
        }
    }

    /** The shipped diagram with a call between the check and the reservation. */
    private static FilePayload diagram(String group) {
        var model = Bpmn.readModelFromFile(Path.of("bpmn/order-fulfilment.bpmn").toFile());
        SequenceFlow flow = model.getModelElementById("anythingToReview_to_reserveStock");
        ServiceTask reserve = model.getModelElementById("reserveStock");
        var call = model.newInstance(UserTask.class);
        call.setId("callCustomer");
        call.setName("Call customer");
        call.setCamundaFormRef("call-customer");
        call.setCamundaFormRefBinding("deployment");
        call.setCamundaCandidateGroups(group);
        call.setCamundaDueDate("${deadlines.dueIn('callCustomer')}");
        flow.getParentElement().addChildElement(call);
        reserve.getIncoming().remove(flow);
        flow.setTarget(call);
        call.getIncoming().add(flow);
        var on = model.newInstance(SequenceFlow.class);
        on.setId("callCustomer_to_reserveStock");
        on.setSource(call);
        on.setTarget(reserve);
        flow.getParentElement().addChildElement(on);
        call.getOutgoing().add(on);
        reserve.getIncoming().add(on);
        return file("order-fulfilment.bpmn", Bpmn.convertToString(model));
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
    }
}
