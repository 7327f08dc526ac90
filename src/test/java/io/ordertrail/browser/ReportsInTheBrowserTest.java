package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.report.figure.Reports;

/** The reports as managers see them. */
class ReportsInTheBrowserTest extends InTheBrowser {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final int WIDE = 1400;
    private static final int NARROW = 390;
    /** What a page must not have: text beyond the window that nobody can scroll to. */
    private static final String CUT_OFF = """
        document.documentElement.scrollWidth > innerWidth
          || [...document.querySelectorAll('.scroll')].some(box => box.scrollWidth > box.clientWidth)\
        """;

    private static final String WITHOUT_SPACE =
            "[...document.querySelectorAll('.bars svg, svg.chart')].some(picture => picture.clientWidth < 100)";

    @Autowired
    Reports reports;

    @Test
    void every_picture_has_its_table_and_its_sentence_and_is_saved_as_png() throws IOException {
        var manager = signedIn(MANAGERS);
        manager.open("/reports");
        var reports = manager.page().locator("main section li a[href^='/reports/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        var saved = 0;
        for (var report : reports) {
            manager.open(report);
            var page = manager.page();
            if (page.locator("[data-picture]").count() > 0) {
                assertThat(page.locator("table.rows tbody tr").count())
                        .as(report)
                        .isPositive();
                assertThat(page.locator("#found .card .hint").first().innerText())
                        .as(report)
                        .isNotBlank();
                var file = page.waitForDownload(
                        () -> page.locator("[data-picture]").click());
                assertThat(file.suggestedFilename()).endsWith(".png");
                assertThat(Files.readAllBytes(file.path()))
                        .as(report)
                        .startsWith(PNG)
                        .hasSizeGreaterThan(5000);
                saved++;
            }
        }
        assertThat(saved).isGreaterThan(5);
    }

    @Test
    void axe_finds_nothing_on_any_report_on_a_telephone() {
        assertThat(faults("en-GB", List.of(ColorScheme.LIGHT), List.of(NARROW))).isEmpty();
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-TW", "zh-CN"})
    void axe_finds_nothing_on_any_report_in_any_language_width_and_colour_scheme(String language) {
        assertThat(faults(language, List.of(ColorScheme.LIGHT, ColorScheme.DARK), List.of(WIDE, NARROW)))
                .isEmpty();
    }

    private List<Object> faults(String language, List<ColorScheme> colours, List<Integer> widths) {
        var manager =
                signedIn(MANAGERS, new NewContextOptions().setLocale(language).setTimezoneId("Europe/Vienna"));
        save(manager);
        var faults = new ArrayList<Object>();
        for (var path : pages()) {
            manager.open(path);
            for (var colour : colours) {
                widths.forEach(width -> faults.addAll(faults(manager, path, language, colour, width)));
            }
        }
        return faults;
    }

    /** The home lists it. */
    private static void save(Visitor manager) {
        manager.open("/reports/orders-by-state");
        manager.page().locator("form[action='/reports/saved'] button").click();
        assertThat(manager.page().locator("a[href^='/reports/saved/']").first()).isVisible();
    }

    private List<?> faults(Visitor manager, String path, String language, ColorScheme colours, int width) {
        var page = manager.page();
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        manager.saveScreenshot(Path.of(
                "target/screenshots",
                wayIn.name(),
                "reports",
                language,
                colours.name().toLowerCase(Locale.ROOT) + "-" + width,
                path.substring(1).replaceAll("[/?&=]+", "-") + ".png"));
        assertThat(page.locator("body").innerText())
                .as(path)
                .doesNotContain("??")
                .doesNotContainPattern("\\bnull\\b");
        assertThat((boolean) page.evaluate(CUT_OFF))
                .as(path + " is wider than " + width)
                .isFalse();
        assertThat((boolean) page.evaluate(WITHOUT_SPACE))
                .as(path + " has no space for its picture in " + width)
                .isFalse();
        return Axe.faults(page, "body").stream()
                .map(fault -> path + " " + language + " " + colours + " " + width + ": " + fault)
                .toList();
    }

    private List<String> pages() {
        return Stream.concat(
                        reports.all().stream().map(report -> "/reports/" + report.name()),
                        Stream.of(
                                "/reports",
                                "/reports/orders-by-channel/orders?key=desk&figure=orders",
                                "/reports/forecast",
                                "/reports/digest",
                                "/reports/hours",
                                "/reports/health",
                                "/reports/alerts",
                                "/reports/event-log"))
                .toList();
    }

    @Test
    void a_figure_leads_to_as_many_orders_as_it_says() {
        var manager = signedIn(MANAGERS);
        for (var report : List.of("orders-by-state", "weekday-by-hour", "cumulative-flow", "ageing")) {
            manager.open("/reports/" + report);
            var figure = manager.page().locator("tbody td.number a").last();
            var orders = Integer.parseInt(figure.innerText());
            figure.click();
            assertThat(manager.page().locator("a.order").count()).as(report).isEqualTo(orders);
        }
    }

    @Test
    void the_menu_of_a_manager_fits_in_one_line() {
        var manager = signedIn(MANAGERS);
        for (var width : List.of(1280, 1300, 1366, 1440, 1920)) {
            manager.page().setViewportSize(width, 800);
            assertThat(((Number) manager.page().evaluate("document.querySelector('.bar').offsetHeight")).intValue())
                    .as(width + " px")
                    .isLessThan(60);
        }
    }
}
