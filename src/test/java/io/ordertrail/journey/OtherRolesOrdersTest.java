package io.ordertrail.journey;

import static io.ordertrail.process.engine.OrderFulfilment.Element.DECIDE_ON_SHORTAGE;
import static io.ordertrail.process.engine.OrderFulfilment.Element.PICK_AND_PACK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.engine.DemoUser;
import io.ordertrail.platform.engine.EngineCalls;
import io.ordertrail.platform.engine.EngineCalls.Call;

/** What users learn about an order whose task belongs to another role, through every query of the engine's REST API. */
@PlatformTest
class OtherRolesOrdersTest {

    private static final String COMMENT = "said-in-confidence";
    private static final String ATTACHMENT = "enclosed-in-confidence";
    private static final String VARIABLE = "kept-in-confidence";
    private static final Pattern COUNT = Pattern.compile("\\{\"count\":(\\d+)}");
    private static final Pattern PART = Pattern.compile("\\{(.*?)}");
    private static final List<Role> CLERKS = List.of(
            Role.SALES, Role.ORDER_REVIEW, Role.WAREHOUSE, Role.SHIPPING, Role.CUSTOMER_SERVICE, Role.PURCHASING);
    private static final Set<Integer> REFUSED = Set.of(403, 404);

    /** Query bodies that try to see more than the user's own tasks. */
    private static final List<String> QUERIES = List.of(
            "{}",
            "{'active':true}",
            "{'nameLike':'%'}",
            "{'withoutTenantId':true}",
            "{'candidateGroup':'FOREIGN','includeAssignedTasks':true}",
            "{'candidateGroups':['FOREIGN'],'includeAssignedTasks':true}",
            "{'processInstanceBusinessKeyLike':'%'}",
            "{'processInstanceBusinessKey':'NUMBER'}",
            "{'processInstanceId':'INSTANCE'}",
            "{'taskIdIn':['TASK']}",
            "{'taskDefinitionKey':'ELEMENT'}",
            "{'processDefinitionKey':'orderFulfilment'}",
            "{'orQueries':[{'candidateGroup':'FOREIGN'},{'taskDefinitionKey':'ELEMENT'}]}",
            "{'orQueries':[{'processInstanceBusinessKeyLike':'%','candidateGroups':['FOREIGN','sales','warehouse'],'nameLike':'%'}]}",
            "{'processVariables':[{'name':'VARIABLE','operator':'neq','value':'x'}]}",
            "{'withCandidateGroups':true}",
            "{'assigned':true}",
            "{'unassigned':true}",
            "{'involvedUser':'demo-warehouse'}",
            "{'assigneeLike':'%'}",
            "{'withComment':true}",
            "{'sorting':[{'sortBy':'processVariable','sortOrder':'asc','parameters':{'variable':'stockReserved','type':'Boolean'}}]}");

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    FilterService filters;

    private OrderNumber forSales;
    private OrderNumber forTheWarehouse;
    private Incident incident;
    private Batch batch;
    private Map<String, String> ids;
    private Set<String> secrets;

    /** The warehouse looks at an order of sales, and everybody else at one of the warehouse. */
    static List<Role> clerks() {
        return Sample.orOnly(List.of(Role.SALES, Role.WAREHOUSE), CLERKS);
    }

    static List<Role> listing() {
        return Sample.orOnly(List.of(Role.WAREHOUSE), CLERKS);
    }

    @BeforeEach
    void an_order_for_sales_and_one_for_the_warehouse() {
        forSales = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 3)));
        forTheWarehouse = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 2)));
    }

    @AfterEach
    void clear() {
        if (incident != null) {
            runtime.resolveIncident(incident.getId());
            management.deleteBatch(batch.getId(), true);
        }
    }

    @ParameterizedTest
    @MethodSource("clerks")
    void a_clerk_learns_nothing_about_it(Role role) {
        var clerk = signedIn(role);
        leaveTracesIn(orderOfAnotherRole(role));

        for (var call : EngineCalls.all()) {
            if (isQuery(call)) {
                var path = filled(call);
                var answer = clerk.engine(call.method(), path, call.method().equals("POST") ? "{}" : null);
                if (!EngineCalls.ofTasklist().contains(call)) {
                    assertThat(answer.status()).as(call + " " + answer).isEqualTo(403);
                }
                assertThat(leaked(answer, path)).as(call + " " + answer).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("listing")
    void no_query_lists_or_counts_more_than_the_own_tasks(Role role) {
        var clerk = signedIn(role);
        leaveTracesIn(orderOfAnotherRole(role));
        var own = tasks.createTaskQuery()
                .or()
                .taskCandidateGroup(role.group())
                .includeAssignedTasks()
                .endOr()
                .count();

        var places = filters.createFilterQuery().list().stream()
                .map(filter -> "/filter/" + filter.getId())
                .toList();
        for (var question : QUERIES) {
            var query = question.replace('\'', '"')
                    .replace("FOREIGN", role == Role.WAREHOUSE ? "sales" : "warehouse")
                    .replace("NUMBER", orderOfAnotherRole(role).value())
                    .replace("INSTANCE", ids.get("process-instance"))
                    .replace("TASK", ids.get("task"))
                    .replace("ELEMENT", role == Role.WAREHOUSE ? DECIDE_ON_SHORTAGE : PICK_AND_PACK)
                    .replace("VARIABLE", VARIABLE);
            assertListsOnlyOwn(clerk, "/task", "/task/count", query, own);
            places.forEach(place -> assertListsOnlyOwn(clerk, place + "/list", place + "/count", query, own));
        }
    }

    @ParameterizedTest
    @MethodSource("clerks")
    void the_other_web_pages_show_nothing_of_it_either(Role role) {
        var clerk = signedIn(role);
        leaveTracesIn(orderOfAnotherRole(role));
        var task = ids.get("task");

        assertThat(clerk.get("/tasks/" + task + "/facts").status()).isEqualTo(404);
        assertThat(clerk.get("/tasks/orders?task=" + task).body()).isEqualTo("{}");
        assertThat(clerk.get("/camunda/api/cockpit/plugin/base/default/process-instance?maxResults=10")
                        .status())
                .isEqualTo(403);
        assertThat(clerk.get("/camunda/api/admin/auth/user/default").body())
                .contains("tasklist")
                .doesNotContain("cockpit", "admin");
    }

    @Test
    void system_users_cannot_use_the_web_applications() {
        var program = signedIn(Role.SYSTEMS);
        leaveTracesIn(forTheWarehouse);
        assertThat(EngineCalls.all().stream().filter(OtherRolesOrdersTest::isQuery))
                .allSatisfy(call -> assertThat(program.engine(call.method(), filled(call), null)
                                .status())
                        .as(call.toString())
                        .isEqualTo(403));
    }

    @Test
    void anonymous_users_get_no_response() {
        var stranger = TasklistSession.stranger(port);
        leaveTracesIn(forTheWarehouse);
        assertThat(EngineCalls.all().stream().filter(OtherRolesOrdersTest::isQuery))
                .allSatisfy(call -> assertThat(stranger.engine(call.method(), filled(call), null)
                                .status())
                        .as(call.toString())
                        .isEqualTo(401));
    }

    /** Proves that the data exists that the clerks cannot see. */
    @Test
    void managers_find_what_clerks_do_not() {
        var manager = signedIn(Role.MANAGERS);
        leaveTracesIn(forTheWarehouse);
        var told = new HashSet<String>();
        EngineCalls.all().stream()
                .filter(call -> isQuery(call) && call.method().equals("GET"))
                .forEach(call -> {
                    var path = filled(call);
                    told.addAll(leaked(manager.engine("GET", path, null), path));
                });
        assertThat(told)
                .contains(
                        COMMENT,
                        ATTACHMENT,
                        VARIABLE,
                        ids.get("task"),
                        ids.get("process-instance"),
                        forTheWarehouse.value());
    }

    private void assertListsOnlyOwn(TasklistSession clerk, String list, String count, String query, long own) {
        var listed = clerk.engine("POST", list, query);
        var counted = clerk.engine("POST", count, query);
        assertThat(leaked(listed, list)).as(list + " " + query + " " + listed).isEmpty();
        assertThat(listed.status()).as(list + " " + query + " " + listed).isIn(200, 400, 403, 404);
        assertThat(numberIn(counted)).as(count + " " + query).isLessThanOrEqualTo(own);
        assertThat(counted.status()).isEqualTo(listed.status());
    }

    /** A call that changes nothing: by GET or OPTIONS, or a query by POST. */
    private static boolean isQuery(Call call) {
        return Set.of("GET", "OPTIONS").contains(call.method())
                || call.method().equals("POST") && EngineCalls.all().contains(new Call("GET", call.path()));
    }

    private OrderNumber orderOfAnotherRole(Role role) {
        return role == Role.WAREHOUSE ? forSales : forTheWarehouse;
    }

    private Task taskOf(OrderNumber order) {
        return tasks.createTaskQuery().processInstanceBusinessKey(order.value()).singleResult();
    }

    private void leaveTracesIn(OrderNumber order) {
        var task = taskOf(order);
        var instance = task.getProcessInstanceId();
        var comment = tasks.createComment(task.getId(), instance, COMMENT);
        var attachment = tasks.createAttachment(
                "text", task.getId(), instance, ATTACHMENT, ATTACHMENT, "http://localhost/" + ATTACHMENT);
        runtime.setVariable(instance, VARIABLE, VARIABLE);
        incident = runtime.createIncident("trouble", task.getExecutionId(), COMMENT, COMMENT);
        var job = management.createJobQuery().listPage(0, 1).get(0);
        batch = management.setJobRetriesAsync(List.of(job.getId()), 3);

        ids = new HashMap<>(Map.of(
                "task",
                task.getId(),
                "process-instance",
                instance,
                "execution",
                task.getExecutionId(),
                "process-definition",
                task.getProcessDefinitionId(),
                "job",
                job.getId(),
                "incident",
                incident.getId(),
                "batch",
                batch.getId(),
                "commentId",
                comment.getId(),
                "attachmentId",
                attachment.getId()));
        ids.put("history/task", task.getId());
        ids.put("history/process-instance", instance);
        ids.put("history/process-definition", task.getProcessDefinitionId());
        ids.put("history/batch", batch.getId());
        ids.put(
                "variable-instance",
                runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .variableName(VARIABLE)
                        .singleResult()
                        .getId());
        ids.put(
                "deployment",
                repository.createDeploymentQuery().listPage(0, 1).get(0).getId());
        ids.put(
                "job-definition",
                management.createJobDefinitionQuery().listPage(0, 1).get(0).getId());
        ids.put(
                "decision-definition",
                repository.createDecisionDefinitionQuery().listPage(0, 1).get(0).getId());
        ids.put(
                "filter",
                filters.createFilterQuery()
                        .filterName("All tasks")
                        .singleResult()
                        .getId());
        ids.put("user", "demo-warehouse");
        ids.put("group", "managers");
        history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .list()
                .forEach(one -> ids.put("history/activity-instance", one.getId()));
        history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .list()
                .forEach(one -> ids.put("history/variable-instance", one.getId()));
        history.createHistoricDetailQuery()
                .processInstanceId(instance)
                .list()
                .forEach(one -> ids.put("history/detail", one.getId()));
        history.createHistoricDecisionInstanceQuery()
                .listPage(0, 1)
                .forEach(one -> ids.put("history/decision-instance", one.getId()));

        secrets = Set.of(
                COMMENT,
                ATTACHMENT,
                VARIABLE,
                order.value(),
                task.getId(),
                instance,
                task.getExecutionId(),
                comment.getId(),
                attachment.getId(),
                incident.getId(),
                batch.getId(),
                ids.get("variable-instance"),
                ids.get("history/activity-instance"),
                ids.get("history/detail"),
                job.getId());
    }

    private String filled(Call call) {
        var words = call.path().substring(1).split("/");
        var kind = words[0].equals("history") ? "history/" + words[1] : words[0];
        return PART.matcher(call.path()).replaceAll(part -> switch (part.group(1)) {
            case "id" -> ids.getOrDefault(kind, "1");
            case "key" -> kind.equals("decision-definition") ? "orderChecks" : "orderFulfilment";
            case "varName" -> VARIABLE;
            case "userId" -> "demo-warehouse";
            case "metrics-name" -> "activity-instance-start";
            default -> ids.getOrDefault(part.group(1), "1");
        });
    }

    /** The secrets in a response that were not in the request; a count that is too high is one, too. */
    private Set<String> leaked(TasklistSession.Answer answer, String path) {
        var told = new HashSet<>(secrets);
        told.removeIf(secret -> !answer.body().contains(secret) || path.contains(secret));
        return REFUSED.contains(answer.status()) ? Set.of() : told;
    }

    private static long numberIn(TasklistSession.Answer answer) {
        var count = COUNT.matcher(answer.body());
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    private TasklistSession signedIn(Role role) {
        var user = DemoUser.ALL.stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
        return TasklistSession.signedIn(port, user.name(), DemoUser.PASSWORD, "en");
    }
}
