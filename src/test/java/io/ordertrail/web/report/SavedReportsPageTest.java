package io.ordertrail.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.platform.access.Role;
import io.ordertrail.report.saved.SavedReports;

@JourneyTest
@Tag("database")
class SavedReportsPageTest {

    private final String title = "Shop " + UUID.randomUUID();

    @Autowired
    MockMvc browser;

    @Autowired
    SavedReports savedReports;

    @Test
    void a_saved_report_opens_with_its_filter_at_an_address_of_its_own() throws Exception {
        save("anna", Role.MANAGERS, "orders-by-day", "");
        browser.perform(get("/reports").with(as("anna", Role.MANAGERS)))
                .andExpect(content().string(containsString(title)));
        browser.perform(get("/reports/saved/" + id("anna")).with(as("anna", Role.MANAGERS)))
                .andExpect(redirectedUrl("/reports/orders-by-day?from=2026-11-01&channel=shop"));
    }

    @Test
    void a_report_of_one_person_is_hidden_from_others() throws Exception {
        save("anna", Role.MANAGERS, "orders-by-day", "");
        browser.perform(get("/reports").with(as("ben", Role.MANAGERS)))
                .andExpect(content().string(not(containsString(title))));
        browser.perform(get("/reports/saved/" + id("anna")).with(as("ben", Role.MANAGERS)))
                .andExpect(status().isNotFound());
        browser.perform(post("/reports/saved/" + id("anna") + "/deletion")
                        .with(csrf())
                        .with(as("ben", Role.MANAGERS)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_shared_report_is_found_by_the_group_and_deleted_by_its_owner_alone() throws Exception {
        save("anna", Role.MANAGERS, "orders-by-day", "managers");
        var id = id("anna");
        browser.perform(get("/reports").with(as("ben", Role.MANAGERS)))
                .andExpect(content().string(containsString(title)));
        browser.perform(get("/reports/saved/" + id).with(as("ben", Role.MANAGERS)))
                .andExpect(redirectedUrl("/reports/orders-by-day?from=2026-11-01&channel=shop"));
        browser.perform(get("/reports/saved/" + id).with(as("carl", Role.WAREHOUSE)))
                .andExpect(status().isNotFound());
        browser.perform(post("/reports/saved/" + id + "/deletion").with(csrf()).with(as("anna", Role.MANAGERS)))
                .andExpect(redirectedUrl("/reports"));
        browser.perform(get("/reports/saved/" + id).with(as("ben", Role.MANAGERS)))
                .andExpect(status().isNotFound());
    }

    @Test
    void nobody_saves_what_they_may_not_see_or_shares_with_groups_of_others() throws Exception {
        browser.perform(saving("anna", Role.WAREHOUSE, "orders-by-person", "")).andExpect(status().isNotFound());
        browser.perform(saving("anna", Role.MANAGERS, "orders-by-day", "sales"))
                .andExpect(status().isUnprocessableEntity());
        browser.perform(post("/reports/saved")
                        .param("report", "orders-by-day")
                        .param("title", " ")
                        .with(csrf())
                        .with(as("anna", Role.MANAGERS)))
                .andExpect(status().isUnprocessableEntity());
        assertThat(savedReports.of("anna", Set.of()))
                .noneMatch(one -> one.title().equals(title));
    }

    private void save(String person, Role role, String report, String group) throws Exception {
        browser.perform(saving(person, role, report, group)).andExpect(redirectedUrl("/reports"));
    }

    private MockHttpServletRequestBuilder saving(String person, Role role, String report, String group) {
        return post("/reports/saved")
                .param("report", report)
                .param("title", title)
                .param("group", group)
                .param("from", "2026-11-01")
                .param("channel", "shop")
                .param("country", "")
                .with(csrf())
                .with(as(person, role));
    }

    private String id(String owner) {
        return savedReports.of(owner, Set.of()).stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static RequestPostProcessor as(String person, Role role) {
        return user(person).roles(role.group());
    }
}
