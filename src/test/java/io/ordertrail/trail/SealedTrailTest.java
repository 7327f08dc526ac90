package io.ordertrail.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.change.Act;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

/** What people do is sealed, and auditors search, verify and export it. */
@JourneyTest
@Tag("database")
class SealedTrailTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    SealTrail sealTrail;

    @Autowired
    VerifyTrail verifyTrail;

    @Autowired
    Changes changes;

    private String customer;

    @BeforeEach
    void a_customer_was_entered() {
        customer = company.customer();
        while (sealTrail.seal().isPresent()) {
            // the next batch
        }
    }

    @Test
    void all_that_was_changed_is_sealed() {
        var result = verifyTrail.verify(null);
        assertThat(result.faults()).isEmpty();
        assertThat(result.entries()).isPositive();
        assertThat(result.head().position()).isEqualTo(result.entries());
    }

    @Test
    void an_auditor_verifies_the_trail_and_keeps_its_head() throws Exception {
        browser.perform(post("/audit/verification").with(auditor()).with(csrf()))
                .andExpect(flash().attributeExists("verified"));
        browser.perform(get("/audit/head").with(auditor()))
                .andExpect(header().string("X-Public-Key", verifyTrail.publicKey()))
                .andExpect(content().string(startsWith("ordertrail-trail ")));
    }

    @Test
    void an_auditor_finds_changes_by_record_person_and_day_without_personal_values() throws Exception {
        browser.perform(get("/audit?kind=CUSTOMER&from=2020-01-01&subject=" + customer)
                        .with(auditor()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(customer)))
                .andExpect(content().string(containsString("Credit limit")))
                .andExpect(content().string(not(containsString("Café " + customer))));
        browser.perform(get("/audit?until=2020-01-01&subject=" + customer).with(auditor()))
                .andExpect(content().string(containsString("nothing matches")));
        browser.perform(get("/audit?from=yesterday").with(auditor())).andExpect(status().isUnprocessableEntity());
        browser.perform(get("/audit").with(user("maya").roles("managers"))).andExpect(status().isForbidden());
    }

    @Test
    void an_export_has_no_personal_values_and_is_itself_in_the_trail() throws Exception {
        browser.perform(post("/audit/export")
                        .param("kind", "CUSTOMER")
                        .param("subject", customer)
                        .with(auditor())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(",CUSTOMER," + customer + ",CREATED,,creditLimit,,")))
                .andExpect(content().string(containsString(",name,…,…")))
                .andExpect(content().string(not(containsString("Café " + customer))));
        var export = changes.newest(Kind.TRAIL, "CUSTOMER " + customer).get(0);
        assertThat(export.act()).isEqualTo(Act.EXPORTED);
        assertThat(export.actor()).isEqualTo("aude");
        assertThat(export.differences())
                .singleElement()
                .extracting(Difference::field)
                .isEqualTo("rows");
    }

    @Test
    void the_trail_tells_from_where_somebody_did_it() throws Exception {
        browser.perform(post("/audit/export")
                .param("subject", customer)
                .with(auditor())
                .with(csrf())
                .with(from("203.0.113.9")));
        assertThat(changes.newest(Kind.TRAIL, "* " + customer).get(0).origin()).isEqualTo("203.0.113.9");
        browser.perform(get("/audit?kind=TRAIL&subject=* " + customer).with(auditor()))
                .andExpect(content().string(containsString("203.0.113.9")));
        browser.perform(get("/changes?kind=TRAIL&subject=* " + customer)
                        .with(user("otto").roles("process-owners")))
                .andExpect(content().string(not(containsString("203.0.113.9"))));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static RequestPostProcessor auditor() {
        return user("aude").roles("auditors");
    }
}
