package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.MANAGERS;
import static io.ordertrail.platform.access.Role.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ordertrail.journey.Sample;
import io.ordertrail.platform.engine.DemoUser;

/** One sign-in and one sign-out for all web applications. */
class SignInInTheBrowserTest extends InTheBrowser {

    private static final String COCKPIT = "/camunda/app/cockpit/";
    private static final String[] APPLICATIONS = {"/orders", "/stock", Tasklist.ADDRESS, COCKPIT};

    @ParameterizedTest
    @MethodSource("requested")
    void after_the_sign_in_the_requested_page_opens(String application) {
        var manager = stranger();
        manager.open(application);
        assertThat(wayIn.form(manager.page())).isVisible();
        wayIn.signIn(manager.page(), name(MANAGERS), DemoUser.PASSWORD);
        manager.page().waitForURL(url -> url.contains(application));
        assertThat(manager.page()
                        .getByText("Order desk")
                        .or(manager.page().locator(".bar .person"))
                        .first())
                .isVisible();
    }

    static List<String> requested() {
        return Sample.eachNth(
                2,
                0,
                List.of(
                        "/orders?state=CONFIRMED",
                        "/stock",
                        "/camunda/app/tasklist/default/",
                        "/camunda/app/cockpit/default/"));
    }

    @Test
    void a_wrong_password_is_refused_with_a_message() {
        var stranger = stranger();
        stranger.open("/orders");
        wayIn.signIn(stranger.page(), "nobody-of-this-company", "wrong");
        assertThat(wayIn.error(stranger.page())).isVisible();
        stranger.open("/orders");
        assertThat(wayIn.form(stranger.page())).isVisible();
    }

    @Test
    void signing_out_on_an_order_page_ends_all_sessions() {
        var manager = signedIn(MANAGERS);
        manager.open(COCKPIT);
        assertThat(manager.page().locator("li.order-desk")).isVisible();
        manager.open("/orders");
        manager.page().locator(".bar .person button").click();
        assertEverythingAsks(manager);
    }

    @Test
    void signing_out_in_tasklist_ends_all_sessions() {
        var manager = signedIn(MANAGERS);
        signOutOf(manager, Tasklist.ADDRESS);
        assertEverythingAsks(manager);
    }

    @Test
    void signing_out_in_cockpit_ends_all_sessions() {
        var manager = signedIn(MANAGERS);
        signOutOf(manager, COCKPIT);
        assertEverythingAsks(manager);
    }

    @Test
    void after_signing_out_the_back_button_shows_no_page() {
        var sales = signedIn(SALES);
        sales.page().locator("a.order").first().click();
        assertThat(sales.page().locator("h1 .order-number")).isVisible();
        sales.page().locator(".bar .person button").click();
        assertThat(sales.page().locator(".bar .person")).hasCount(0);
        sales.page().goBack();
        assertThat(sales.page().locator("h1 .order-number")).hasCount(0);
    }

    @Test
    void after_signing_out_in_one_window_the_other_one_asks_for_a_sign_in() {
        var sales = signedIn(SALES);
        sales.open(Tasklist.ADDRESS);
        assertThat(sales.page().locator(".task-filter").first()).isVisible();
        var other = sales.window();
        other.navigate(sales.page().url().replaceAll("/camunda.*", "/orders"));
        other.locator(".bar .person button").click();
        assertThat(other.locator(".bar .person")).hasCount(0);
        sales.page().locator(".task-filter").nth(1).click();
        assertThat(wayIn.form(sales.page())).isVisible();
        sales.expectRefusal();
    }

    @Test
    void after_signing_out_in_one_window_the_other_one_shows_nothing_of_its_page() {
        var sales = signedIn(SALES);
        assertThat(sales.page().locator("a.order").first()).isVisible();
        var other = sales.window();
        other.navigate(sales.page().url());
        other.locator(".bar .person button").click();
        assertThat(sales.page().locator("a.order")).hasCount(0);
        assertThat(sales.page().locator("#session-ends [data-ended]")).isVisible();
    }

    @Test
    void cockpit_opens_for_managers_and_shows_the_orders_on_the_diagram() {
        var manager = signedIn(MANAGERS);
        manager.page().locator(".areas").getByText("Cockpit").click();
        manager.open(COCKPIT + "default/#/processes");
        manager.page()
                .getByText("Order fulfilment", new GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(manager.page().locator("[data-element-id=sendParcels]").first())
                .isVisible();
        assertThat(manager.page()
                        .locator(".djs-overlay .badge", new LocatorOptions().setHasText(Pattern.compile("\\d+")))
                        .first())
                .isVisible();
        manager.saveScreenshot(Path.of("target/screenshots", wayIn.name(), "cockpit", "definition.png"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void cockpit_and_admin_are_refused_to_sales_with_a_page_that_names_the_permitted_roles(String application) {
        var sales = signedIn(SALES);
        assertThat(sales.page().locator(".areas").filter(new FilterOptions().setHasText("Cockpit")))
                .hasCount(0);
        assertThat(sales.open(application).status()).isEqualTo(403);
        assertThat(sales.page().locator("main")).containsText("Administrators");
        assertThat(sales.page().locator(".bar .person")).containsText(name(SALES));
        sales.expectRefusal();
    }

    static List<String> refused() {
        return Sample.eachNth(
                2,
                1,
                List.of(
                        "/camunda/app/cockpit/",
                        "/camunda/app/cockpit/default/",
                        "/camunda/app/admin/",
                        "/camunda/app/admin/default/"));
    }

    private void signOutOf(Visitor visitor, String application) {
        visitor.open(application);
        visitor.page()
                .locator("li.account > a, li.account .dropdown-toggle")
                .first()
                .click();
        visitor.page().locator("li.logout a").click();
    }

    private void assertEverythingAsks(Visitor visitor) {
        assertThat(visitor.page().locator(".bar .person, li.account")).hasCount(0);
        for (var application : APPLICATIONS) {
            visitor.open(application);
            assertThat(wayIn.form(visitor.page())).isVisible();
        }
    }
}
