package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.AUDITORS;
import static io.ordertrail.platform.access.Role.CAMUNDA_ADMIN;
import static io.ordertrail.platform.access.Role.MANAGERS;
import static io.ordertrail.platform.access.Role.PROCESS_OWNERS;
import static io.ordertrail.platform.access.Role.PURCHASING;
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

/** Takes a screenshot of every page into target/screenshots and checks that the page is complete. */
class PagesInTheBrowserTest extends InTheBrowser {

    /** A window width and colour scheme, and the folder of the screenshots. */
    private record View(String folder, int width, ColorScheme light) {

        private static View plain(String folder) {
            return new View(folder, 1400, ColorScheme.LIGHT);
        }
    }

    /** The languages of the screenshots, and their widths and colour schemes. */
    enum Language {
        ENGLISH("en-GB", new View("narrow", 360, ColorScheme.LIGHT), new View("dark", 1400, ColorScheme.DARK)),
        TRADITIONAL("zh-TW", new View("narrow_traditional", 390, ColorScheme.DARK)),
        SIMPLIFIED("zh-CN");

        private final NewContextOptions browser;
        private final List<View> views = new ArrayList<>();

        Language(String tag, View... more) {
            browser = new NewContextOptions().setLocale(tag).setTimezoneId("Asia/Taipei");
            views.add(View.plain(name().toLowerCase(Locale.ROOT)));
            views.addAll(List.of(more));
        }
    }

    private static final List<String> LISTS = List.of("stock", "products", "customers", "sites");
    private static final Map<String, Optional<String>> FIRST = new HashMap<>();
    private static final String CUT_OFF = """
        document.documentElement.scrollWidth > innerWidth
          || [...document.querySelectorAll('.scroll')].some(box => box.scrollWidth > box.clientWidth)\
        """;

    /** What fits on a telephone fits on a desk. */
    @Test
    void the_order_desk_is_complete_on_a_telephone() {
        theOrderDesk(Language.ENGLISH.browser, Language.ENGLISH.views.subList(1, 2));
    }

    @Tag("nightly")
    @ParameterizedTest
    @EnumSource
    void the_order_desk_is_complete_in_each_language_and_colour_scheme(Language language) {
        theOrderDesk(language.browser, language.views);
    }

    private void theOrderDesk(NewContextOptions browser, List<View> views) {
        var desk = new Pictures(views, visitors.with(server(), browser));
        desk.visitor.open("/");
        assertThat(wayIn.form(desk.visitor.page())).isVisible();
        desk.take("sign-in");

        ofSales(new Pictures(views, signedIn(SALES, browser)));
        ofTheWarehouse(new Pictures(views, signedIn(WAREHOUSE, browser)));
        ofTheManager(new Pictures(views, signedIn(MANAGERS, browser)));
        ofPurchasing(new Pictures(views, signedIn(PURCHASING, browser)));
        ofTheProcessOwner(new Pictures(views, signedIn(PROCESS_OWNERS, browser)));
        ofTheAuditor(new Pictures(views, signedIn(AUDITORS, browser)));
        ofTheAdministrator(new Pictures(views, signedIn(CAMUNDA_ADMIN, browser)));
    }

    private static void ofSales(Pictures sales) {
        sales.take("orders", "/orders");
        sales.take("orders-none-found", "/orders?text=nowhere");
        sales.take("order-new", "/orders/new");
        sales.take("orders-import", "/orders/import");
        sales.take("orders-documents", "/orders/documents");
        sales.take("orders-folders", "/orders/folders");
        sales.take("partner-numbers", "/partner-numbers");
        for (var kind : List.of("customers", "products", "partners")) {
            sales.take("import-" + kind, "/imports/" + kind);
        }
        for (var state : OrderState.values()) {
            sales.takeFirst("order-" + state, "/orders?state=" + state, "a.order", "");
        }
        sales.takeFirst("order-correct", "/orders?state=IN_CORRECTION", "a.order", "/correct");
        sales.takeFirst("order-cancellation", "/orders?state=CONFIRMED", "a.order", "/cancellation");
        for (var list : LISTS) {
            sales.take(list, "/" + list);
            sales.takeFirst(list + "-one", "/" + list, "main th a", "");
        }
        sales.take("customer-new", "/customers/new");
        sales.take("sign-out", "/sign-out");
        sales.takeRefusal("refused", "/camunda/app/cockpit/");
        sales.takeRefusal("unknown", "/no/such/page");
        sales.takeRefusal("order-unknown", "/orders/2222-2222");
    }

    private static void ofTheManager(Pictures manager) {
        manager.take("product-new", "/products/new");
        manager.take("approvals", "/approvals");
        manager.take("changes", "/changes");
        manager.take("backups", "/backups");
        manager.take("retention", "/retention");
        manager.take("reports", "/reports");
        for (var report : List.of(
                "orders-by-day",
                "orders-by-customer",
                "weekday-by-hour",
                "cumulative-flow",
                "ageing",
                "picking-rate",
                "stock-by-product")) {
            manager.take("report-" + report, "/reports/" + report);
        }
        manager.take("report-orders", "/reports/orders-by-channel/orders?key=desk");
        for (var page : List.of("forecast", "alerts", "digest", "hours", "health", "event-log")) {
            manager.take("reports-" + page, "/reports/" + page);
        }
        manager.takeFirst("reports-hours-one", "/reports/hours", "main li a", "");
        manager.takeFirst("customers-one-to-decide", "/customers", "main th a", "");
        manager.takeFirst("personal-data", "/customers", "main th a", "/personal-data");
    }

    private static void ofTheProcessOwner(Pictures owner) {
        owner.take("process", "/process");
        owner.take("bundle", "/process/bundles/1");
        owner.take("deadlines", "/process/deadlines");
        owner.take("incidents", "/process/incidents");
    }

    private static void ofPurchasing(Pictures buyer) {
        buyer.take("replenishment", "/replenishment");
        buyer.take("import-purchases", "/imports/purchases");
    }

    private static void ofTheAuditor(Pictures auditor) {
        auditor.take("audit", "/audit");
        auditor.take("encryption", "/encryption");
    }

    private static void ofTheAdministrator(Pictures administrator) {
        administrator.take("encryption-of-administrator", "/encryption");
        administrator.take("webhooks", "/webhooks");
        administrator.take("webhook-new", "/webhooks/new");
    }

    private static void ofTheWarehouse(Pictures warehouse) {
        warehouse.take("receive", "/stock/receive");
        warehouse.take("import-stock", "/imports/stock");
        warehouse.take("feeds", "/stock/feeds");
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
        new Pictures(List.of(View.plain("tasklist")), visitor)
                .take(task.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    @Test
    @Tag("nightly")
    void cockpit_is_complete() {
        var application = new WebApplication(MANAGERS, "cockpit");
        application.open("dashboard", "#/dashboard", "Deployments 1");
        application.open("processes", "#/processes", "orderFulfilment");
        application.open("decisions", "#/decisions", "Order checks");
        application.open("tasks", "#/tasks", "Customer service");
        application.open("deployments", "#/repository", "Bundle 1");
        application.open("batches", "#/batch", "No finished batches");
        application.open("reports", "#/reports", "Available reports");
    }

    @Test
    @Tag("nightly")
    void admin_is_complete() {
        var application = new WebApplication(CAMUNDA_ADMIN, "admin");
        application.open("dashboard", "#/", "Manage Authorizations");
        application.open("users", "#/users", "demo-warehouse");
        application.open("user", "#/users/demo-sales?tab=profile", "Sam");
        application.open("groups", "#/groups", "order-review");
        application.open("group", "#/groups/sales?tab=users", "demo-sales");
        application.open("tenants", "#/tenants", "List of tenants");
        application.open("authorizations", "#/authorization?resource=0", "cockpit");
        application.open("system", "#/system?section=system-settings-general", "is up and running");
    }

    @Test
    @Tag("nightly")
    void welcome_is_complete() {
        new WebApplication(CAMUNDA_ADMIN, "welcome").open("welcome", "#!/welcome", "Ada");
    }

    /** One of the engine's web applications. */
    private final class WebApplication {

        private final String name;
        private final Visitor visitor;

        private WebApplication(Role role, String name) {
            this.name = name;
            visitor = signedIn(role);
        }

        /**
         * Takes a screenshot of a page.
         *
         * @param says a text that is visible when the page is complete
         */
        void open(String page, String path, String says) {
            visitor.open("/camunda/app/" + name + "/default/" + path);
            assertThat(visitor.page().locator("body")).containsText(says);
            visitor.saveScreenshot(pictureOf(name, page));
        }
    }

    private Path pictureOf(String folder, String page) {
        return Path.of("target/screenshots", wayIn.name(), folder, page + ".png");
    }

    /**
     * Screenshots of one visitor's pages, each in all widths and colour schemes. A page with cut-off or missing text,
     * or with anything that axe finds, fails.
     */
    private final class Pictures {

        private final List<View> views;
        private final Visitor visitor;

        private Pictures(List<View> views, Visitor visitor) {
            this.views = views;
            this.visitor = visitor;
            show(views.get(0));
        }

        private void show(View view) {
            visitor.page().setViewportSize(view.width(), 900);
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.light()));
        }

        void take(String name) {
            var page = visitor.page();
            assertThat(page.title()).as(name).isNotBlank();
            views.forEach(view -> take(name, view));
            show(views.get(0));
        }

        private void take(String name, View view) {
            var page = visitor.page();
            show(view);
            visitor.saveScreenshot(pictureOf(view.folder(), name));
            Look.isComplete(visitor, name);
            assertThat((boolean) page.evaluate(CUT_OFF))
                    .as(name + " is wider than its window")
                    .isFalse();
            Look.isOpenToEverybody(visitor, name);
        }

        void take(String name, String path) {
            visitor.open(path);
            take(name);
        }

        /**
         * The page of the first entry of a list; none when the list is empty. The list itself is read once for all
         * visitors.
         */
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
