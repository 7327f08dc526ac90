package io.ordertrail.journey;

import static io.ordertrail.process.engine.OrderFulfilment.Element.DECIDE_ON_SHORTAGE;
import static io.ordertrail.process.engine.OrderFulfilment.Element.PICK_AND_PACK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import io.ordertrail.journey.TasklistSession.Answer;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.PlatformTest;

/** What a person can do through the calls of Tasklist, and which messages they get. */
@PlatformTest
class TasklistTest {

    private static final String PASSWORD = "a-long-enough-password";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    OrderEvents events;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate database;

    private final ObjectMapper json = new ObjectMapper();
    private OrderNumber mine;
    private OrderNumber theirs;

    @BeforeEach
    void an_order_for_sales_and_one_for_the_warehouse() {
        mine = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 3)));
        theirs = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 2)));
    }

    // what is allowed

    @Test
    void a_clerk_claims_unclaims_claims_again_and_completes() {
        var sales = person("sales");
        assertThat(sales.engine("POST", "/task/" + task() + "/claim", "{\"userId\":\"sales-person\"}")
                        .status())
                .isEqualTo(204);
        assertThat(sales.engine("POST", "/task/" + task() + "/unclaim", "{}").status())
                .isEqualTo(204);
        assertThat(sales.engine("POST", "/task/" + task() + "/claim", "{\"userId\":\"sales-person\"}")
                        .status())
                .isEqualTo(204);
        assertThat(submit(sales, "\"shortageDecision\":{\"value\":\"wait\"}").status())
                .isEqualTo(204);

        assertThat(desk.task(mine, DECIDE_ON_SHORTAGE)).isNull();
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(mine))
                .anyMatch(event -> "sales-person".equals(event.actor()));
    }

    @Test
    void the_default_filters_list_and_count_the_own_tasks_only() throws Exception {
        var warehouse = person("warehouse");
        var filter = json.readTree(warehouse
                        .engine("GET", "/filter?name=My%20group%27s%20tasks", null)
                        .body())
                .get(0)
                .get("id")
                .asText();

        var listed = json.readTree(
                warehouse.engine("POST", "/filter/" + filter + "/list", "{}").body());
        assertThat(listed.findValuesAsText("taskDefinitionKey")).isNotEmpty().containsOnly(PICK_AND_PACK);
        assertThat(number(warehouse.engine("POST", "/filter/" + filter + "/count", "{}")))
                .isEqualTo(listed.size());
        assertThat(warehouse.engine("OPTIONS", "/filter", null).body()).doesNotContain("create");
    }

    @Test
    void the_cards_of_a_list_get_their_orders_in_one_call() throws Exception {
        var other = desk.task(theirs, PICK_AND_PACK).getId();
        var path = "/tasks/orders?task=" + task() + "&task=" + other + "&task=gone";
        tasks.claim(task(), "somebody");
        assertThat(json.readTree(person("sales").get(path).body()))
                .hasToString("{\"" + task() + "\":\"" + mine.value() + "\"}");

        var answer = json.readTree(person("managers").get(path).body());
        assertThat(answer).hasSize(2);
        assertThat(answer.path(other).asText()).isEqualTo(theirs.value());
    }

    // which messages appear

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
      en    | Nothing of order
      zh-TW | 訂單
      zh-HK | 訂單
      zh-CN | 订单
      """)
    void a_refused_decision_leaves_the_task_open_and_gives_the_reason_in_one_sentence(String language, String said)
            throws Exception {
        mine = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(0), 3)));
        var answer = submit(person("sales", language), "\"shortageDecision\":{\"value\":\"goOn\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(message(answer)).contains(said).doesNotContain("Exception", "TaskListener", "task form", "ENGINE");
        assertThat(desk.task(mine, DECIDE_ON_SHORTAGE)).isNotNull();
        assertThat(message(answer))
                .isEqualTo(message(complete(person("sales", language), "\"shortageDecision\":{\"value\":\"goOn\"}")));
    }

    @Test
    void of_two_completions_of_one_task_the_second_learns_that_the_other_was_faster() throws Exception {
        for (var round = 0; round < 5; round++) {
            an_order_for_sales_and_one_for_the_warehouse();
            var one = person("sales");
            var other = person("sales");
            var path = "/task/" + task() + "/submit-form";
            var wait = "{\"variables\":{\"shortageDecision\":{\"value\":\"wait\"}}}";
            var first = CompletableFuture.supplyAsync(() -> one.engine("POST", path, wait));
            var second = CompletableFuture.supplyAsync(() -> other.engine("POST", path, wait));

            var loser = Stream.of(first.get(), second.get())
                    .filter(answer -> answer.status() != 204)
                    .toList();
            assertThat(loser).singleElement().satisfies(answer -> {
                assertThat(answer.status()).as(message(answer)).isIn(404, 409);
                assertThat(message(answer)).matches("Somebody else changed this order.*|This task no longer exists.*");
            });
        }
    }

    @Test
    void a_task_of_another_role_looks_as_if_it_did_not_exist() {
        var answer =
                person("shipping").engine("POST", "/task/" + task() + "/claim", "{\"userId\":\"shipping-person\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(message(answer)).startsWith("This task no longer exists");
    }

    @Test
    void claiming_a_claimed_task_is_refused_with_the_reason() {
        tasks.claim(task(), "somebody-else");
        var answer = person("sales").engine("POST", "/task/" + task() + "/claim", "{\"userId\":\"sales-person\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(message(answer)).startsWith("somebody-else has claimed this task");
    }

    // what a completion may not contain

    @ParameterizedTest
    @MethodSource
    void a_completion_sets_the_fields_of_its_form_and_nothing_else(String fields) {
        var decision = fields.contains("shortageDecision") ? "" : "'shortageDecision':{'value':'wait'},";
        assertRefused((decision + fields).replace('\'', '"'));
    }

    static List<String> a_completion_sets_the_fields_of_its_form_and_nothing_else() {
        return Sample.eachNth(
                3,
                0,
                List.of(
                        "'allFound':{'value':'true'}",
                        "'allFound':{'value':true,'type':'Boolean','valueInfo':{'transient':true}}",
                        "'other':{'value':'x','local':true}",
                        "'other':{'value':null}",
                        "'other':{'value':1,'type':'Long'}",
                        "'other':{'value':'{}','type':'Json'}",
                        "'other':{'value':'<a/>','type':'Xml'}",
                        "'other':{'value':'AAAA','type':'Bytes'}",
                        "'other':{'value':'AAAA','type':'Bytes','valueInfo':{'transient':true}}",
                        "'other':{'value':'AAAA','type':'File','valueInfo':{'filename':'x.txt'}}",
                        "'other':{'value':'{}','type':'Object','valueInfo':{'objectTypeName':'java.util.HashMap','serializationDataFormat':'application/json'}}",
                        "'other':{'value':'rO0AB','type':'Object','valueInfo':{'objectTypeName':'java.lang.Object','serializationDataFormat':'application/x-java-serialized-object'}}",
                        "'shortageReason':{'value':'{}','type':'Json'}",
                        "'shortageReason':{'value':'AAAA','type':'Bytes'}",
                        "'shortageReason':{'value':7,'type':'Integer'}",
                        "'shortageReason':{'value':'x','type':'String','valueInfo':{'transient':true}}",
                        "'shortageReason':{'value':'a\\u0000b'}",
                        "'shortageReason':{'value':'a\\u001bb'}",
                        "'shortageReason':{'value':'a\\ud800b'}",
                        "'reviewDecision':{'value':'approve'}",
                        "'shortageDecision':{'value':'approve'}",
                        "'shortageDecision':{'value':null}",
                        "'shortageDecision':{'value':'wait','valueInfo':{'transient':true}}"));
    }

    @Test
    void a_text_that_is_too_long_is_refused_before_anything_is_stored() {
        for (var length : List.of(1001, 4001, 100_000)) {
            assertRefused("\"shortageDecision\":{\"value\":\"wait\"},\"shortageReason\":{\"value\":\""
                    + "x".repeat(length) + "\"}");
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_naughty_reason_is_stored_unchanged(String naughty) throws Exception {
        assertThat(submit(
                                person("sales"),
                                "\"shortageDecision\":{\"value\":\"wait\"},\"shortageReason\":{\"value\":"
                                        + json.writeValueAsString(naughty) + "}")
                        .status())
                .isEqualTo(204);

        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(mine)).anyMatch(event -> naughty.equals(event.note()));
    }

    static List<String> a_naughty_reason_is_stored_unchanged() {
        return Sample.eachNth(
                3,
                0,
                List.of(
                        "<script>alert(1)</script>",
                        "'; DROP TABLE orders; --",
                        "${1 + 1} #{task.delete()} {{7*7}}",
                        "=1+1",
                        "\u202Etxet",
                        "\uFEFF\u200B",
                        "Ω≈ç√ 社會科學院 👩🏽‍🚀",
                        "a\tb\nc",
                        "%00%0d%0a",
                        "null",
                        "\\",
                        "../../etc/passwd"));
    }

    private void assertRefused(String fields) {
        var before = everything();
        var sales = person("sales");
        for (var answer : List.of(submit(sales, fields), complete(sales, fields))) {
            assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
            assertThat(message(answer)).isNotBlank();
        }
        assertThat(desk.task(mine, DECIDE_ON_SHORTAGE)).isNotNull();
        assertThat(everything()).isEqualTo(before);
    }

    // what is forbidden

    @ParameterizedTest
    @MethodSource
    void an_order_cannot_be_changed_except_through_its_forms(String group) throws Exception {
        var person = person(group);
        var before = everything();
        for (var call : calls("engine-calls-refused.txt")) {
            var part = call.split(" ", 3);
            var answer = person.engine(part[0], part[1], part.length > 2 ? part[2] : null);
            if (answer.status() < 300) {
                assertThat(everything()).as(call).isEqualTo(before);
            }
            if (Set.of("sales", "warehouse").contains(group)) {
                assertThat(answer.status()).as(call).isIn(403, 404, 405);
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    static List<String> an_order_cannot_be_changed_except_through_its_forms() {
        return Sample.eachNth(2, 0, List.of("sales", "warehouse", "managers", "process-owners"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales", "managers", "camunda-admin"})
    void a_task_ends_only_through_its_form(String group) {
        for (var way : List.of("resolve", "resolve/", "bpmnError", "bpmnEscalation", "bpmnEscalation/x")) {
            var answer = person(group)
                    .engine(
                            "POST",
                            "/task/" + task() + "/" + way,
                            "{\"variables\":{},\"errorCode\":\"x\",\"escalationCode\":\"x\"}");
            assertThat(answer.status()).as(way).isEqualTo(403);
        }
    }

    @Test
    void a_clerk_cannot_read_the_data_of_other_roles() throws Exception {
        var sales = person("sales");
        for (var path : calls("engine-reads-refused.txt")) {
            var answer = sales.engine("GET", path, null);
            var nothing = Set.of(403, 404, 406).contains(answer.status())
                    || answer.status() == 200
                            && Set.of("[]", "{}", "{\"count\":0}").contains(answer.body());
            assertThat(nothing).as(path + " " + answer).isTrue();
        }
        var query = "{\"processInstanceBusinessKey\":\"" + theirs.value() + "\"}";
        assertThat(sales.engine("POST", "/task", query).body()).isEqualTo("[]");
        assertThat(number(sales.engine("POST", "/task/count", query))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression",
                "candidateGroupExpression",
                "createdBeforeExpression",
                "processInstanceBusinessKeyExpression"
            })
    void a_query_with_an_expression_is_refused(String expression) {
        var answer = person("sales").engine("POST", "/task", "{\"" + expression + "\":\"${1 == 1}\"}");
        assertThat(answer.status()).isBetween(400, 499);
    }

    private List<String> calls(String file) throws Exception {
        var task = desk.task(mine, DECIDE_ON_SHORTAGE);
        var other = desk.task(theirs, PICK_AND_PACK);
        var definition = task.getProcessDefinitionId();
        var names = new TreeMap<>(Map.of(
                "{task}",
                task.getId(),
                "{instance}",
                task.getProcessInstanceId(),
                "{execution}",
                task.getExecutionId(),
                "{other-task}",
                other.getId(),
                "{other-instance}",
                other.getProcessInstanceId(),
                "{other-execution}",
                other.getExecutionId(),
                "{definition}",
                definition,
                "{number}",
                mine.value(),
                "{other-number}",
                theirs.value(),
                "{deployment}",
                repository.getProcessDefinition(definition).getDeploymentId()));
        try (var lines = getClass().getResourceAsStream(file)) {
            return new String(lines.readAllBytes())
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> names.entrySet().stream()
                            .reduce(line, (text, name) -> text.replace(name.getKey(), name.getValue()), (a, b) -> b))
                    .toList();
        }
    }

    /** Everything that a call could have changed. */
    private Map<String, Object> everything() {
        var all = new TreeMap<String, Object>();
        all.put(
                "instances",
                runtime.createProcessInstanceQuery().list().stream()
                        .map(Object::toString)
                        .collect(Collectors.toSet()));
        all.put("suspended", runtime.createProcessInstanceQuery().suspended().count());
        all.put(
                "variables",
                runtime.createVariableInstanceQuery().list().stream()
                        .map(variable -> variable.getExecutionId()
                                + variable.getTaskId()
                                + variable.getName()
                                + variable.getTypeName())
                        .sorted()
                        .toList());
        all.put(
                "tasks",
                tasks.createTaskQuery().list().stream()
                        .map(task -> String.join(
                                " ",
                                task.getId(),
                                task.getName(),
                                task.getAssignee(),
                                task.getOwner(),
                                String.valueOf(task.getDelegationState()),
                                String.valueOf(task.getDueDate()),
                                task.getDescription()))
                        .sorted()
                        .toList());
        all.put("links", database.queryForObject("select count(*) from ACT_RU_IDENTITYLINK", Long.class));
        all.put(
                "comments",
                Stream.of(mine, theirs)
                        .mapToInt(order -> tasks.getProcessInstanceComments(
                                        desk.order(order).processInstance())
                                .size())
                        .sum());
        all.put("deployments", repository.createDeploymentQuery().count());
        all.put("decisions", history.createHistoricDecisionInstanceQuery().count());
        all.put(
                "users",
                identities.createUserQuery().list().stream()
                        .map(user -> user.getId() + user.getFirstName())
                        .sorted()
                        .toList());
        all.put("groups", identities.createGroupQuery().count());
        all.put("states", List.of(desk.state(mine), desk.state(theirs)));
        all.put(
                "timeline",
                events.findByOrderNumberOrderByAtAscIdAsc(mine).size()
                        + events.findByOrderNumberOrderByAtAscIdAsc(theirs).size());
        return all;
    }

    private TasklistSession person(String group) {
        return person(group, "en");
    }

    private TasklistSession person(String group, String language) {
        var name = group + "-person";
        if (identities.createUserQuery().userId(name).count() == 0) {
            var user = identities.newUser(name);
            user.setPassword(PASSWORD);
            user.setFirstName("Test");
            user.setLastName("Person");
            identities.saveUser(user);
            identities.createMembership(name, group);
        }
        return TasklistSession.signedIn(port, name, PASSWORD, language);
    }

    private String task() {
        return desk.task(mine, DECIDE_ON_SHORTAGE).getId();
    }

    private Answer submit(TasklistSession person, String fields) {
        return person.engine("POST", "/task/" + task() + "/submit-form", "{\"variables\":{" + fields + "}}");
    }

    private Answer complete(TasklistSession person, String fields) {
        return person.engine("POST", "/task/" + task() + "/complete", "{\"variables\":{" + fields + "}}");
    }

    private String message(Answer answer) {
        return read(answer).path("message").asText();
    }

    private long number(Answer answer) {
        return read(answer).path("count").asLong(-1);
    }

    private JsonNode read(Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (Exception e) {
            throw new AssertionError(answer.toString(), e);
        }
    }
}
