package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.CAMUNDA_ADMIN;
import static io.ordertrail.platform.access.Role.MANAGERS;
import static io.ordertrail.platform.access.Role.SALES;
import static io.ordertrail.platform.access.Role.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.platform.access.Role;

/** Every page, as it is seen; the pictures stay in target/screenshots for people to look at. */
class PagesInTheBrowserTest extends InTheBrowser {

    /** How wide the window is, in which light, and where the pictures go. */
    private record Look(String folder, int width, ColorScheme light) {

        private static Look plain(String folder) {
            return new Look(folder, 1400, ColorScheme.LIGHT);
        }
    }

    /** In which languages the order desk is looked at, and how. */
    enum Language {
        ENGLISH("en-GB", new Look("narrow", 360, ColorScheme.LIGHT), new Look("dark", 1400, ColorScheme.DARK)),
        TRADITIONAL("zh-TW", new Look("narrow_traditional", 390, ColorScheme.DARK)),
        SIMPLIFIED("zh-CN");

        private final NewContextOptions browser;
        private final List<Look> looks = new ArrayList<>();

        Language(String tag, Look... more) {
            browser = new NewContextOptions().setLocale(tag).setTimezoneId("Asia/Taipei");
            looks.add(Look.plain(name().toLowerCase(Locale.ROOT)));
            looks.addAll(List.of(more));
        }
    }

    private static final List<String> LISTS = List.of("stock", "products", "customers", "sites");
    private static final Map<String, Optional<String>> FIRST = new HashMap<>();
    private static final String CUT_OFF = """
      document.documentElement.scrollWidth > innerWidth
        || [...document.querySelectorAll('.scroll')].some(box => box.scrollWidth > box.clientWidth)""";

    @Test
    void the_order_desk_is_whole_on_a_desk_and_on_a_telephone() {
        theOrderDesk(Language.ENGLISH.browser, Language.ENGLISH.looks.subList(0, 2));
    }

    @Tag("nightly")
    @ParameterizedTest
    @EnumSource
    void the_order_desk_is_whole_in_each_language_and_light(Language language) {
        theOrderDesk(language.browser, language.looks);
    }

    private void theOrderDesk(NewContextOptions browser, List<Look> looks) {
        var desk = new Pictures(looks, visitors.with(server(), browser));
        desk.visitor.open("/");
        assertThat(wayIn.asked(desk.visitor.page())).isVisible();
        desk.take("sign-in");

        ofSales(new Pictures(looks, signedIn(SALES, browser)));
        ofTheWarehouse(new Pictures(looks, signedIn(WAREHOUSE, browser)));
    }

    private static void ofSales(Pictures sales) {
        sales.take("orders", "/orders");
        sales.take("orders-none-found", "/orders?text=nowhere");
        sales.take("order-new", "/orders/new");
        for (var state : OrderState.values()) {
            sales.takeFirst("order-" + state, "/orders?state=" + state, "a.order", "");
        }
        sales.takeFirst("order-correct", "/orders?state=IN_CORRECTION", "a.order", "/correct");
        sales.takeFirst("order-cancellation", "/orders?state=CONFIRMED", "a.order", "/cancellation");
        for (var list : LISTS) {
            sales.take(list, "/" + list);
            sales.takeFirst(list + "-one", "/" + list, "main th a", "");
        }
        sales.take("product-new", "/products/new");
        sales.take("customer-new", "/customers/new");
        sales.take("sign-out", "/sign-out");
        sales.takeRefusal("refused", "/camunda/app/cockpit/");
        sales.takeRefusal("unknown", "/no/such/page");
        sales.takeRefusal("order-unknown", "/orders/2222-2222");
    }

    private static void ofTheWarehouse(Pictures warehouse) {
        warehouse.take("receive", "/stock/receive");
        warehouse.take("stocktakes", "/stock/stocktakes");
        warehouse.take("stocktake-new", "/stock/stocktakes/new");
        warehouse.take("transfers", "/stock/transfers");
        warehouse.take("transfer-new", "/stock/transfers/new");
        warehouse.take("accuracy", "/stock/accuracy");
        warehouse.take("stock-waited-for", "/stock?only=WAITED_FOR");
        warehouse.take("stock-none-found", "/stock?text=nowhere");
        warehouse.takeFirst("stock-one-waited-for", "/stock?only=WAITED_FOR", "main th a", "?days=0");
        warehouse.takeFirst("stock-one-to-book", "/stock", "main th a", "");
        warehouse.take("site-new", "/sites/new");
        warehouse.takeFirst("site-one-to-change", "/sites", "main th a", "");
    }

    @ParameterizedTest
    @Tag("nightly")
    @CsvSource({
        "SALES, Correct order",
        "SALES, Decide on shortage",
        "ORDER_REVIEW, Review order",
        "WAREHOUSE, Pick and pack",
        "SHIPPING, Ship parcel",
        "CUSTOMER_SERVICE, Chase delivery"
    })
    void tasklist_shows_each_task_with_its_form_and_its_facts(Role role, String task) {
        var visitor = signedIn(role);
        Tasklist.openedBy(visitor).show(task);
        new Pictures(List.of(Look.plain("tasklist")), visitor)
                .take(task.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    @Test
    @Tag("nightly")
    void cockpit_is_whole() {
        var room = new Room(MANAGERS, "cockpit");
        room.look("dashboard", "#/dashboard", "Deployments 3");
        room.look("processes", "#/processes", "orderFulfilment");
        room.look("decisions", "#/decisions", "Order checks");
        room.look("tasks", "#/tasks", "Customer service");
        room.look("deployments", "#/repository", "as shipped");
        room.look("batches", "#/batch", "No finished batches");
        room.look("reports", "#/reports", "Available reports");
    }

    @Test
    @Tag("nightly")
    void admin_is_whole() {
        var room = new Room(CAMUNDA_ADMIN, "admin");
        room.look("dashboard", "#/", "Manage Authorizations");
        room.look("users", "#/users", "demo-warehouse");
        room.look("user", "#/users/demo-sales?tab=profile", "Sam");
        room.look("groups", "#/groups", "order-review");
        room.look("group", "#/groups/sales?tab=users", "demo-sales");
        room.look("tenants", "#/tenants", "List of tenants");
        room.look("authorizations", "#/authorization?resource=0", "cockpit");
        room.look("system", "#/system?section=system-settings-general", "is up and running");
    }

    @Test
    @Tag("nightly")
    void welcome_is_whole() {
        new Room(CAMUNDA_ADMIN, "welcome").look("welcome", "#!/welcome", "Ada");
    }

    /** One of the engine's web applications. */
    private final class Room {

        private final String name;
        private final Visitor visitor;

        private Room(Role role, String name) {
            this.name = name;
            visitor = signedIn(role);
        }

        /** @param says what stands there when all of the page has come */
        void look(String page, String place, String says) {
            visitor.open("/camunda/app/" + name + "/default/" + place);
            assertThat(visitor.page().locator("body")).containsText(says);
            visitor.keepPicture(pictureOf(name, page));
        }
    }

    private Path pictureOf(String folder, String page) {
        return Path.of("target/screenshots", wayIn.name(), folder, page + ".png");
    }

    /** Of one visitor's pages, each as it came and then as it is seen in other windows; a page with text cut off, or text that is none, is not whole. */
    private final class Pictures {

        private final List<Look> looks;
        private final Visitor visitor;

        private Pictures(List<Look> looks, Visitor visitor) {
            this.looks = looks;
            this.visitor = visitor;
            show(looks.get(0));
        }

        private void show(Look look) {
            visitor.page().setViewportSize(look.width(), 900);
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.light()));
        }

        void take(String name) {
            var page = visitor.page();
            assertThat(page.title()).as(name).isNotBlank();
            looks.forEach(look -> take(name, look));
            show(looks.get(0));
        }

        private void take(String name, Look look) {
            var page = visitor.page();
            show(look);
            visitor.keepPicture(pictureOf(look.folder(), name));
            assertThat(page.locator("body").innerText())
                    .as(name)
                    .doesNotContain("??", "Exception")
                    .doesNotContainPattern("\\bnull\\b");
            assertThat((boolean) page.evaluate(CUT_OFF))
                    .as(name + " is wider than its window")
                    .isFalse();
        }

        void take(String name, String path) {
            visitor.open(path);
            take(name);
        }

        /** The page of the first one of a list; none where the list is empty. The list itself is looked at once for all looks. */
        void takeFirst(String name, String list, String link, String more) {
            var first = FIRST.computeIfAbsent(list + " " + link, none -> {
                visitor.open(list);
                return visitor.page().locator(link).all().stream().findFirst().map(one -> one.getAttribute("href"));
            });
            first.ifPresent(path -> take(name, path + more));
        }

        void takeRefusal(String name, String path) {
            take(name, path);
            visitor.expectRefusal();
        }
    }
}
