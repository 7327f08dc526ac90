package io.ordertrail.process.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.ordertrail.order.check.OrderFacts;
import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.stock.allocation.SiteChoice;

/** Each kind of mistake is found in a copy of the product's own files, which have none. */
class ProcessCheckTest {

    private static final String ORDER = "order-fulfilment.bpmn";
    private static final String PARCEL = "parcel.bpmn";
    private static final String CHECKS = "order-checks.dmn";
    private static final String SITES = "site-choice.dmn";

    @Test
    void nothing_in_the_files_of_the_product_is_found() {
        assertThat(found(ShippedFiles.all())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource
    void what_would_stop_an_order_is_refused(String file, String right, String wrong, String element, String sentence) {
        assertThat(found(ShippedFiles.with(file, right, wrong))).anySatisfy(finding -> {
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.sentence()).contains(sentence);
            assertThat(finding.cure()).isNotBlank().doesNotStartWith("check.");
        });
    }

    static Stream<Arguments> what_would_stop_an_order_is_refused() {
        return Stream.of(
                wrong(ORDER, "${checkOrderDelegate}", "${chekOrderDelegate}", "checkOrder", "no chekOrderDelegate"),
                wrong(
                        ORDER,
                        "candidateGroups=\"order-review\"",
                        "candidateGroups=\"order-reviw\"",
                        "reviewOrder",
                        "no such group"),
                wrong(ORDER, "camunda:candidateGroups=\"order-review\" ", "", "reviewOrder", "to no group"),
                wrong(ORDER, "formRef=\"review-order\"", "formRef=\"reviw-order\"", "reviewOrder", "there is none"),
                wrong(
                        ORDER,
                        "formRef=\"review-order\" camunda:formRefBinding=\"deployment\"",
                        "formRef=\"review-order\" camunda:formRefBinding=\"latest\"",
                        "reviewOrder",
                        "bound to latest"),
                wrong(ORDER, "name=\"goodsArrived\"", "name=\"goodsArived\"", "goodsArrivedMessage", "Nobody sends"),
                wrong(
                        ORDER,
                        "deadlines.dueIn(&#39;reviewOrder",
                        "deadlines.due(&#39;reviewOrder",
                        "reviewOrder",
                        "cannot call deadlines.due"),
                wrong(ORDER, "value=\"CONFIRMED\"", "value=\"CONFRMED\"", "confirmOrder", "no state CONFRMED"),
                wrong(
                        ORDER,
                        "name=\"orderState\" value=\"CONFIRMED\"",
                        "name=\"orderstate\" value=\"CONFIRMED\"",
                        "confirmOrder",
                        "orderstate means nothing"),
                wrong(
                        ORDER,
                        "<camunda:property name=\"orderState\" value=\"CONFIRMED\" />",
                        "",
                        null,
                        "gives an order the state CONFIRMED"),
                wrong(
                        ORDER,
                        "<camunda:property name=\"orderState\" value=\"RECEIVED\" />",
                        "",
                        "orderReceived",
                        "stays open for ever"),
                wrong(
                        ORDER,
                        "reviewDecision == 'approve'",
                        "reviewDecision == 'aprove'",
                        "howReviewed_to_reserveStock",
                        "with aprove"),
                wrong(
                        ORDER,
                        "${holdsFound}",
                        "${holdFound}",
                        "anythingToReview_to_reviewOrder",
                        "Nothing sets holdFound"),
                wrong(
                        ORDER,
                        "process id=\"orderFulfilment\"",
                        "process id=\"orderFulfilment2\"",
                        "orderFulfilment2",
                        "none of this product"),
                wrong(ORDER, "isExecutable=\"true\"", "isExecutable=\"false\"", "orderFulfilment", "not executable"),
                wrong(ORDER, "waitForReceipt", "waitForTheReceipt", "waitForReceipt", "refers to it by this id"),
                wrong(
                        ORDER,
                        "cancellationRequestedMessage\" name=\"cancellationRequested\"",
                        "cancellationRequestedMessage\" name=\"receiptConfirmed\"",
                        null,
                        "Nothing waits for the message cancellationRequested"),
                wrong(
                        ORDER,
                        " default=\"anythingToReview_to_reserveStock\"",
                        "",
                        "anythingToReview",
                        "When no condition"),
                wrong(
                        ORDER,
                        "calledElement=\"parcel\"",
                        "calledElement=\"parcels\"",
                        "sendParcel",
                        "calls the process parcels"),
                wrong(ORDER, "target=\"parcel\"", "target=\"package\"", "sendParcel", "does not tell"),
                wrong(
                        "review-order.form",
                        "\"value\": \"approve\"",
                        "\"value\": \"aprove\"",
                        "reviewDecision",
                        "decision aprove"),
                wrong(
                        "review-order.form",
                        "\"type\": \"radio\"",
                        "\"type\": \"checkbox\"",
                        "reviewDecision",
                        "is a checkbox"),
                wrong(
                        "review-order.form",
                        "\"key\": \"reviewReason\"",
                        "\"key\": \"reviewRemark\"",
                        "reviewDecision",
                        "needs a reason"),
                wrong("review-order.form", "\"id\": \"review-order\",", "", null, "no id"),
                wrong("review-order.form", "{", "", null, "cannot be read"),
                wrong(CHECKS, "&gt; 5000", "&gt; 1.000,00", "largeFirstOrder_orderTotal", "has a comma"),
                wrong(CHECKS, "&gt; 5000", "&gt;&gt; 10", "largeFirstOrder_orderTotal", "cannot be read"),
                wrong(CHECKS, "&gt; 5000", "\"much\"", "largeFirstOrder_orderTotal", "does not fit"),
                wrong(
                        CHECKS,
                        "<text>orderTotal</text>",
                        "<text>orderTotl</text>",
                        "orderTotalInput",
                        "cannot be calculated"),
                wrong(
                        CHECKS,
                        "<text>orderTotal</text>",
                        "<text>siteCountry</text>",
                        "orderTotalInput",
                        "cannot be calculated"),
                wrong(CHECKS, "name=\"reason\"", "name=\"why\"", "orderChecks", "outputs are"),
                wrong(
                        CHECKS,
                        "\"The customer is blocked.\"",
                        "The customer is blocked.",
                        "customerBlocked_reason",
                        "cannot be calculated"),
                wrong(
                        CHECKS,
                        "<text>\"credit-exceeded\"</text>",
                        "<text>credit</text>",
                        "creditExceeded_rule",
                        "cannot be calculated"),
                wrong(
                        CHECKS,
                        "<text>\"credit-exceeded\"</text>",
                        "<text>\"" + "x".repeat(101) + "\"</text>",
                        "creditExceeded_rule",
                        "101 characters"),
                wrong(
                        CHECKS,
                        "\"The customer is blocked.\"",
                        "\"" + "x".repeat(1001) + "\"",
                        "customerBlocked_reason",
                        "1001 characters"),
                wrong(
                        CHECKS,
                        "<text>\"low\"</text>",
                        "<text>\"lowest\"</text>",
                        "unusualQuantity_severity",
                        "no severity lowest"),
                wrong(CHECKS, "hitPolicy=\"COLLECT\"", "hitPolicy=\"UNIQUE\"", "orderChecks", "hit policy is UNIQUE"),
                wrong(CHECKS, "decision id=\"orderChecks\"", "decision id=\"orderCheck\"", "orderCheck", "Nobody asks"),
                wrong(SITES, "<text>200</text>", "<text>\"many\"</text>", "oneParcel_points", "no number"),
                wrong(SITES, "aggregation=\"SUM\"", "", "siteChoice", "COLLECT SUM"),
                wrong(
                        ORDER,
                        "id=\"reviewOrder\" name=\"Review order\"",
                        "id=\"reviewOrder\"",
                        "reviewOrder",
                        "has no name"),
                wrong(
                        ORDER,
                        "camunda:historyTimeToLive=\"P1825D\"",
                        "camunda:historyTimeToLive=\"P1D\"",
                        "orderFulfilment",
                        "for P1D only"),
                wrong(
                        ORDER,
                        "${confirmOrderDelegate}",
                        "${proposeReplenishmentDelegate}",
                        "confirmOrder",
                        "is of no use in the process orderFulfilment"),
                wrong(
                        ORDER,
                        "camunda:delegateExpression=\"${checkOrderDelegate}\"",
                        "camunda:decisionRef=\"orderChecks\"",
                        "checkOrder",
                        "gets no facts"),
                wrong(
                        ORDER,
                        "<camunda:property name=\"orderState\" value=\"IN_REVIEW\" />\n        </camunda:properties>",
                        "<camunda:property name=\"orderState\" value=\"IN_REVIEW\" />\n        </camunda:properties>"
                                + "<camunda:formData><camunda:formField id=\"x\" type=\"string\" /></camunda:formData>",
                        "reviewOrder",
                        "form fields of its own"),
                wrong(
                        ORDER,
                        "<bpmn:outgoing>orderEntered_to_checkOrder</bpmn:outgoing>",
                        "<bpmn:outgoing>orderEntered_to_checkOrder</bpmn:outgoing><bpmn:timerEventDefinition />",
                        "orderEntered",
                        "starts only when"),
                wrong(
                        ORDER,
                        "<bpmn:endEvent id=\"orderRejected\"",
                        "<bpmn:scriptTask id=\"own\""
                                + " scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent"
                                + " id=\"orderRejected\"",
                        "own",
                        "no script"),
                wrong(CHECKS, "&gt; 5000", "&gt; 5.000", "largeFirstOrder_orderTotal", "5.000 means 5"),
                wrong(CHECKS, "&gt; 5000", "[5000..1000]", "largeFirstOrder_orderTotal", "never fires"),
                wrong(CHECKS, "&gt; 5000", "&lt; 0", "largeFirstOrder_orderTotal", "never fires"),
                wrong(
                        CHECKS,
                        "<inputExpression id=\"orderTotalExpression\" typeRef=\"double\">",
                        "<inputExpression id=\"orderTotalExpression\" typeRef=\"integer\">",
                        "orderChecks",
                        "fails on an example"),
                wrong(
                        CHECKS,
                        "name=\"reason\" typeRef=\"string\"",
                        "name=\"reason\" typeRef=\"integer\"",
                        "reasonOutput",
                        "have the type integer"),
                wrong(
                        CHECKS,
                        "<inputEntry id=\"creditExceeded_creditLeft\">\n"
                                + "          <text>&lt; 0</text>\n"
                                + "        </inputEntry>",
                        "",
                        "orderChecks",
                        "cannot be read"),
                wrong(
                        CHECKS,
                        "\"The order exceeds the customer's free credit by \" + string(decimal(orderTotal -"
                                + " freeCredit, places)) + \".\"",
                        "if orderTotal &gt; 9000 then requestedDeliveryDays else \"x\"",
                        "creditExceeded_reason",
                        "is no text"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void a_field_with_which_nobody_could_complete_the_task_is_refused(String fields, String sentence) {
        var form = "{\"id\": \"call-customer\", \"components\": [" + fields.replace('\'', '"') + "]}";
        assertThat(found(with("call-customer.form", form))).anySatisfy(finding -> {
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.file()).isEqualTo("call-customer.form");
            assertThat(finding.element()).isNotBlank();
            assertThat(finding.sentence()).contains(sentence);
            assertThat(finding.cure()).isNotBlank().doesNotStartWith("check.");
        });
    }

    static Stream<Arguments> a_field_with_which_nobody_could_complete_the_task_is_refused() {
        return Stream.of(
                field("{'type': 'group', 'id': 'g', 'components': [{'type': 'textfield', 'key': 'a'}]}", "in a part"),
                field("{'type': 'number', 'key': 'a'}", "is a number"),
                field("{'type': 'textfield', 'key': '', 'id': 'a'}", "has no key"),
                field("{'type': 'textfield', 'key': 'a'}, {'type': 'textfield', 'key': 'a'}", "Two fields"),
                field("{'type': 'textfield', 'key': 'stockReserved'}", "would overwrite"),
                field("{'type': 'textarea', 'key': 'a', 'validate': {'maxLength': 5000}}", "longer than 1000"),
                field("{'type': 'textarea', 'key': 'a', 'validate': {'minLength': 9, 'maxLength': 5}}", "to be longer"),
                field("{'type': 'datetime', 'key': 'a', 'subtype': 'datetime'}", "time of day"),
                field("{'type': 'select', 'key': 'a', 'valuesKey': 'somewhere'}", "nothing to choose"),
                field("{'type': 'textfield', 'key': 'callDecision'}", "nothing to choose"),
                field(
                        "{'type': 'textfield', 'key': 'a', 'validate': {'required': true},"
                                + " 'conditional': {'hide': '=b = null'}}",
                        "hidden by =b = null"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.ordertrail.process.check.WrongFiles#all")
    void what_broke_the_entry_of_orders_is_refused(
            String name, String file, UnaryOperator<String> mistake, String element, String sentence) {
        assertThat(found(with(file, WrongFiles.wrong(file, mistake)))).anySatisfy(finding -> {
            assertThat(finding.refuses()).isTrue();
            assertThat(String.valueOf(finding.element()))
                    .isEqualTo(element.isEmpty() ? String.valueOf(finding.element()) : element);
            assertThat(finding.sentence()).contains(sentence);
        });
    }

    private static Arguments field(String fields, String sentence) {
        return Arguments.of(fields, sentence);
    }

    @Test
    void a_field_of_an_owner_is_right_with_choices_of_its_own_and_a_condition_that_the_product_reads() {
        var form = """
            {"id": "call-customer", "components": [
              {"type": "radio", "key": "customerReached", "validate": {"required": true},
               "values": [{"value": "yes"}, {"value": "no"}]},
              {"type": "textarea", "key": "callReason", "validate": {"required": true, "maxLength": 500},
               "conditional": {"hide": "=customerReached != \\"no\\""}}]}\
            """;
        assertThat(found(with("call-customer.form", form))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "weekday, Saturday, true",
        "weekday, SATURDAY, false",
        "priority, high, true",
        "country, Austria, true",
        "country, at, true",
        "country, AT, false",
        "region, Wien, false",
        "channel, shop, false"
    })
    void a_word_that_a_fact_never_is_is_refused(String fact, String word, boolean refused) {
        var table = ShippedFiles.text(CHECKS)
                .replace(
                        "typeRef=\"boolean\">\n          <text>customerBlocked",
                        "typeRef=\"string\">\n          <text>" + fact)
                .replace("<text>true</text>", "<text>\"" + word + "\"</text>")
                .replace("<text>likelyDuplicate</text>", "<text>region</text>")
                .replace("<text>firstOrder</text>", "<text>region</text>");
        assertThat(found(with(CHECKS, table)))
                .extracting(ProcessFinding::element)
                .filteredOn("customerBlocked_customerBlocked"::equals)
                .hasSize(refused ? 1 : 0);
    }

    @Test
    void a_reason_that_an_order_without_a_wish_lacks_is_refused() {
        var table = ShippedFiles.text(CHECKS)
                .replace("<text>true</text>", "<text></text>")
                .replace("\"The customer is blocked.\"", "\"In days: \" + string(requestedDeliveryDays)");
        assertThat(found(with(CHECKS, table)))
                .extracting(ProcessFinding::element)
                .contains("customerBlocked_reason");
    }

    @Test
    void a_table_in_two_files_is_refused() {
        assertThat(found(with("again.dmn", ShippedFiles.text(CHECKS))))
                .extracting(
                        ProcessFinding::element, finding -> finding.sentence().contains("two files"))
                .contains(tuple("orderChecks", true));
    }

    @Test
    void a_condition_on_a_choice_that_the_form_does_not_offer_is_refused() {
        var files = ShippedFiles.with(ORDER, "${reviewDecision == 'reject'}", "${customerReached == 'perhaps'}");
        files.put("call-customer.form", """
            {"id": "call-customer", "components": [
              {"type": "select", "key": "customerReached", "values": [{"value": "yes"}, {"value": "no"}]}]}\
            """.getBytes(StandardCharsets.UTF_8));
        assertThat(found(files)).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("howReviewed_to_orderRejected");
            assertThat(finding.sentence()).contains("perhaps", "no, yes");
        });
    }

    @Test
    void a_step_without_a_kind_is_a_warning_because_every_order_passes_it() {
        var found = found(ShippedFiles.with(
                ORDER,
                "<bpmn:endEvent id=\"orderRejected\"",
                "<bpmn:task id=\"phone\" name=\"Phone\" /><bpmn:endEvent id=\"orderRejected\""));
        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.refuses()).isFalse();
            assertThat(finding.sentence()).contains("Phone does nothing");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        order-fulfilment.bpmn | deadlines.dueIn(&#39;reviewOrder | deadlines.dueIn(&#39;callCustomer | reviewOrder
        parcel.bpmn | deadlines.within('nobodyAnswered') | deadlines.within('nobody') | nobodyAnswered
        """, quoteCharacter = '"')
    void a_deadline_that_is_not_set_is_told_because_the_common_one_holds(
            String file, String right, String wrong, String element) {
        assertThat(found(ShippedFiles.with(file, right, wrong)))
                .extracting(ProcessFinding::element, ProcessFinding::refuses)
                .containsExactly(tuple(element, false));
    }

    @ParameterizedTest
    @CsvSource({
        "reviewOrder=soon, reviewOrder, true",
        "reviewOrder=PT0S, reviewOrder, true",
        "reviewOrder=P365000D, reviewOrder, true",
        "reviewOrdr=PT4H, reviewOrdr, false"
    })
    void a_line_of_the_deadlines_holds_a_duration_and_belongs_to_a_step(String line, String element, boolean refuses) {
        var files = ShippedFiles.all();
        files.put("deadlines.properties", line.getBytes(StandardCharsets.UTF_8));
        assertThat(found(files))
                .extracting(ProcessFinding::element, ProcessFinding::refuses)
                .containsExactly(tuple(element, refuses));
    }

    @Test
    void the_facts_that_tables_may_read_are_those_that_they_are_given() {
        var facts = components(OrderFacts.class);
        facts.add("places"); // of the company's currency
        assertThat(KnownNames.FACTS.get(OrderFulfilment.CHECKS).keySet()).isEqualTo(facts);
        assertThat(KnownNames.FACTS.get(OrderFulfilment.SITE_CHOICE).keySet())
                .isEqualTo(components(SiteChoice.Candidate.class));
    }

    private static Set<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void a_table_without_rules_is_refused() {
        var table = ShippedFiles.text(CHECKS).replaceAll("(?s)<rule id=.*?</rule>", "");
        assertThat(found(with(CHECKS, table)))
                .extracting(ProcessFinding::sentence)
                .anyMatch(said -> said.contains("no rule"));
    }

    @Test
    void a_road_that_breaks_off_is_refused() {
        var flow = "<bpmn:sequenceFlow id=\"reviewOrder_to_recordReview\" sourceRef=\"reviewOrder\""
                + " targetRef=\"recordReview\" />";
        var diagram = ShippedFiles.text(ORDER)
                .replace(flow, "")
                .replace("<bpmn:incoming>reviewOrder_to_recordReview</bpmn:incoming>", "")
                .replace("<bpmn:outgoing>reviewOrder_to_recordReview</bpmn:outgoing>", "")
                .replaceAll(
                        "(?s)<bpmndi:BPMNEdge [^>]*bpmnElement=\"reviewOrder_to_recordReview\".*?</bpmndi:BPMNEdge>",
                        "");
        assertThat(found(with(ORDER, diagram)))
                .extracting(
                        ProcessFinding::element, finding -> finding.sentence().contains("breaks off"))
                .contains(tuple("reviewOrder", true));
    }

    @Test
    void a_loop_in_which_no_order_waits_is_refused() {
        var wrong = ShippedFiles.with(
                ORDER,
                "<bpmn:serviceTask id=\"askStockSystem\" name=\"Ask stock system\" camunda:asyncBefore=\"true\"",
                "<bpmn:serviceTask id=\"askStockSystem\" name=\"Ask stock system\"");
        assertThat(found(wrong)).extracting(ProcessFinding::sentence).anyMatch(said -> said.contains("never waits"));
    }

    @Test
    void a_task_in_the_lane_of_another_group_is_a_warning() {
        var found = found(ShippedFiles.with(
                ORDER,
                "formRefBinding=\"deployment\" camunda:candidateGroups=\"order-review\"",
                "formRefBinding=\"deployment\" camunda:candidateGroups=\"sales\""));
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isFalse();
            assertThat(finding.sentence()).contains("Review order", "sales", "order-review");
        });
    }

    @Test
    void a_delegate_that_no_step_calls_is_a_warning() {
        var found = found(ShippedFiles.with(ORDER, "${cancelRemainderDelegate}", "${confirmOrderDelegate}"));
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isFalse();
            assertThat(finding.sentence()).contains("cancelRemainderDelegate");
        });
    }

    @Test
    void a_diagram_that_is_hard_to_read_is_a_warning() {
        var found = found(ShippedFiles.with(PARCEL, "<dc:Bounds x=\"", "<dc:Bounds x=\"1"));
        assertThat(found).isNotEmpty().noneMatch(ProcessFinding::refuses);
    }

    private static Arguments wrong(String file, String right, String wrong, String element, String sentence) {
        return Arguments.of(file, right, wrong, element, sentence);
    }

    private static Map<String, byte[]> with(String file, String text) {
        var files = new TreeMap<>(ShippedFiles.all());
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static List<ProcessFinding> found(Map<String, byte[]> files) {
        return ProcessCheck.findings(ProcessFiles.of(files), ShippedFiles.known());
    }
}
