package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.SALES;
import static io.ordertrail.platform.access.Role.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

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

/**
 * Warehouse work with a scanner, which acts as a keyboard that types fast and ends with Enter, and live updates without
 * reloading.
 */
class StockInTheBrowserTest extends InTheBrowser {

    private static final String STREAM = "/stock/stream";

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Test
    void goods_are_received_with_the_keyboard_only() {
        var cup = company.product(0);
        var number = waiting(cup, 2);
        var bob = signedIn(WAREHOUSE);
        var page = bob.page();
        bob.open("/stock/receive");
        page.locator("#site").selectOption("VIE");
        page.locator("#sku").focus();

        scan(page, "4006381333931");
        assertThat(page.locator("#scanned")).containsText("No product has the SKU");
        assertThat(page.locator("#sku")).isFocused();
        scan(page, cup);
        assertThat(page.locator("#scanned")).containsText("Orders that wait for it: 1. Units missing: 2.");
        assertThat(page.locator("#quantity")).isFocused();
        scan(page, cup);
        assertThat(page.locator("#quantity-fault")).containsText("The SKU " + cup + " was scanned again");
        bob.consoleErrors().removeIf(complaint -> complaint.contains("status of 422"));
        assertThat(page.locator("#quantity")).isFocused();
        scan(page, "5");
        assertThat(page.locator(".arrivals .fresh")).containsText("+5");
        assertThat(page.locator(".arrivals .for-orders")).containsText("2 → " + number);
        assertThat(page.locator("#sku")).isFocused();
        assertThat(page.locator("#site")).hasValue("VIE");
        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);

        scan(page, cup);
        assertThat(page.locator("#quantity")).isFocused();
        scan(page, "3");
        assertThat(page.locator(".arrivals > li")).hasCount(2);
        page.locator(".arrivals > li").first().getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(page.locator(".arrivals .undone")).hasCount(1);
        assertThat(desk.onHand(cup)).isEqualTo(5);
    }

    @Test
    void a_product_page_shows_changes_without_reloading() {
        var cup = company.product(1);
        var watcher = signedIn(SALES);
        var page = watcher.page();
        watcher.open("/stock/" + cup);
        live(page);
        page.evaluate("window.same = true");
        page.locator("#chart-figures summary").click();

        var number = waiting(cup, 3);
        assertThat(page.locator("#line")).containsText(number.value());
        company.receive(cup, "VIE", 7);
        assertThat(page.locator("#levels tbody tr").first()).containsText("8");
        assertThat(page.locator("#movements")).containsText("+7");
        assertThat(page.locator("#chart desc")).containsText("to 8");
        assertThat(page.locator("#line")).containsText("No order waits for it.");
        assertThat(page.locator("#chart-figures table")).isVisible();
        assertThat(page.evaluate("window.same")).isEqualTo(true);
    }

    @Test
    void typed_input_stays_while_the_page_updates() {
        var cup = company.product(1);
        var bob = signedIn(WAREHOUSE);
        var page = bob.page();
        bob.open("/stock/" + cup);
        live(page);
        page.locator("#bin-VIE").fill("B-77");
        company.receive(cup, "VIE", 4);
        assertThat(page.locator("#movements")).containsText("+4");
        assertThat(page.locator("#bin-VIE")).hasValue("B-77");
    }

    @Test
    void the_overview_updates_with_its_filters() {
        var cup = company.product(2);
        var watcher = signedIn(SALES);
        var page = watcher.page();
        watcher.open("/stock");
        page.locator("#text").fill(cup);
        assertThat(page.locator("#found tbody tr")).hasCount(1);
        live(page);
        company.receive(cup, "VIE", 40);
        assertThat(page.locator("#found tbody tr")).hasCount(1);
        assertThat(page.locator("#found tbody tr")).containsText("42");
        assertThat(page.locator("#text")).hasValue(cup);
    }

    @Test
    void a_page_says_when_it_is_not_live_and_catches_up_when_it_is_visible_again() {
        var cup = company.product(1);
        var watcher = signedIn(SALES);
        var page = watcher.page();
        watcher.open("/stock/" + cup);
        live(page);
        hide(page, true);
        company.receive(cup, "VIE", 5);
        assertThat(page.locator("#movements")).not().containsText("+5");
        hide(page, false);
        assertThat(page.locator("#movements")).containsText("+5");

        page.route("**" + STREAM + "*", route -> route.abort());
        hide(page, true);
        hide(page, false);
        assertThat(page.locator("[data-live=off]")).isVisible();
        watcher.consoleErrors().removeIf(complaint -> complaint.contains("net::ERR_FAILED"));
    }

    @Test
    void older_movements_are_added_below_and_stay_when_new_ones_arrive() {
        var cup = company.product(0);
        for (var quantity = 1; quantity <= 60; quantity++) {
            company.receive(cup, "VIE", quantity);
        }
        var watcher = signedIn(SALES);
        var page = watcher.page();
        watcher.open("/stock/" + cup);
        live(page);
        assertThat(page.locator("#moved tr")).hasCount(50);
        page.locator("#older").press("Enter");
        assertThat(page.locator("#moved tr")).hasCount(60);
        assertThat(page.locator("#older")).hasCount(0);
        company.receive(cup, "VIE", 500);
        assertThat(page.locator("[data-newer]")).isVisible();
        assertThat(page.locator("#moved tr")).hasCount(60);
    }

    private OrderNumber waiting(String sku, int quantity) {
        return enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(sku, quantity)));
    }

    private static void scan(Page page, String code) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
    }

    /** Waits until the stream is open and the page says so. */
    private static void live(Page page) {
        assertThat(page.locator("[data-live=on]")).isVisible();
    }

    /** Hides the page as another window in front would. */
    private static void hide(Page page, boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }
}
