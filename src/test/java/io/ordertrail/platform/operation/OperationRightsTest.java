package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.platform.access.Role;

/** Who may read the health details and metrics of the application. */
@PlatformTest
class OperationRightsTest {

    private static final Set<Role> OPERATORS = EnumSet.of(Role.SYSTEMS, Role.CAMUNDA_ADMIN);

    @Autowired
    MockMvc caller;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void probes_answer_everybody_with_one_word(String probe) throws Exception {
        caller.perform(get(probe))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"status\":\"UP\"}", true));
        caller.perform(get(probe).with(user("a").roles("camunda-admin")))
                .andExpect(content().json("{\"status\":\"UP\"}", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/db", "/actuator/health/jobs", "/actuator/prometheus"})
    void details_and_metrics_are_for_systems_and_administrators(String path) throws Exception {
        caller.perform(get(path))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.type").value("urn:ordertrail:problem:sign-in-needed"));
        for (var role : Role.values()) {
            caller.perform(get(path).with(user("a").roles(role.group())))
                    .andExpect(status().is(OPERATORS.contains(role) ? 200 : 403));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/env",
                "/heapdump",
                "/threaddump",
                "/configprops",
                "/beans",
                "/loggers",
                "/mappings",
                "/shutdown",
                "/metrics",
                "/httpexchanges",
                "/logfile",
                "/flyway",
                "/info",
                "/scheduledtasks",
                "/sessions",
                "/health/readiness/db"
            })
    void nothing_else_exists_even_for_an_administrator(String endpoint) throws Exception {
        caller.perform(get("/actuator" + endpoint)).andExpect(status().isUnauthorized());
        caller.perform(get("/actuator" + endpoint).with(user("a").roles("camunda-admin")))
                .andExpect(status().isNotFound());
    }

    @Test
    void no_endpoint_exists_that_this_test_does_not_know(@Autowired PathMappedEndpoints endpoints) {
        assertThat(endpoints.getAllPaths()).containsExactlyInAnyOrder("/actuator/health", "/actuator/prometheus");
    }

    @Test
    void nothing_can_be_changed() throws Exception {
        caller.perform(post("/actuator/health").with(user("a").roles("camunda-admin")))
                .andExpect(status().isMethodNotAllowed());
    }

    @Test
    void a_browser_is_refused_like_a_program() throws Exception {
        caller.perform(get("/actuator/health").accept(MediaType.TEXT_HTML)).andExpect(status().isUnauthorized());
    }

    @Test
    void details_cover_database_engine_jobs_and_disk() throws Exception {
        caller.perform(get("/actuator/health").with(user("a").roles("camunda-admin")))
                .andExpect(jsonPath("$.components.db.status").value("UP"))
                .andExpect(jsonPath("$.components.engine.status").value("UP"))
                .andExpect(jsonPath("$.components.jobs.details.lagSeconds").isNumber())
                .andExpect(jsonPath("$.components.diskSpace.details.free").isNumber())
                .andExpect(jsonPath("$.components.keycloak").doesNotExist());
    }
}
