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

import java.util.Arrays;
import java.util.List;

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
import io.ordertrail.platform.access.Role;
import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.report.alert.Alerts;
import io.ordertrail.report.alert.CheckAlerts;
import io.ordertrail.report.alert.Figure;
import io.ordertrail.webhook.CreateEndpoint;
import io.ordertrail.webhook.Endpoint.Topic;
import io.ordertrail.webhook.EndpointData;
import io.ordertrail.webhook.SaveEndpoint;

@JourneyTest
@Tag("database")
class AlertsPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    CheckAlerts checkAlerts;

    @Autowired
    Alerts alerts;

    @Autowired
    CreateEndpoint createEndpoint;

    @Autowired
    SaveEndpoint saveEndpoint;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    @AfterEach
    void no_alerts() {
        update("delete from report_alert");
    }

    @Test
    void a_figure_beyond_its_bound_is_told_on_the_page_and_on_the_home_and_so_is_its_return() throws Exception {
        set("WAITING_FOR_STOCK", "false", "1000000", "0");
        checkAlerts.check();
        browser.perform(get("/reports/alerts").with(manager()))
                .andExpect(content().string(containsString("raised since")))
                .andExpect(content().string(containsString("; the bound is 1,000,000.")));
        browser.perform(get("/reports").with(manager()))
                .andExpect(content().string(containsString("Figures beyond their bounds: 1.")));

        update("update report_alert set bound = 0");
        checkAlerts.check();
        browser.perform(get("/reports/alerts").with(manager()))
                .andExpect(content().string(containsString("Resolved: Orders waiting for stock is")))
                .andExpect(content().string(not(containsString("raised since"))));
        browser.perform(get("/reports").with(manager()))
                .andExpect(content().string(not(containsString("beyond their bounds"))));
    }

    @Test
    void endpoints_that_receive_alerts_are_told_and_others_are_not() throws Exception {
        var alerts = createEndpoint.create(new EndpointData("https://alerts.invalid/hook", Topic.ALERTS, null, null));
        var stock = createEndpoint.create(new EndpointData("https://stock.invalid/hook", Topic.STOCK, null, null));
        try {
            set("WAITING_FOR_STOCK", "false", "1000000", "0");
            checkAlerts.check();
            update("update report_alert set bound = 0");
            checkAlerts.check();
            assertThat(types(alerts.endpoint())).containsExactly("alert.raised", "alert.resolved");
            assertThat(types(stock.endpoint())).doesNotContain("alert.raised", "alert.resolved");
            browser.perform(get("/reports/alerts").with(manager()))
                    .andExpect(content().string(containsString("One webhook receives alerts.")))
                    .andExpect(content().string(containsString("One webhook told.")));
        } finally {
            saveEndpoint.remove(alerts.endpoint(), ExpectedVersion.ANY);
            saveEndpoint.remove(stock.endpoint(), ExpectedVersion.ANY);
        }
    }

    private List<String> types(String endpoint) {
        return database.queryForList(
                "select type from webhook_delivery where endpoint = ? order by position", String.class, endpoint);
    }

    @Test
    void the_page_says_that_nobody_gets_a_mail_while_no_server_is_configured() throws Exception {
        set("WAITING_FOR_STOCK", "false", "1000000", "0");
        checkAlerts.check();
        browser.perform(get("/reports/alerts").with(manager()))
                .andExpect(content().string(containsString("No mail server is configured")))
                .andExpect(content().string(containsString("No webhook receives alerts.")))
                .andExpect(content().string(containsString("Nobody got a mail: no mail server was configured.")));
    }

    @Test
    void an_alert_is_told_once_and_not_while_it_is_snoozed() throws Exception {
        set("OPEN", "false", "1000000", "0");
        checkAlerts.check();
        checkAlerts.check();
        assertMessages(1);
        browser.perform(post("/reports/alerts/" + alerts.all().get(0).id() + "/snooze")
                        .with(csrf())
                        .with(manager()))
                .andExpect(redirectedUrl("/reports/alerts"));
        checkAlerts.check();
        assertMessages(1);
        browser.perform(get("/reports/alerts").with(manager()))
                .andExpect(content().string(containsString("snoozed until")));
    }

    @Test
    void every_figure_can_be_watched_and_an_alert_can_be_deleted() throws Exception {
        for (var figure : Figure.values()) {
            set(figure.name(), "true", "1000000", "5");
        }
        checkAlerts.check();
        browser.perform(get("/reports/alerts").with(manager()))
                .andExpect(content().string(not(containsString("raised since"))));
        for (var alert : alerts.all()) {
            browser.perform(post("/reports/alerts/" + alert.id() + "/deletion")
                            .with(csrf())
                            .with(manager()))
                    .andExpect(redirectedUrl("/reports/alerts"));
        }
        browser.perform(get("/reports/alerts").with(manager()))
                .andExpect(content().string(containsString("No figure is watched yet.")));
    }

    @Test
    void only_managers_process_owners_and_administrators_have_alerts() throws Exception {
        var allowed = List.of(Role.MANAGERS, Role.PROCESS_OWNERS, Role.CAMUNDA_ADMIN);
        for (var role : Arrays.stream(Role.values())
                .filter(one -> !allowed.contains(one))
                .toList()) {
            browser.perform(get("/reports/alerts").with(as(role))).andExpect(status().isForbidden());
            browser.perform(post("/reports/alerts").with(csrf()).with(as(role))).andExpect(status().isForbidden());
        }
        for (var role : allowed) {
            browser.perform(get("/reports/alerts").with(as(role))).andExpect(status().isOk());
        }
    }

    @Test
    void a_bound_that_makes_no_sense_is_refused() throws Exception {
        browser.perform(setting("LATE", "true", "-1", "5")).andExpect(status().isUnprocessableEntity());
        browser.perform(setting("LATE", "true", "1", "100000")).andExpect(status().isUnprocessableEntity());
        browser.perform(setting("NOTHING", "true", "1", "5")).andExpect(status().isBadRequest());
    }

    private void update(String sql) {
        transaction.executeWithoutResult(status -> database.update(sql));
    }

    private void assertMessages(int messages) {
        assertThat(alerts.newest(10)).hasSize(messages);
    }

    private void set(String figure, String above, String bound, String minutes) throws Exception {
        browser.perform(setting(figure, above, bound, minutes)).andExpect(redirectedUrl("/reports/alerts"));
    }

    private static MockHttpServletRequestBuilder setting(String figure, String above, String bound, String minutes) {
        return post("/reports/alerts")
                .param("figure", figure)
                .param("above", above)
                .param("bound", bound)
                .param("minutes", minutes)
                .with(csrf())
                .with(manager());
    }

    private static RequestPostProcessor manager() {
        return as(Role.MANAGERS);
    }

    private static RequestPostProcessor as(Role role) {
        return user("demo-" + role.group()).roles(role.group());
    }
}
