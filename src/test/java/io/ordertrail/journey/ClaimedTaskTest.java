package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.order.book.OrderEvent;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/** A person claims a task only for themselves, and a claimed task is completed by nobody else. */
@PlatformTest
class ClaimedTaskTest {

    private static final String PASSWORD = "a-long-enough-password";
    private static final String WAIT = "{\"variables\":{\"shortageDecision\":{\"value\":\"wait\"}}}";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    TaskService tasks;

    @Autowired
    OrderEvents events;

    @Autowired
    MockMvc browser;

    private final HttpClient http = HttpClient.newHttpClient();
    private OrderNumber order;
    private String task;

    @BeforeEach
    void an_order_that_waits_for_a_decision_of_sales() {
        order = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 3)));
        task = desk.task(order, Element.DECIDE_ON_SHORTAGE).getId();
    }

    @ParameterizedTest
    @CsvSource({"sales,anna", "sales,nobody-here", "sales,demo-warehouse", "camunda-admin,anna"})
    void nobody_claims_a_task_for_somebody_else(String group, String other) {
        member("anna", "sales");
        var answer = member("ben-" + group, group).engine("POST", "/task/" + task + "/claim", forUser(other));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("You can claim a task only for yourself.");
        assertThat(assignee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/engine/default"})
    void an_administrator_hands_a_task_to_nobody_by_any_call_of_the_engines_own_rest_api(String root) throws Exception {
        for (var call : List.of("/claim", "/assignee", "/delegate", "/identity-links", "/identity-links/")) {
            for (var type : List.of("assignee", "owner", "candidate")) {
                var answer = rest(
                        "POST",
                        root + "/task/" + task + call,
                        "{\"userId\":\"demo-warehouse\",\"type\":\"" + type + "\"}");
                assertThat(answer.statusCode()).as(call + " " + type).isIn(403, 422);
            }
        }
        for (var change : List.of(
                "{\"assignee\":\"demo-warehouse\"}",
                "{\"owner\":\"demo-warehouse\"}",
                "{\"assignee\":\"demo-admin\",\"delegationState\":\"PENDING\"}")) {
            assertThat(rest("PUT", root + "/task/" + task, change).statusCode())
                    .as(change)
                    .isEqualTo(422);
        }
        assertThat(rest("POST", root + "/task/create", "{\"assignee\":\"demo-warehouse\"}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(assignee()).isNull();
        assertThat(rightsOf("demo-warehouse")).isZero();
        assertThat(rest("POST", root + "/task/" + task + "/claim", forUser("demo-admin"))
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete"})
    void a_colleague_does_not_complete_a_claimed_task_even_from_a_page_opened_before(String way) {
        var anna = member("anna", "sales");
        var ben = member("ben", "sales");
        assertThat(ben.engine("GET", "/task/" + task + "/deployed-form", null).status())
                .isEqualTo(200);
        claim(anna, "anna");

        var answer = ben.engine("POST", "/task/" + task + "/" + way, WAIT);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("anna has claimed this task");
        assertThat(assignee()).isEqualTo("anna");
        assertThat(anna.engine("POST", "/task/" + task + "/" + way, WAIT).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/engine/default"})
    void not_even_an_administrator_completes_or_takes_over_a_claimed_task(String root) throws Exception {
        claim(member("anna", "sales"), "anna");
        for (var way : List.of("/submit-form", "/complete")) {
            assertThat(rest("POST", root + "/task/" + task + way, WAIT).statusCode())
                    .as(way)
                    .isEqualTo(409);
        }
        for (var way : List.of("/claim", "/assignee")) {
            assertThat(rest("POST", root + "/task/" + task + way, forUser("demo-admin"))
                            .statusCode())
                    .as(way)
                    .isEqualTo(409);
        }
        assertThat(rest("PUT", root + "/task/" + task, "{\"assignee\":\"demo-admin\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(assignee()).isEqualTo("anna");
    }

    @Test
    void of_two_people_who_claim_at_once_one_gets_the_task_and_its_rights() {
        var people = Map.of("anna", member("anna", "sales"), "ben", member("ben", "sales"));
        for (var round = 0; round < 5; round++) {
            var answers = people.entrySet().stream()
                    .map(person -> CompletableFuture.supplyAsync(() -> person.getValue()
                            .engine("POST", "/task/" + task + "/claim", forUser(person.getKey()))
                            .status()))
                    .toList();
            assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder(204, 409);
            var loser = assignee().equals("anna") ? "ben" : "anna";
            assertThat(rightsOf(assignee())).isEqualTo(1);
            assertThat(rightsOf(loser)).isZero();
            tasks.setAssignee(task, null);
        }
    }

    @Test
    void an_unclaim_takes_back_the_rights_of_the_claim() {
        claim(member("anna-who-moves", "sales"), "anna-who-moves");
        identities.deleteMembership("anna-who-moves", "sales");
        identities.createMembership("anna-who-moves", "shipping");
        var anna = member("anna-who-moves", "shipping");
        assertThat(anna.engine("POST", "/task/" + task + "/unclaim", "{}").status())
                .isEqualTo(204);

        assertThat(rightsOf("anna-who-moves")).isZero();
        assertThat(anna.engine("GET", "/task/" + task, null).status()).isEqualTo(404);
        assertThat(anna.engine("POST", "/task/" + task + "/submit-form", WAIT).status())
                .isEqualTo(404);
        claim(member("ben", "sales"), "ben");
    }

    @ParameterizedTest
    @CsvSource({"managers,204", "camunda-admin,204", "sales,403", "process-owners,403", "warehouse,404"})
    void only_managers_and_administrators_free_a_task_that_somebody_else_has_claimed(String group, int status) {
        claim(member("anna", "sales"), "anna");
        var answer = member("free-" + group, group).engine("POST", "/task/" + task + "/unclaim", "{}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(assignee()).isEqualTo(status == 204 ? null : "anna");
        if (status == 204) {
            assertThat(rightsOf("anna")).isZero();
            claim(member("ben", "sales"), "ben");
        }
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(order))
                .filteredOn(event -> event.what().equals("task-freed"))
                .extracting(OrderEvent::actor, OrderEvent::note)
                .containsExactlyElementsOf(
                        status == 204 ? List.of(tuple("free-" + group, "Decide on shortage: anna")) : List.of());
    }

    @Test
    void who_unclaims_a_task_of_their_own_leaves_no_trace_of_it() {
        var anna = member("anna", "sales");
        claim(anna, "anna");
        anna.engine("POST", "/task/" + task + "/unclaim", "{}");
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(order))
                .extracting(OrderEvent::what)
                .doesNotContain("task-freed");
    }

    @Test
    void a_manager_frees_tasks_and_does_not_take_them() {
        var manager = member("mona", "managers");
        for (var way : List.of("claim", "assignee")) {
            assertThat(manager.engine("POST", "/task/" + task + "/" + way, forUser("mona"))
                            .status())
                    .as(way)
                    .isEqualTo(403);
        }
        assertThat(assignee()).isNull();
    }

    @Test
    void the_page_of_the_order_lets_managers_free_a_task() throws Exception {
        member("mona", "managers");
        claim(member("anna", "sales"), "anna");
        var address = "/orders/" + order + "/tasks/" + task + "/unclaim";
        browser.perform(get("/orders/" + order).with(user("ben").roles("sales")))
                .andExpect(content().string(not(containsString(address))));
        browser.perform(get("/orders/" + order).with(user("mona").roles("managers")))
                .andExpect(content().string(containsString(address)))
                .andExpect(content().string(containsString("claimed by anna")));

        browser.perform(post(address).with(user("ben").roles("sales")).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(assignee()).isEqualTo("anna");
        browser.perform(post(address).with(user("mona").roles("managers")).with(csrf()))
                .andExpect(redirectedUrl("/orders/" + order));

        assertThat(assignee()).isNull();
        browser.perform(get("/orders/" + order).with(user("mona").roles("managers")))
                .andExpect(content().string(not(containsString(address))));
    }

    private void claim(TasklistSession person, String name) {
        assertThat(person.engine("POST", "/task/" + task + "/claim", forUser(name))
                        .status())
                .isEqualTo(204);
    }

    private String assignee() {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private long rightsOf(String person) {
        return authorizations
                .createAuthorizationQuery()
                .userIdIn(person)
                .resourceType(Resources.TASK)
                .resourceId(task)
                .count();
    }

    private static String forUser(String name) {
        return "{\"userId\":\"" + name + "\"}";
    }

    private TasklistSession member(String name, String group) {
        if (identities.createUserQuery().userId(name).count() == 0) {
            var user = identities.newUser(name);
            user.setPassword(PASSWORD);
            identities.saveUser(user);
            identities.createMembership(name, group);
        }
        return TasklistSession.signedIn(port, name, PASSWORD, "en");
    }

    private HttpResponse<String> rest(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString("demo-admin:demo".getBytes()))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
