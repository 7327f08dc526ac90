package io.ordertrail.web.report;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.Role;

@JourneyTest
@Tag("database")
class EventLogPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Test
    void managers_and_process_owners_load_the_log_in_each_format() throws Exception {
        var order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(9), 3)));
        for (var role : List.of(Role.MANAGERS, Role.PROCESS_OWNERS)) {
            browser.perform(get("/reports/event-log").with(as(role)))
                    .andExpect(content().string(containsString("OCEL 2.0")));
            for (var format : List.of("CSV", "XES", "OCEL")) {
                browser.perform(get("/reports/event-log/file?format=" + format).with(as(role)))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Content-Disposition", containsString("event-log-")))
                        .andExpect(content().string(containsString(order.value())))
                        .andExpect(content().string(containsString("CONFIRMED")))
                        .andExpect(content().string(not(containsString("Linienstra"))));
            }
        }
    }

    @Test
    void a_process_is_chosen() throws Exception {
        var order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(9), 3)));
        browser.perform(get("/reports/event-log").with(as(Role.MANAGERS)))
                .andExpect(content().string(containsString("<option value=\"PURCHASES\">Purchases</option>")));
        browser.perform(get("/reports/event-log/file?format=CSV&process=ORDERS").with(as(Role.MANAGERS)))
                .andExpect(content().string(containsString(order.value())));
        browser.perform(get("/reports/event-log/file?format=CSV&process=PURCHASES")
                        .with(as(Role.MANAGERS)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(order.value()))));
    }

    @Test
    void others_do_not() throws Exception {
        for (var role : List.of(Role.SALES, Role.WAREHOUSE, Role.SYSTEMS, Role.CAMUNDA_ADMIN)) {
            for (var path : List.of("", "/file?format=CSV")) {
                browser.perform(get("/reports/event-log" + path).with(as(role))).andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void names_are_for_those_who_see_persons() throws Exception {
        browser.perform(get("/reports/event-log/file?format=CSV&named=true").with(as(Role.PROCESS_OWNERS)))
                .andExpect(status().isUnprocessableEntity());
        browser.perform(get("/reports/event-log/file?format=CSV&named=true").with(as(Role.MANAGERS)))
                .andExpect(status().isOk());
        browser.perform(get("/reports/event-log").with(as(Role.PROCESS_OWNERS)))
                .andExpect(content().string(not(containsString("With the names"))));
    }

    @Test
    void a_format_that_does_not_exist_is_refused() throws Exception {
        browser.perform(get("/reports/event-log/file?format=PDF").with(as(Role.MANAGERS)))
                .andExpect(status().isBadRequest());
    }

    private static RequestPostProcessor as(Role role) {
        return user("demo-" + role.group()).roles(role.group());
    }
}
