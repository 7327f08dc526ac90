package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.CUSTOMER_SERVICE;
import static io.ordertrail.platform.access.Role.ORDER_REVIEW;
import static io.ordertrail.platform.access.Role.SALES;
import static io.ordertrail.platform.access.Role.SHIPPING;
import static io.ordertrail.platform.access.Role.WAREHOUSE;
import static io.ordertrail.process.engine.OrderFulfilment.Element.DELIVERY_OVERDUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;

/** One order through every user task of the diagram, each done by its role in the browser. */
class OrderInTheBrowserTest extends InTheBrowser {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    OrderEvents events;

    private OrderNumber number;

    @Test
    void an_order_passes_every_role_from_entry_to_receipt() {
        enter(company.customer(), company.product(2), "5", "5.00");
        sendBack();
        correct("10.00");
        shipAvailable();
        pickEverything();
        ship();
        chase();
        receive();

        assertThat(desk.state(number)).isEqualTo(OrderState.RECEIVED);
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number))
                .extracting(event -> event.actor())
                .containsSubsequence(List.of(SALES, ORDER_REVIEW, SALES, WAREHOUSE, SHIPPING, CUSTOMER_SERVICE).stream()
                        .map(InTheBrowser::name)
                        .toList());
    }

    private void enter(String customer, String sku, String quantity, String price) {
        var visitor = signedIn(SALES);
        var page = visitor.page();
        page.getByText("New order").click();
        page.locator("#customer").fill(customer);
        page.locator("#customer").press("Enter");
        assertThat(page.locator("#customer-known")).containsText("Café");
        page.locator("[name=sku]").first().fill(sku);
        page.locator("[name=quantity]").first().fill(quantity);
        page.locator("[name=price]").first().fill(price);
        page.locator(".acts button.main").click();
        assertThat(page.locator("h1 .state")).hasText("in review");
        number = new OrderNumber(page.locator("h1 .order-number").innerText());
    }

    private void sendBack() {
        var reviewer = signedIn(ORDER_REVIEW);
        claim(reviewer, "Review order")
                .choose("Send back: sales corrects the order")
                .fill("Reason", "Half the list price by mistake?")
                .complete();
        assertState(OrderState.IN_CORRECTION);
    }

    /** The page of the order opens in a window of its own. */
    private void correct(String price) {
        var sales = signedIn(SALES);
        var task = claim(sales, "Correct order");
        assertThat(task.facts().getByText("Half the list price by mistake?")).isVisible();
        var order = sales.page()
                .waitForPopup(() -> task.facts().getByText("Correct the order").click());
        order.locator("[name=price]").first().fill(price);
        order.getByText("Save correction").click();
        assertThat(order.locator("h1 .order-number")).hasText(number.value());
        order.close();
        task.choose("Submit again: the order is checked again").complete();
        assertState(OrderState.WAITING_FOR_STOCK);
    }

    private void shipAvailable() {
        var sales = signedIn(SALES);
        claim(sales, "Decide on shortage")
                .choose("Go on with the available goods: the missing quantity is cancelled")
                .complete();
        assertState(OrderState.CONFIRMED);
    }

    private void pickEverything() {
        var picker = signedIn(WAREHOUSE);
        var task = claim(picker, "Pick and pack");
        task.facts().locator("[data-pick] [name=found]").fill("2");
        task.facts().locator("[data-pick] [name=found]").press("Enter");
        assertThat(task.facts().locator(".pick-row.done")).hasCount(1);
        task.complete();
    }

    private void ship() {
        var shipper = signedIn(SHIPPING);
        claim(shipper, "Ship parcel")
                .pick("Carrier", "DHL")
                .fill("Tracking number", "JD-" + System.nanoTime())
                .complete();
        assertState(OrderState.SHIPPED);
    }

    private void chase() {
        desk.fireTimer(number, DELIVERY_OVERDUE);
        var service = signedIn(CUSTOMER_SERVICE);
        claim(service, "Chase delivery")
                .choose("It was delivered after all")
                .fill("Note", "Left with a neighbour")
                .complete();
        assertState(OrderState.DELIVERED);
    }

    private void receive() {
        var service = signedIn(CUSTOMER_SERVICE);
        service.open("/orders/" + number.value());
        service.page().locator("button:has-text('Confirm receipt')").click();
        assertThat(service.page().locator("h1 .state")).hasText("received");
    }

    /** The list shows what is due first, so a new task is not on its first page. */
    private Tasklist claim(Visitor visitor, String task) {
        return Tasklist.openedBy(visitor)
                .search("Process Instance Business Key", number.value())
                .claim(task, number.value());
    }

    private void assertState(OrderState state) {
        assertThat(desk.state(number)).isEqualTo(state);
    }
}
