package io.ordertrail.web.stock;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.stock.feed.ApplyStockLevel;
import io.ordertrail.stock.feed.ReportedLevel;

@JourneyTest
class FeedsPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    ApplyStockLevel applyStockLevel;

    @Test
    void sources_gaps_and_differences_are_shown_to_staff() throws Exception {
        var cup = company.product(9);
        var source = "wms <" + cup + ">";
        report(source, cup, 1, 7);
        report(source, cup, 1004, 7);
        report(source, cup, 3, 7);
        browser.perform(get("/stock/feeds").with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("wms &lt;" + cup + "&gt;")))
                .andExpect(content().string(containsString("4–1,003")))
                .andExpect(content().string(containsString("missing")))
                .andExpect(content().string(containsString(">-2<")));
        browser.perform(get("/stock").with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("href=\"/stock/feeds\"")));
    }

    @ParameterizedTest
    @CsvSource({"en,Other stock systems", "zh-TW,其他庫存系統", "zh-CN,其他库存系统"})
    void the_page_is_in_the_users_language(String language, String title) throws Exception {
        browser.perform(get("/stock/feeds")
                        .header("Accept-Language", language)
                        .with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(title)));
    }

    private void report(String source, String sku, long sequence, int onHand) {
        applyStockLevel.apply(
                new ReportedLevel(source, sku, "VIE", sequence, onHand, Instant.parse("2026-12-01T09:30:00Z")));
    }
}
