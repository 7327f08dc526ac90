package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.CUSTOMER_SERVICE;
import static io.ordertrail.platform.access.Role.ORDER_REVIEW;
import static io.ordertrail.platform.access.Role.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;

/** What somebody types survives keys, clicks and a closed browser. */
class TypedInTheBrowserTest extends InTheBrowser {

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Desk desk;

    @Test
    void an_order_being_typed_is_offered_to_the_same_person_in_another_browser() {
        var customer = company.customer();
        var cup = company.product(5);
        var bowl = company.product(5);
        var sally = signedIn(SALES);
        type(sally.page(), sally, customer, cup, bowl);
        sally.page()
                .waitForResponse(
                        answer -> answer.url().contains("/drafts")
                                && answer.request().method().equals("PUT"),
                        () -> sally.page().locator("#note").fill("ring twice"));
        sally.leave();

        var other = signedIn(CUSTOMER_SERVICE);
        other.open("/orders/new");
        assertThat(other.page().locator("#customer")).hasValue("");
        assertThat(other.page().locator(".draft-note")).hasCount(0);

        var back = signedIn(SALES);
        back.open("/orders/new");
        back.page().locator(".draft-note").getByText("Go on with it").click();
        assertThat(back.page().locator("#customer")).hasValue(customer);
        assertThat(back.page().locator("#note")).hasValue("ring twice");
        assertThat(back.page().locator("#lines [name=sku]").nth(1)).hasValue(bowl);
        back.page().locator(".acts button.main").click();
        assertThat(back.page().locator("h1 .order-number")).isVisible();
        back.open("/orders/new");
        assertThat(back.page().locator("#customer")).hasValue("");
        assertThat(back.page().locator(".draft-note")).hasCount(0);
    }

    @Test
    void no_key_leaves_a_form_with_changes_and_keys_can_be_listed_and_switched_off() {
        var sally = signedIn(SALES);
        var page = sally.page();
        sally.open("/orders/new");
        page.locator("#note").fill("half typed");
        page.locator("h1").click();
        page.keyboard().press("o");
        assertThat(page.locator(".key-note")).containsText("not saved");
        assertThat(sally.path()).isEqualTo("/orders/new");

        page.keyboard().press("?");
        var list = page.getByRole(AriaRole.DIALOG);
        assertThat(list).containsText("Orders");
        assertThat(list).containsText("Ctrl+Enter");
        list.getByRole(AriaRole.CHECKBOX).uncheck();
        list.getByText("Close").click();
        sally.open("/stock");
        page.locator("h1").click();
        page.keyboard().press("o");
        page.waitForTimeout(500);
        assertThat(sally.path()).isEqualTo("/stock");
    }

    @Test
    void leaving_a_form_with_changes_says_so() {
        var sally = signedIn(SALES);
        var page = sally.page();
        sally.open("/orders/new");
        page.locator("#note").pressSequentially("half typed");
        var asked = new AtomicInteger();
        page.onDialog(dialog -> {
            asked.incrementAndGet();
            dialog.accept();
        });
        page.locator(".areas [data-key=s]").click();
        assertThat(page.locator("h1")).hasText("Stock");
        assertThat(asked).hasValue(1);
    }

    @Test
    void the_form_of_a_task_is_kept_and_a_completed_task_says_so() {
        var number = enterOrder.enter(TestCompany.order(
                company.customer(new BigDecimal("1"), true, ShortagePolicy.ASK), Map.of(company.product(5), 1)));
        var review = signedIn(ORDER_REVIEW);
        var kept = found(review, number);
        review.page()
                .waitForResponse(
                        answer -> answer.url().contains("/drafts")
                                && String.valueOf(answer.request().postData()).contains("Which price?"),
                        () -> kept.choose("Send back: sales corrects the order").fill("Reason", "Which price?"));
        review.leave();

        var back = signedIn(ORDER_REVIEW);
        Tasklist.openedBy(back)
                .open("My tasks")
                .search("Process Instance Business Key", number.value())
                .show("Review order");
        back.page().locator(".task-draft").getByText("Go on with it").click();
        assertThat(back.page().getByLabel("Reason")).hasValue("Which price?");
        assertThat(back.page()
                        .locator(".task-filter:not(.active) .filter-count")
                        .first())
                .containsText("(");
        Tasklist.on(back).complete();
        assertThat(back.page().locator(".task-said")).hasText("The task is done.");
        assertThat(desk.state(number)).isEqualTo(OrderState.IN_CORRECTION);
    }

    private static Tasklist found(Visitor visitor, OrderNumber number) {
        return Tasklist.openedBy(visitor)
                .search("Process Instance Business Key", number.value())
                .claim("Review order", number.value());
    }

    private static void type(Page page, Visitor visitor, String customer, String cup, String bowl) {
        visitor.open("/orders/new");
        page.locator("#customer").fill(customer);
        page.locator("#customer").press("Tab");
        assertThat(page.locator("#customer-known")).containsText("Café");
        page.locator("#lines [name=sku]").nth(0).fill(cup);
        page.locator("#lines [name=quantity]").nth(0).fill("1");
        page.locator("#lines [name=sku]").nth(1).fill(bowl);
        page.locator("#lines [name=quantity]").nth(1).fill("2");
    }
}
