package io.ordertrail.platform.engine;

import static io.ordertrail.platform.access.Role.CAMUNDA_ADMIN;
import static io.ordertrail.platform.access.Role.MANAGERS;
import static io.ordertrail.platform.access.Role.PROCESS_OWNERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import io.ordertrail.platform.access.AccessRules;
import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.engine.EngineCalls.Call;

/** Checks every call of the engine's REST API, by each of its three base paths, against every role. */
class EngineAccessTest {

    private static final String WITHIN_THE_WEB_APPLICATIONS = "/camunda/api/engine/engine/default";

    /** A change begins with the files in force and ends with a deployment; Camunda Modeler asks for the rest. */
    private static final Set<Call> DEPLOYING = Set.of(
            new Call("POST", "/deployment/create"),
            new Call("GET", "/version"),
            new Call("GET", "/deployment"),
            new Call("GET", "/deployment/count"),
            new Call("GET", "/deployment/{id}"),
            new Call("GET", "/deployment/registered"),
            new Call("GET", "/deployment/{id}/resources"),
            new Call("GET", "/deployment/{id}/resources/{resourceId}/data"),
            new Call("GET", "/process-definition"),
            new Call("GET", "/process-definition/{id}/xml"),
            new Call("GET", "/decision-definition"),
            new Call("GET", "/decision-definition/{id}/xml"));

    @Test
    void clerks_make_the_calls_of_tasklist_and_managers_owners_and_administrators_all_but_the_closed_ones() {
        var wrong = new TreeMap<String, Set<Role>>();
        for (var call : EngineCalls.all()) {
            var who = who(WITHIN_THE_WEB_APPLICATIONS, call);
            if (!who.equals(expected(call, EnumSet.of(MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN)))) {
                wrong.put(call.toString(), who);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_engines_own_rest_api_is_for_administrators_and_to_deploy_for_process_owners() {
        var calls = EngineCalls.all();
        for (var root : Set.of("/engine-rest", "/engine-rest/engine/default")) {
            assertThat(calls)
                    .hasSizeGreaterThan(390)
                    .allSatisfy(
                            call -> assertThat(who(root, call)).as(root + call).isEqualTo(expectedOfPrograms(call)));
        }
    }

    @Test
    void every_call_of_tasklist_is_one_of_the_engine() {
        assertThat(EngineCalls.all()).containsAll(EngineCalls.ofTasklist());
    }

    @Test
    void a_slash_at_the_end_opens_no_closed_call() {
        for (var root : Set.of(WITHIN_THE_WEB_APPLICATIONS, "/engine-rest", "/engine-rest/engine/default")) {
            assertThat(EngineCalls.all().stream().filter(EngineAccessTest::isClosed))
                    .hasSizeGreaterThanOrEqualTo(7)
                    .allSatisfy(call -> assertThat(who(root, new Call(call.method(), call.path() + "/")))
                            .as(root + call)
                            .isEmpty());
        }
    }

    private static Set<Role> expectedOfPrograms(Call call) {
        if (isClosed(call)) {
            return Set.of();
        }
        return DEPLOYING.contains(call) ? Set.of(PROCESS_OWNERS, CAMUNDA_ADMIN) : Set.of(CAMUNDA_ADMIN);
    }

    private static Set<Role> expected(Call call, Set<Role> insight) {
        if (isClosed(call)) {
            return Set.of();
        }
        if (call.path().matches("/job/\\{id}(/(execute|duedate|duedate/recalculate|suspended|priority))?")
                && !call.method().equals("GET")) {
            return Set.of(CAMUNDA_ADMIN);
        }
        return EngineCalls.ofTasklist().contains(call) ? Role.staff() : insight;
    }

    /** Past the form, from one person to another, or a way to try passwords. */
    private static boolean isClosed(Call call) {
        return call.path()
                        .matches(
                                "/task/\\{id}/(resolve|bpmnError|bpmnEscalation|delegate)|/identity/verify|/deployment/\\{id}/redeploy")
                || call.path()
                                .matches(
                                        "/task/\\{id}/(identity-links|comment|attachment).*|/process-instance/\\{id}/comment.*")
                        && Set.of("POST", "PUT", "DELETE").contains(call.method());
    }

    /** Returns the roles that may call, after checking that nobody may without signing in. */
    private static Set<Role> who(String root, Call call) {
        var rule = AccessRules.of(new MockHttpServletRequest(
                        call.method(), root + call.path().replaceAll("\\{[^/]*}", "1")))
                .orElseThrow();
        assertThat(rule.anybody()).as(call.toString()).isFalse();
        return rule.who();
    }
}
