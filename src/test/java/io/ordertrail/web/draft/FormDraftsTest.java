package io.ordertrail.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.JourneyTest;

@JourneyTest
@Tag("database")
class FormDraftsTest {

    private static final String TYPED = "{\"customer\":[\"ALFKI\"],\"note\":[\"ring twice\\n山嵐\"]}";

    @Autowired
    MockMvc browser;

    @Autowired
    FormDrafts drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_a_person_types_is_kept_and_offered_to_nobody_else() throws Exception {
        save("sally", "/orders/new", "{}");
        save("sally", "/orders/new", TYPED);
        as("sally", get("/drafts").param("form", "/orders/new"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.content").value(TYPED))
                .andExpect(jsonPath("$.savedAt").isNotEmpty());
        as("sam", get("/drafts").param("form", "/orders/new")).andExpect(status().isNoContent());
        as("sally", get("/drafts").param("form", "/stock/receive")).andExpect(status().isNoContent());
    }

    @Test
    void a_draft_ends_when_its_form_is_accepted_or_discarded() throws Exception {
        save("mona", "/sites/new", TYPED);
        as("mona", post("/sites/new").param("code", "").param("name", "North"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(drafts.find("mona", "/sites/new")).isPresent();
        as(
                        "mona",
                        post("/sites/new")
                                .param("code", "DR-1")
                                .param("name", "North")
                                .param("country", "AT"))
                .andExpect(redirectedUrl("/sites"));
        assertThat(drafts.find("mona", "/sites/new")).isEmpty();

        save("mona", "/sites/new", TYPED);
        as("mona", delete("/drafts").param("form", "/sites/new")).andExpect(status().isNoContent());
        assertThat(drafts.find("mona", "/sites/new")).isEmpty();
    }

    @Test
    void a_draft_is_kept_for_a_week() throws Exception {
        save("wendy", "/stock/receive", TYPED);
        age("wendy", drafts.keptFor().minusHours(1).toMillis());
        drafts.forget(Instant.now().minus(drafts.keptFor()));
        assertThat(drafts.find("wendy", "/stock/receive")).isPresent();
        age("wendy", drafts.keptFor().plusHours(1).toMillis());
        assertThat(drafts.find("wendy", "/stock/receive")).isEmpty();
        drafts.forget(Instant.now().minus(drafts.keptFor()));
        assertThat(jdbc.sql("select count(*) from form_draft where person = 'wendy'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_table_does_not_show_what_was_typed() throws Exception {
        save("selma", "/orders/new", TYPED);
        assertThat(jdbc.sql("select content from form_draft where person = 'selma'")
                        .query(String.class)
                        .single())
                .doesNotContain("ring twice", "ALFKI");
        assertThat(drafts.find("selma", "/orders/new").orElseThrow().content()).isEqualTo(TYPED);
    }

    @Test
    void what_is_no_draft_is_refused() throws Exception {
        as("sally", put("/drafts").param("form", "https://example.com").content("{}"))
                .andExpect(status().isUnprocessableEntity());
        as("sally", put("/drafts").param("form", "/orders/new").content("x".repeat(500_001)))
                .andExpect(status().isUnprocessableEntity());
    }

    private void age(String person, long millis) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update form_draft set saved_at = :at where person = :person")
                .param("at", LocalDateTime.now(ZoneOffset.UTC).minus(millis, ChronoUnit.MILLIS))
                .param("person", person)
                .update());
    }

    private void save(String person, String form, String content) throws Exception {
        as(person, put("/drafts").param("form", form).content(content)).andExpect(status().isNoContent());
    }

    private ResultActions as(String person, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(
                request.with(user(person).roles("warehouse", "sales")).with(csrf()));
    }
}
