package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.run.ImportDesk;
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.intake.run.ImportedOrder;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.journey.TestCompany;

/** A person drops a file of orders, corrects its faults and has everything entered. */
class ImportInTheBrowserTest extends InTheBrowser {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String HEADER = "Order,Customer,SKU,Qty,Deliver by\n";
    private static final String CELLS = "input[name^=cell-]";

    @Autowired
    TestCompany company;

    @Autowired
    ImportDesk imports;

    /** Ten faults are corrected on the page, and ten in the file of faulty rows. */
    @Test
    @Tag("nightly")
    void a_thousand_orders_with_twenty_faults_come_to_a_clean_end_within_three_minutes() throws IOException {
        var customer = company.customer();
        var cup = company.product(100_000);
        var began = Instant.now();
        var sally = signedIn(SALES);
        var number = send(sally, source(), file(customer, cup, 1000));
        imports.await(number, State.DECIDING);
        sally.open("/orders/import/" + number);
        assertThat(sally.page().locator(CELLS)).hasCount(20);

        for (int i = 0; i < 10; i++) {
            sally.page().locator(CELLS).nth(i).fill(cup);
        }
        sally.page().locator("#cells ~ form button.main").click();
        assertThat(sally.page().locator(".said")).containsText("their orders are checked again");
        assertThat(sally.page().locator(CELLS)).hasCount(10);

        var faulty = download(sally.page(), "a[href$=faulty-rows]");
        sally.page().locator("button[value=enterSound]").click();
        imports.await(number, State.DONE);
        assertThat(imports.entered(number)).hasSize(990);

        var again = send(sally, imports.source(number), Files.readString(faulty).replace(",POST,", "," + cup + ","));
        imports.await(again, State.DECIDING);
        sally.open("/orders/import/" + again);
        assertThat(sally.page().locator(CELLS)).hasCount(0);
        sally.page().locator("button[value=enterSound]").click();
        imports.await(again, State.DONE);
        sally.open("/orders/import/" + again);

        assertThat(imports.entered(again)).hasSize(10);
        assertThat(imports.in(again, ImportedOrder.State.FAULTY)).isEmpty();
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @Tag("nightly")
    @ValueSource(strings = {"en-GB", "zh-TW", "zh-CN"})
    void each_state_of_an_import_is_complete_and_open_to_everybody(String language) {
        var customer = company.customer();
        var cup = company.product(100);
        var sally = signedIn(SALES, new NewContextOptions().setLocale(language).setViewportSize(1400, 900));
        sally.open("/orders/import");
        look(sally, language, "form");

        var number = send(sally, source(), file(customer, cup, 30));
        look(sally, language, "checking");
        imports.await(number, State.DECIDING);
        sally.open("/orders/import/" + number);
        look(sally, language, "deciding");
        sally.page().locator(CELLS).first().fill("NEITHER");
        sally.page().locator("#cells ~ form button.main").click();
        assertThat(sally.page().locator(".said")).isVisible();
        look(sally, language, "corrected");
        sally.page().locator("button[value=enterSound]").click();
        assertThat(sally.page().locator(".said")).isVisible();
        look(sally, language, "entering");
        imports.await(number, State.DONE);
        sally.open("/orders/import/" + number);
        look(sally, language, "done");
        sally.page().setViewportSize(360, 900);
        look(sally, language, "done-narrow");

        var past = imports.sendPast(source(), past(customer, cup), ImportPolicy.LEAVE_FAULTY_OUT);
        imports.await(past, State.DONE);
        sally.page().setViewportSize(1400, 900);
        sally.open("/orders/import/" + past);
        look(sally, language, "past");
        sally.open("/orders/" + imports.entered(past).get("P-1"));
        look(sally, language, "past-order");
        sally.open("/orders?text=" + imports.entered(past).get("P-1"));
        look(sally, language, "past-list");
    }

    private static void look(Visitor visitor, String language, String state) {
        var page = visitor.page();
        visitor.saveScreenshot(Path.of("target/screenshots/import", language, state + ".png"));
        assertThat(page.locator("body").innerText())
                .as(state)
                .doesNotContain("??", "Exception")
                .doesNotContainPattern("\\bnull\\b");
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as(state + " is wider than its window")
                .isFalse();
    }

    private static ImportNumber send(Visitor sally, String source, String text) {
        sally.open("/orders/import");
        var page = sally.page();
        page.locator("#file")
                .setInputFiles(new FilePayload("orders.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.locator("#source").fill(source);
        page.locator(".acts button.main").first().click();
        page.waitForURL(address -> address.matches(".*/orders/import/\\d+"));
        return new ImportNumber(Long.parseLong(page.url().replaceFirst(".*/", "")));
    }

    private static Path download(Page page, String link) {
        return page.waitForDownload(() -> page.locator(link).click()).path();
    }

    private static String source() {
        return "browser-" + COUNT.incrementAndGet();
    }

    /** Every fiftieth order has a product that nobody knows, up to twenty. */
    private static String file(String customer, String sku, int orders) {
        var step = Math.max(1, orders / 20);
        return IntStream.rangeClosed(1, orders)
                .mapToObj(i ->
                        String.join(",", "B-" + i, customer, i % step == 0 && i / step <= 20 ? "POST" : sku, "1", ""))
                .collect(Collectors.joining("\n", HEADER, "\n"));
    }

    private static String past(String customer, String sku) {
        return "Order,Customer,SKU,Qty,Order Date\nP-1," + customer + "," + sku + ",2,2024-03-31\nP-2," + customer
                + ",POST,2,2024-03-31\n";
    }
}
