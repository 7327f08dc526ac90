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

    /** Of 150 orders, 20 are faulty, and the others are entered in two steps. */
    @ParameterizedTest
    @Tag("nightly")
    @ValueSource(strings = {"en-GB", "zh-TW", "zh-CN"})
    void each_state_of_an_import_is_complete_and_open_to_everybody(String language) {
        var cup = company.product(1000);
        var sally = signedIn(SALES, new NewContextOptions().setLocale(language));
        var look = new Look(sally, Path.of("target/screenshots/import", language));
        look.at("/orders/import", "form");
        sally.page().locator("#file").setInputFiles(payload(""));
        press(sally, ".acts button.main");
        look.at("form-refused");
        sally.expectRefusal();

        var source = source();
        var file = file(company.customer(), cup, 150);
        var number = send(sally, source, file);
        look.at("checking");
        imports.await(number, State.DECIDING);
        look.at("/orders/import/" + number, "deciding");
        correct(sally, number, look, cup);
        enter(sally, number, look);
        undo(sally, number, look);

        var again = send(sally, source, file);
        imports.await(again, State.DECIDING);
        look.at("/orders/import/" + again, "same-file");
        press(sally, "button[value=cancelImport]");
        imports.await(again, State.CANCELLED);
        look.at("/orders/import/" + again, "cancelled");
        look.at("/orders/import", "history");
    }

    /** One cell remains faulty, and a value is read as another. */
    private void correct(Visitor sally, ImportNumber number, Look look, String cup) {
        sally.page().locator(CELLS).first().fill("NEITHER");
        press(sally, "#cells ~ form button.main");
        assertThat(sally.page().locator(".said")).isVisible();
        look.at("corrected");
        sally.page().locator("tr:has-text('POST') input[name=instead]").fill(cup);
        press(sally, "tr:has-text('POST') form:has(input[name=instead]) button");
        assertThat(sally.page().locator(".said")).isVisible();
        look.at("checking-again");
        imports.await(number, State.DECIDING);
        look.at("/orders/import/" + number, "values-replaced");
    }

    private void enter(Visitor sally, ImportNumber number, Look look) {
        press(sally, "button[value=enterSound]");
        assertThat(sally.page().locator(".said")).isVisible();
        look.at("entering");
        press(sally, "form[action$='/pause'] button");
        look.at("pausing");
        imports.await(number, State.PAUSED);
        look.at("/orders/import/" + number, "paused");
        press(sally, "form[action$='/resume'] button");
        imports.await(number, State.DONE);
        look.at("/orders/import/" + number, "done");
    }

    private void undo(Visitor sally, ImportNumber number, Look look) {
        press(sally, "form[action$='/undo'] button");
        look.at("undoing");
        imports.await(number, State.UNDONE);
        look.at("/orders/import/" + number, "undone");
    }

    @ParameterizedTest
    @Tag("nightly")
    @ValueSource(strings = {"en-GB", "zh-TW", "zh-CN"})
    void orders_of_the_past_and_a_file_that_nobody_can_read_are_open_to_everybody(String language) {
        var sally = signedIn(SALES, new NewContextOptions().setLocale(language));
        var look = new Look(sally, Path.of("target/screenshots/import", language));
        var past = imports.sendPast(
                source(), past(company.customer(), company.product(100)), ImportPolicy.LEAVE_FAULTY_OUT);
        imports.await(past, State.DONE);
        look.at("/orders/import/" + past, "past");
        look.at("/orders/" + imports.entered(past).get("P-1"), "past-order");
        look.at("/orders?text=" + imports.entered(past).get("P-1"), "past-list");

        var strange = send(sally, source(), "Colour,Weight\nred,7\n");
        imports.await(strange, State.DECIDING);
        look.at("/orders/import/" + strange, "no-columns");
    }

    private static ImportNumber send(Visitor sally, String source, String text) {
        sally.open("/orders/import");
        var page = sally.page();
        page.locator("#file").setInputFiles(payload(text));
        page.locator("#source").fill(source);
        press(sally, ".acts button.main");
        page.waitForURL(address -> address.matches(".*/orders/import/\\d+"));
        return new ImportNumber(Long.parseLong(page.url().replaceFirst(".*/", "")));
    }

    private static FilePayload payload(String text) {
        return new FilePayload("orders.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void press(Visitor sally, String button) {
        sally.page().locator(button).first().click();
    }

    private static Path download(Page page, String link) {
        return page.waitForDownload(() -> page.locator(link).click()).path();
    }

    private static String source() {
        return "browser-" + COUNT.incrementAndGet();
    }

    /** Twenty orders have a product that nobody knows. */
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
