package io.ordertrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import io.ordertrail.intake.run.ImportDecision;
import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.check.OrderFacts;
import io.ordertrail.platform.access.Role;
import io.ordertrail.process.engine.ImportOrders;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.process.order.ExternalStock;
import io.ordertrail.stock.allocation.SiteChoice;
import io.ordertrail.stock.replenishment.PurchaseDecision;

/** Diagrams, forms, roles and Java agree on every shared name, in both directions. */
class BpmnContractTest {

    private static final String AUTOMATIC_LANE = "Automatic";
    private static final String QUESTION_TO_BEAN = "\\$\\{(externalStock|parcelsToSend)\\..*";

    private static final JavaClasses CLASSES = OwnClasses.ALL;

    @Test
    void every_delegate_is_in_a_diagram_and_every_delegate_of_a_diagram_exists() {
        assertThat(delegatesInDiagrams()).isNotEmpty().isEqualTo(delegatesInJava());
    }

    @Test
    void a_task_its_delegate_and_its_use_case_have_one_name() {
        var simpleNames = CLASSES.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());

        assertThat(tasksWithDelegate()).isNotEmpty().allSatisfy(task -> {
            var name = camelCase(task.getAttribute("name"));
            assertThat(task.getAttribute("camunda:delegateExpression")).isEqualTo("${" + name + "Delegate}");
            assertThat(simpleNames).contains(capitalized(name));
        });
        assertThat(tasksWithDelegate())
                .extracting(task -> camelCase(task.getAttribute("name")))
                .containsAll(delegatesInJava().stream()
                        .map(delegate -> delegate.replace("Delegate", ""))
                        .toList());
    }

    @Test
    void every_form_is_used_and_every_referenced_form_exists_under_the_name_of_its_task() throws Exception {
        var ids = new TreeSet<String>();
        for (Path form : forms()) {
            assertThat(form.getFileName().toString())
                    .isEqualTo(json(form).path("id").asText() + ".form");
            ids.add(json(form).path("id").asText());
        }

        assertThat(Models.valuesOf("//@*[local-name()='formRef']")).isNotEmpty().isEqualTo(ids);
        assertThat(userTasks())
                .allSatisfy(task -> assertThat(task.getAttribute("camunda:formRef"))
                        .isEqualTo(kebabCase(task.getAttribute("name"))));
        assertThat(Models.valuesOf("//@*[local-name()='formRefBinding']")).containsExactly("deployment");
    }

    @Test
    void a_lane_is_a_role_and_the_candidate_group_of_its_tasks() {
        var lanes = lanes().stream()
                .map(lane -> lane.getAttribute("name"))
                .filter(name -> !name.equals(AUTOMATIC_LANE))
                .map(BpmnContractTest::kebabCase)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(lanes)
                .isNotEmpty()
                .isEqualTo(constantsOf(OrderFulfilment.Group.class, ReplenishStock.Group.class))
                .isEqualTo(Role.lanes().stream().map(Role::group).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(userTasks())
                .isNotEmpty()
                .allSatisfy(task ->
                        assertThat(task.getAttribute("camunda:candidateGroups")).isEqualTo(kebabCase(laneOf(task))));
        assertThat(Models.valuesOf("//@*[local-name()='candidateUsers' or local-name()='assignee']"))
                .isEmpty();
    }

    @Test
    void every_automatic_step_is_in_the_automatic_lane() {
        assertThat(Models.elementsOf("//*[local-name()='process']/*[@*[local-name()='delegateExpression'] or"
                        + " local-name()='receiveTask']"))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(laneOf(task)).isEqualTo(AUTOMATIC_LANE));
    }

    @Test
    void the_states_of_an_order_are_those_of_the_diagram() {
        assertThat(Models.valuesOf("//*[local-name()='property' and @name='orderState']/@value"))
                .isEqualTo(Arrays.stream(OrderState.values())
                        .map(Enum::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(Models.elementsOf("//*[local-name()='process' and @id='" + OrderFulfilment.PROCESS
                        + "']/*[local-name()='endEvent']"))
                .isNotEmpty()
                .allSatisfy(end -> assertThat(OrderState.valueOf(stateOf(end)).ended())
                        .as(end.getAttribute("id"))
                        .isTrue());
    }

    @Test
    void every_name_in_java_is_in_the_diagram() {
        assertThat(Models.valuesOf("//*/@id"))
                .containsAll(constantsOf(
                        OrderFulfilment.Element.class, ReplenishStock.Element.class, ImportOrders.Element.class));
        assertThat(Models.valuesOf("//*[local-name()='message']/@name"))
                .isEqualTo(constantsOf(
                        OrderFulfilment.Message.class, ReplenishStock.Message.class, ImportOrders.Message.class));
        assertThat(Models.valuesOf("//*[local-name()='process']/@id"))
                .containsExactlyInAnyOrder(
                        OrderFulfilment.PROCESS,
                        OrderFulfilment.PARCEL,
                        ReplenishStock.PROCESS,
                        ImportOrders.PROCESS,
                        ImportOrders.UNDO,
                        ImportOrders.PAST_ORDER);
        assertThat(Models.valuesOf("//@*[local-name()='calledElement']")).containsExactly(OrderFulfilment.PARCEL);
    }

    @Test
    void every_message_of_the_diagram_is_received() {
        var waitedFor =
                Models.valuesOf("//*[local-name()='receiveTask' or local-name()='messageEventDefinition']/@messageRef");

        assertThat(Models.valuesOf("//*[local-name()='message']/@id")).isEqualTo(waitedFor);
    }

    @Test
    void conditions_timers_and_forms_use_the_variables_of_java() throws Exception {
        var used = new TreeSet<String>();
        Models.valuesOf("//*[local-name()='conditionExpression']/text()").stream()
                .filter(text -> !text.matches(QUESTION_TO_BEAN))
                .forEach(text -> used.addAll(words(text)));
        Models.valuesOf("//*[local-name()='timeDate']/text()").forEach(text -> used.addAll(find("\\((\\w+)\\)", text)));
        used.addAll(Models.valuesOf("//@*[local-name()='elementVariable']"));
        used.addAll(Models.valuesOf("//*[local-name()='inputParameter']/@name"));
        used.addAll(Models.valuesOf("//*[local-name()='in']/@*[local-name()='source' or local-name()='target']"));
        for (Path form : forms()) {
            used.addAll(keys(form));
        }

        assertThat(used)
                .isEqualTo(constantsOf(
                        OrderFulfilment.Variable.class, ReplenishStock.Variable.class, ImportOrders.Variable.class));
    }

    @Test
    void the_choices_of_a_form_are_those_of_java_and_the_conditions() throws Exception {
        var offered = new TreeSet<String>();
        for (Path form : forms()) {
            components(form)
                    .filter(field -> field.path("key").asText().endsWith("Decision"))
                    .forEach(field -> offered.addAll(field.path("values").findValuesAsText("value")));
        }
        var compared = new TreeSet<String>();
        Models.valuesOf("//*[local-name()='conditionExpression']/text()")
                .forEach(text -> compared.addAll(find("'(\\w+)'", text)));
        compared.remove("ask");

        assertThat(offered)
                .isNotEmpty()
                .isEqualTo(Stream.of(
                                Arrays.stream(Decision.values()).map(Decision::word),
                                Arrays.stream(PurchaseDecision.values()).map(PurchaseDecision::word),
                                Arrays.stream(ImportDecision.values()).map(ImportDecision::word))
                        .flatMap(words -> words)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(offered).containsAll(compared);
    }

    @Test
    void every_decision_that_needs_a_reason_has_a_field_for_it() throws Exception {
        for (Path form : forms()) {
            var decision =
                    keys(form).stream().filter(key -> key.endsWith("Decision")).findFirst();
            var needsReason = components(form)
                    .flatMap(field -> field.path("values").findValuesAsText("value").stream())
                    .anyMatch(word -> Decision.of(word)
                            .map(Decision::needsReason)
                            .or(() -> PurchaseDecision.of(word).map(PurchaseDecision::needsReason))
                            .orElse(false));
            if (needsReason) {
                assertThat(keys(form)).contains(decision.orElseThrow().replace("Decision", "Reason"));
            }
        }
    }

    @Test
    void the_decision_table_reads_the_facts_of_java() throws IOException {
        var table = Files.readString(Path.of("bpmn/order-checks.dmn"));
        var facts = Arrays.stream(OrderFacts.class.getRecordComponents())
                .map(fact -> fact.getName())
                .toList();
        var read = find("<inputExpression[^>]*>\\s*<text>([^<]*)</text>", table).stream()
                .flatMap(text -> words(text).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(read).isNotEmpty().isSubsetOf(facts);
        assertThat(facts).allSatisfy(fact -> assertThat(table).contains(fact));
        assertThat(find("<decision id=\"(\\w+)\"", table)).containsExactly(OrderFulfilment.CHECKS);
    }

    @Test
    void the_site_choice_reads_the_facts_of_java_and_sums_points() throws IOException {
        var table = Files.readString(Path.of("bpmn/site-choice.dmn"));
        var facts = Arrays.stream(SiteChoice.Candidate.class.getRecordComponents())
                .map(fact -> fact.getName())
                .toList();

        assertThat(find("<inputExpression[^>]*>\\s*<text>([^<]*)</text>", table))
                .containsExactlyInAnyOrderElementsOf(facts);
        assertThat(find("<decision id=\"(\\w+)\"", table)).containsExactly(OrderFulfilment.SITE_CHOICE);
        assertThat(table).contains("hitPolicy=\"COLLECT\" aggregation=\"SUM\"");
    }

    @Test
    void every_task_and_timer_with_a_deadline_has_a_setting_and_no_other() throws IOException {
        var asked = new TreeSet<>(Set.of(OrderFulfilment.Element.NOBODY_PICKED)); // by StaleReservations
        var ofNoBundle = ImportOrders.Element.DECIDE_ON_IMPORT; // takes the deadline of all other steps
        Stream.concat(
                        Models.valuesOf("//@*[local-name()='dueDate']").stream(),
                        Models.valuesOf("//*[local-name()='timeDuration']/text()").stream())
                .forEach(text -> asked.addAll(find("'(\\w+)'", text)));
        var set = find("(?m)^ {6}(\\w+): P", Files.readString(Path.of("src/main/resources/application.yml")));

        assertThat(asked.remove(ofNoBundle)).isTrue();
        assertThat(asked).isNotEmpty().isEqualTo(set);
        assertThat(userTasks())
                .allSatisfy(task -> assertThat(task.getAttribute("camunda:dueDate"))
                        .isEqualTo("${deadlines.dueIn('" + task.getAttribute("id") + "')}"));
    }

    @Test
    void ids_are_readable_and_gateways_are_questions_with_named_exits_and_a_default() {
        assertThat(Models.valuesOf("//*/@id")).noneMatch(id -> id.matches("(Activity|Gateway|Event|Flow)_[0-9a-z]{7}"));
        assertThat(Models.elementsOf("//*[local-name()='exclusiveGateway' and count(*[local-name()='outgoing']) > 1]"))
                .isNotEmpty()
                .allSatisfy(gateway -> {
                    assertThat(gateway.getAttribute("name")).endsWith("?");
                    assertThat(gateway.getAttribute("default")).isNotBlank();
                });
        assertThat(Models.elementsOf("//*[local-name()='sequenceFlow' and @sourceRef = "
                        + "//*[local-name()='exclusiveGateway' and count(*[local-name()='outgoing']) > 1]/@id]"))
                .isNotEmpty()
                .allSatisfy(exit -> assertThat(exit.getAttribute("name"))
                        .as(exit.getAttribute("id"))
                        .isNotBlank());
    }

    @Test
    void tasks_run_only_delegates_and_only_external_calls_and_long_work_run_in_their_own_transaction() {
        assertThat(Models.valuesOf("//@*[local-name()='class' or local-name()='expression' or local-name()='topic']"))
                .isEmpty();
        assertThat(Models.valuesOf("//*[contains(local-name(), 'Task')]/@*[local-name()='type']"))
                .isEmpty();
        assertThat(Models.valuesOf(
                        "//*[local-name()='script' or local-name()='scriptTask' or local-name()='connector']/@id"))
                .isEmpty();
        assertThat(Models.valuesOf("//@*[local-name()='asyncAfter']")).isEmpty();
        assertThat(Models.valuesOf("//*[@*[local-name()='asyncBefore']]/@name"))
                .containsExactly(
                        "Ask stock system", "Cancel imported orders", "Check imported file", "Enter imported orders");
        assertThat(Models.elementsOf("//*[local-name()='process']"))
                .isNotEmpty()
                .allSatisfy(process -> {
                    assertThat(process.getAttribute("camunda:historyTimeToLive"))
                            .isEqualTo("P1825D");
                    assertThat(process.getAttribute("camunda:isStartableInTasklist"))
                            .isEqualTo("false");
                });
    }

    @Test
    void the_external_stock_system_is_called_only_when_enabled_and_with_retries_before_an_incident() {
        assertThat(Models.elementsOf("//*[@*[local-name()='asyncBefore']]"))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.getElementsByTagName("camunda:failedJobRetryTimeCycle")
                                .getLength())
                        .isEqualTo(1));
        assertThat(Models.elementsOf("//*[@id='askStockSystem']")).isNotEmpty().allSatisfy(task -> {
            assertThat(Models.valuesOf("//*[local-name()='sequenceFlow' and @targetRef='" + task.getAttribute("id")
                            + "']/*/text()"))
                    .isNotEmpty()
                    .allMatch(condition ->
                            condition.matches("\\$\\{externalStock\\.\\w+\\(execution\\.processBusinessKey\\)}"));
            assertThat(task.getElementsByTagName("camunda:failedJobRetryTimeCycle")
                            .getLength())
                    .isEqualTo(1);
        });
        assertThat(Arrays.stream(ExternalStock.class.getDeclaredMethods())
                        .filter(asked -> Modifier.isPublic(asked.getModifiers()))
                        .map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(find(
                        "externalStock\\.(\\w+)\\(",
                        String.join(" ", Models.valuesOf("//*[local-name()='conditionExpression']/text()"))));
    }

    @Test
    void the_user_tasks_of_an_order_are_those_of_java() {
        assertThat(OrderFulfilment.USER_TASKS)
                .containsExactlyInAnyOrderElementsOf(Models.valuesOf("//*[local-name()='process' and (@id='"
                        + OrderFulfilment.PROCESS + "' or @id='" + OrderFulfilment.PARCEL
                        + "')]//*[local-name()='userTask']/@id"));
    }

    @Test
    void every_user_task_documents_the_decision() {
        assertThat(userTasks())
                .allSatisfy(task -> assertThat(task.getElementsByTagName("bpmn:documentation")
                                .item(0)
                                .getTextContent())
                        .isNotBlank());
    }

    private static Set<String> delegatesInDiagrams() {
        return Models.valuesOf("//@*[local-name()='delegateExpression']").stream()
                .map(expression -> expression.replaceAll("[#$]\\{(.*)}", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> delegatesInJava() {
        return CLASSES.stream()
                .filter(type -> type.isAssignableTo("org.camunda.bpm.engine.delegate.JavaDelegate"))
                .map(type -> Character.toLowerCase(type.getSimpleName().charAt(0))
                        + type.getSimpleName().substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Element> tasksWithDelegate() {
        return Models.elementsOf("//*[@*[local-name()='delegateExpression']]");
    }

    private static List<Element> userTasks() {
        return Models.elementsOf("//*[local-name()='userTask']");
    }

    private static List<Element> lanes() {
        return Models.elementsOf("//*[local-name()='lane']");
    }

    /** A step of a sub-process stands in the lane of the sub-process. */
    private static String laneOf(Element node) {
        if (node.getParentNode().getNodeName().equals("bpmn:subProcess")) {
            return laneOf((Element) node.getParentNode());
        }
        return lanes().stream()
                .filter(lane -> {
                    var refs = lane.getElementsByTagName("bpmn:flowNodeRef");
                    return Stream.iterate(0, i -> i < refs.getLength(), i -> i + 1)
                            .anyMatch(i -> refs.item(i).getTextContent().strip().equals(node.getAttribute("id")));
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError(node.getAttribute("id") + " is in no lane"))
                .getAttribute("name");
    }

    private static String stateOf(Element element) {
        var properties = element.getElementsByTagName("camunda:property");
        return properties.getLength() == 0 ? "" : ((Element) properties.item(0)).getAttribute("value");
    }

    private static List<Path> forms() {
        return Models.files("forms", ".form");
    }

    private static JsonNode json(Path form) throws IOException {
        return new ObjectMapper().readTree(form.toFile());
    }

    private static Stream<JsonNode> components(Path form) throws IOException {
        return StreamSupport.stream(json(form).path("components").spliterator(), false);
    }

    private static Set<String> keys(Path form) throws IOException {
        return components(form)
                .filter(field -> field.has("key"))
                .map(field -> field.path("key").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constantsOf(Class<?>... holders) {
        return Arrays.stream(holders)
                .flatMap(holder -> Arrays.stream(holder.getFields()))
                .map(constant -> {
                    try {
                        return (String) constant.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names in an expression, without quoted text. */
    private static Set<String> words(String expression) {
        return find("([A-Za-z]\\w*)", expression.replaceAll("'[^']*'", ""));
    }

    private static Set<String> find(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kebabCase(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String camelCase(String name) {
        var words = name.toLowerCase(Locale.ROOT).split(" ");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(BpmnContractTest::capitalized)
                        .collect(Collectors.joining());
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
