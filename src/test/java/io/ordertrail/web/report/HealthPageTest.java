package io.ordertrail.web.report;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.platform.access.Role;

@JourneyTest
class HealthPageTest {

    @Autowired
    MockMvc browser;

    @Test
    void operators_read_how_each_part_is_in_each_language() throws Exception {
        for (var role : List.of(Role.CAMUNDA_ADMIN, Role.PROCESS_OWNERS, Role.MANAGERS)) {
            browser.perform(get("/reports/health").with(as(role)))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Jobs of the process"),
                                    containsString("Disk"),
                                    containsString("Stock check"),
                                    containsString("Timers and repeated attempts; they should start within a minute."),
                                    containsString(" GB"),
                                    not(containsString("livenessState")))));
        }
        for (var language : List.of("zh-TW", "zh-CN")) {
            browser.perform(get("/reports/health?lang=" + language).with(as(Role.MANAGERS)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))))
                    .andExpect(content().string(not(containsString("Disk"))));
        }
    }

    @Test
    void others_do_not() throws Exception {
        for (var role : List.of(Role.SALES, Role.WAREHOUSE, Role.SYSTEMS)) {
            browser.perform(get("/reports/health").with(as(role))).andExpect(status().isForbidden());
        }
    }

    private static RequestPostProcessor as(Role role) {
        return user("demo-" + role.group()).roles(role.group());
    }
}
