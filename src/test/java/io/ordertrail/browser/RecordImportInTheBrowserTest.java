package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.SALES;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.TestCompany;
import io.ordertrail.platform.access.Role;

/** People import customers, products, stock levels, purchases and numbers of partners, and see what folders brought. */
@Tag("nightly")
class RecordImportInTheBrowserTest extends InTheBrowser {

    private static final String INVALID = "no number";

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    /** One row is sound and one is faulty. */
    @ParameterizedTest
    @CsvSource({"customers, SALES", "products, MANAGERS", "stock, WAREHOUSE", "purchases, PURCHASING", "partners, SALES"
    })
    void each_state_of_an_import_of_records_is_complete_and_open_to_everybody(String kind, Role role) {
        for (var language : new String[] {"en-GB", "zh-TW", "zh-CN"}) {
            var person = signedIn(role, new NewContextOptions().setLocale(language));
            var look = new Look(person, Path.of("target/screenshots/import", language, kind));
            look.at("/imports/" + kind, "form");
            send(person, "");
            look.at("form-refused");
            person.expectRefusal();

            person.open("/imports/" + kind);
            send(person, file(kind));
            assertThat(person.page().locator("#decide")).isVisible();
            look.at("deciding");
            person.page().locator("input[name^=cell-]").first().fill("X");
            press(person, "#cells ~ form button");
            assertThat(person.page().locator(".said")).isVisible();
            assertThat(person.page().locator("#decide")).isVisible();
            look.at("corrected");
            press(person, "form[action$='/save'] button");
            assertThat(person.page().locator("form[action$='/cancel']")).hasCount(0);
            assertThat(person.page().locator("progress")).hasCount(0);
            look.at("done");
            look.at("/imports/" + kind, "history");
        }
    }

    private String file(String kind) {
        var sku = company.product(3);
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        return switch (kind) {
            case "customers" ->
                "Number,Name,Country,Credit limit\nB-%s,New,AT,\n%s,Old,AT,%s\n"
                        .formatted(sku, company.customer(), INVALID);
            case "products" ->
                "SKU,Name,Category,Price,Colour\n%s,Renamed,Tableware,10.50,red\nB-%s,New,Tableware,%s,\n"
                        .formatted(sku, sku, INVALID);
            case "stock" -> "SKU,Site,On hand\n%s,VIE,9\n%s,VIE,%s\n".formatted(sku, company.product(1), INVALID);
            case "purchases" ->
                "SKU,Site,Ordered,Expected\n%s,VIE,40,%s\n%s,VIE,%s,%s\n"
                        .formatted(sku, day, company.product(1), INVALID, day);
            default ->
                "Kind,Partner,Their number,Our number\nArticle,shop,T-%s,%s\nArticle,shop,U-%s,NOBODY\n"
                        .formatted(sku, sku, sku);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-TW", "zh-CN"})
    void folders_numbers_of_partners_and_answers_to_documents_are_open_to_everybody(String language) {
        var source = "folder-" + language;
        transaction.executeWithoutResult(status -> database.update("""
            insert into watched_file (source, name, hash, state, taken_at, message)
            values (?, '訂單.csv', 'hash', 'FAILED', '2026-01-01 00:00:00', 'Row 2 has no quantity.'),
                   (?, 'orders.csv', 'hash', 'ANSWERED', '2026-01-01 00:00:00', '7'),
                   (?, 'more.csv', 'hash', 'TAKEN', '2026-01-01 00:00:00', null)\
            """, source, source, source));
        var sally = signedIn(SALES, new NewContextOptions().setLocale(language));
        var look = new Look(sally, Path.of("target/screenshots/import", language, "partners"));
        look.at("/orders/folders", "folders");

        look.at("/partner-numbers", "numbers");
        press(sally, "form.card button.main");
        look.at("numbers-refused");
        sally.expectRefusal();
        sally.page().locator("#theirs").fill("T-" + language);
        sally.page().locator("#ours").fill(company.product(0));
        press(sally, "form.card button.main");
        assertThat(sally.page().locator(".said")).isVisible();
        look.at("numbers-saved");

        look.at("/orders/documents", "documents");
        document(sally, "Dear sirs, please send three lamps.");
        look.at("document-refused");
        sally.expectRefusal();
        document(sally, edifact(language, "NOBODY"));
        look.at("document-rejected");
        sally.expectRefusal();
        document(sally, edifact(language, company.product(10)));
        look.at("document-answered");
    }

    private static void send(Visitor person, String text) {
        take(person, "records.csv", text);
    }

    private static void document(Visitor sally, String text) {
        sally.open("/orders/documents");
        take(sally, "order.txt", text);
        sally.page().waitForLoadState();
    }

    private static void take(Visitor person, String name, String text) {
        person.page()
                .locator("#file")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        press(person, "form.card button.main");
    }

    private static void press(Visitor person, String button) {
        person.page().locator(button).first().click();
    }

    private String edifact(String language, String product) {
        return """
            UNA:+.? '
            UNB+UNOA:3+5400110000009:14+5013546107732:14+261201:1237+1'
            UNH+1+ORDERS:D:96A:UN:EAN008'
            BGM+220+%s-%s+9'
            DTM+137:20261201:102'
            DTM+2:20270115:102'
            NAD+BY+%s::92'
            LIN+1++5400111864181:EN'
            PIA+1+%s:SA'
            QTY+21:3'
            PRI+AAA:9.5'
            UNS+S'
            UNT+11+1'
            UNZ+1+1'
            """.formatted(language, product, company.customer(), product);
    }
}
