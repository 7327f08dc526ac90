package io.ordertrail.web.report;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.stock.ledger.SaveSite;
import io.ordertrail.stock.ledger.SiteData;

@JourneyTest
@Tag("database")
class HoursPageTest {

    private static final String SITE = "HRS";
    private static final String PAGE = "/reports/hours/" + SITE;

    @Autowired
    MockMvc browser;

    @Autowired
    SaveSite saveSite;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_site() {
        saveSite.save(new SiteData(SITE, "Hours", "AT"));
    }

    @AfterEach
    void no_hours() {
        transaction.executeWithoutResult(
                status -> database.update("delete from business_hours where site = '" + SITE + "'"));
    }

    @Test
    void a_manager_sets_the_hours_of_a_site_and_reports_on_durations_offer_its_clock() throws Exception {
        browser.perform(get("/reports/ageing").with(manager()))
                .andExpect(content().string(not(containsString("business hours of " + SITE))))
                .andExpect(content().string(not(containsString("By the clock of a site"))));
        browser.perform(hours("08:00", "17:00", "2026-12-25", 0)).andExpect(redirectedUrl("/reports/hours"));
        browser.perform(get(PAGE).with(manager()))
                .andExpect(content().string(allOf(containsString("value=\"08:00\""), containsString("2026-12-25"))));
        for (var report : new String[] {"lead-times", "holds-by-rule", "ageing"}) {
            browser.perform(get("/reports/" + report + "?clock=" + SITE).with(manager()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("business hours of " + SITE)))
                    .andExpect(content().string(containsString("By the clock of a site")));
        }
        browser.perform(get("/changes?kind=SITE&code=" + SITE).with(manager()))
                .andExpect(content().string(containsString("08:00-17:00;;;;;;")));
    }

    @Test
    void of_two_people_who_change_them_at_the_same_time_the_second_is_told() throws Exception {
        browser.perform(hours("08:00", "17:00", "", 0)).andExpect(redirectedUrl("/reports/hours"));
        browser.perform(hours("09:00", "17:00", "", 0)).andExpect(status().isConflict());
        browser.perform(hours("09:00", "17:00", "", 1)).andExpect(redirectedUrl("/reports/hours"));
    }

    @Test
    void what_is_no_time_is_refused_and_what_was_typed_stays() throws Exception {
        browser.perform(hours("17:00", "08:00", "2026-12-25", 0))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("A day has two times"),
                                containsString("value=\"17:00\""),
                                containsString("2026-12-25"))));
    }

    @Test
    void others_read_them_and_do_not_change_them() throws Exception {
        var warehouse = user("bob").roles("warehouse");
        browser.perform(get(PAGE).with(warehouse))
                .andExpect(content().string(not(containsString("type=\"submit\" class=\"main\""))));
        browser.perform(post(PAGE).with(csrf()).with(warehouse)).andExpect(status().isForbidden());
        browser.perform(get("/reports/hours/NOWHERE").with(warehouse)).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder hours(String opens, String closes, String holidays, int version) {
        return post(PAGE)
                .param("opens", opens, "", "", "", "", "", "")
                .param("closes", closes, "", "", "", "", "", "")
                .param("holidays", holidays)
                .param("version", Integer.toString(version))
                .with(csrf())
                .with(manager());
    }

    private static RequestPostProcessor manager() {
        return user("demo-manager").roles("managers");
    }
}
