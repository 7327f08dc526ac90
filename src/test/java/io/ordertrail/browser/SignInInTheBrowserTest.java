package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.MANAGERS;
import static io.ordertrail.platform.access.Role.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ordertrail.platform.engine.DemoUser;

/** One door for all rooms: in by it, out by it. */
class SignInInTheBrowserTest extends InTheBrowser {

    private static final String COCKPIT = "/camunda/app/cockpit/";
    private static final String[] ROOMS = {"/orders", "/stock", Tasklist.ADDRESS, COCKPIT};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders?state=CONFIRMED",
                "/stock",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/"
            })
    void who_signs_in_arrives_where_they_wanted_to_go(String room) {
        var manager = stranger();
        manager.open(room);
        assertThat(wayIn.asked(manager.page())).isVisible();
        wayIn.signIn(manager.page(), name(MANAGERS), DemoUser.PASSWORD);
        manager.page().waitForURL(url -> url.contains(room));
        assertThat(manager.page()
                        .getByText("Order desk")
                        .or(manager.page().locator(".bar .person"))
                        .first())
                .isVisible();
    }

    @Test
    void a_wrong_password_lets_nobody_in_and_says_so() {
        var stranger = stranger();
        stranger.open("/orders");
        wayIn.signIn(stranger.page(), "nobody-of-this-house", "wrong");
        assertThat(wayIn.refused(stranger.page())).isVisible();
        stranger.open("/orders");
        assertThat(wayIn.asked(stranger.page())).isVisible();
    }

    @Test
    void signing_out_at_the_desk_ends_everything() {
        var manager = signedIn(MANAGERS);
        manager.open(COCKPIT);
        assertThat(manager.page().locator("li.order-desk")).isVisible();
        manager.open("/orders");
        manager.page().locator(".bar .person button").click();
        assertEverythingAsks(manager);
    }

    @Test
    void signing_out_in_tasklist_ends_everything() {
        var manager = signedIn(MANAGERS);
        signOutOf(manager, Tasklist.ADDRESS);
        assertEverythingAsks(manager);
    }

    @Test
    void signing_out_in_cockpit_ends_everything() {
        var manager = signedIn(MANAGERS);
        signOutOf(manager, COCKPIT);
        assertEverythingAsks(manager);
    }

    @Test
    void the_back_button_does_not_bring_a_page_back_after_signing_out() {
        var sales = signedIn(SALES);
        sales.page().locator("a.order").first().click();
        assertThat(sales.page().locator("h1 .order-number")).isVisible();
        sales.page().locator(".bar .person button").click();
        assertThat(sales.page().locator(".bar .person")).hasCount(0);
        sales.page().goBack();
        assertThat(sales.page().locator("h1 .order-number")).hasCount(0);
    }

    @Test
    void who_signs_out_in_one_window_is_asked_in_the_other_one() {
        var sales = signedIn(SALES);
        sales.open(Tasklist.ADDRESS);
        assertThat(sales.page().locator(".task-filter").first()).isVisible();
        var other = sales.window();
        other.navigate(sales.page().url().replaceAll("/camunda.*", "/orders"));
        other.locator(".bar .person button").click();
        assertThat(other.locator(".bar .person")).hasCount(0);
        sales.page().locator(".task-filter").nth(1).click();
        assertThat(wayIn.asked(sales.page())).isVisible();
        sales.expectRefusal();
    }

    @Test
    void cockpit_opens_for_managers_and_shows_the_orders_on_the_diagram() {
        var manager = signedIn(MANAGERS);
        manager.page().locator(".rooms").getByText("Cockpit").click();
        manager.open(COCKPIT + "default/#/processes");
        manager.page()
                .getByText("Order fulfilment", new GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(manager.page().locator("[data-element-id=pickAndPack]").first())
                .isVisible();
        assertThat(manager.page()
                        .locator(".djs-overlay .badge", new LocatorOptions().setHasText(Pattern.compile("\\d+")))
                        .first())
                .isVisible();
        manager.keepPicture(Path.of("target/screenshots", wayIn.name(), "cockpit", "definition.png"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/cockpit/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/",
                "/camunda/app/admin/default/"
            })
    void cockpit_and_admin_are_refused_to_sales_with_a_page_that_says_to_whom_they_are_open(String room) {
        var sales = signedIn(SALES);
        assertThat(sales.page().locator(".rooms").filter(new FilterOptions().setHasText("Cockpit")))
                .hasCount(0);
        assertThat(sales.open(room).status()).isEqualTo(403);
        assertThat(sales.page().locator("main")).containsText("Administrators");
        assertThat(sales.page().locator(".bar .person")).containsText(name(SALES));
        sales.expectRefusal();
    }

    private void signOutOf(Visitor visitor, String room) {
        visitor.open(room);
        visitor.page()
                .locator("li.account > a, li.account .dropdown-toggle")
                .first()
                .click();
        visitor.page().locator("li.logout a").click();
    }

    private void assertEverythingAsks(Visitor visitor) {
        assertThat(visitor.page().locator(".bar .person, li.account")).hasCount(0);
        for (var room : ROOMS) {
            visitor.open(room);
            assertThat(wayIn.asked(visitor.page())).isVisible();
        }
    }
}
