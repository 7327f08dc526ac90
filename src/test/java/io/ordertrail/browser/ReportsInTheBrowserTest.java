package io.ordertrail.browser;

import static io.ordertrail.platform.access.Role.MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The reports as managers see them. */
class ReportsInTheBrowserTest extends InTheBrowser {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

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
