package io.ordertrail.process.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.params.provider.Arguments;

/** Changes that broke the entry of orders before files were checked: name, file, mistake, element and sentence. */
public final class WrongFiles {

    private static final String ORDER = "order-fulfilment.bpmn";
    private static final String CHECKS = "order-checks.dmn";
    private static final String REVIEW = "review-order.form";

    private WrongFiles() {}

    public static List<Arguments> all() {
        return List.of(
                wrong("form", ORDER, "formRef=\"review-order\"", "formRef=\"own\"", "reviewOrder", "there is none"),
                wrong("word", REVIEW, "\"value\": \"approve\"", "\"value\": \"ok\"", "reviewDecision", "decision ok"),
                wrong("delegate", ORDER, "${checkOrderDelegate}", "${checkDelegate}", "checkOrder", "no checkDelegate"),
                wrong(
                        "variable",
                        ORDER,
                        "${holdsFound}",
                        "${holds}",
                        "anythingToReview_to_reviewOrder",
                        "Nothing sets holds"),
                wrong("step", ORDER, "waitForReceipt", "waitForIt", "waitForReceipt", "refers to it by this id"),
                wrong(
                        "state property",
                        ORDER,
                        "\"orderState\" value=\"CONFIRMED\"",
                        "\"orderstate\" value=\"CONFIRMED\"",
                        "confirmOrder",
                        "orderstate means nothing"),
                wrong(
                        "no state",
                        ORDER,
                        "<camunda:property name=\"orderState\" value=\"CONFIRMED\" />",
                        "",
                        "",
                        "the state CONFIRMED"),
                wrong(
                        "end without state",
                        ORDER,
                        "<camunda:property name=\"orderState\" value=\"RECEIVED\" />",
                        "",
                        "orderReceived",
                        "stays open"),
                wrong(
                        "group",
                        ORDER,
                        "candidateGroups=\"order-review\"",
                        "candidateGroups=\"reviewers\"",
                        "reviewOrder",
                        "no such group"),
                wrong("id", ORDER, "\"orderFulfilment\"", "\"orders\"", "orders", "none of this product"),
                wrong(
                        "not executable",
                        ORDER,
                        "isExecutable=\"true\"",
                        "isExecutable=\"false\"",
                        "orderFulfilment",
                        "not executable"),
                wrong("state", ORDER, "value=\"CONFIRMED\"", "value=\"SURE\"", "confirmOrder", "no state SURE"),
                wrong(
                        "cancellation",
                        ORDER,
                        "messageRef=\"cancellationRequestedMessage\"",
                        "messageRef=\"receiptConfirmedMessage\"",
                        "",
                        "the message cancellationRequested"),
                wrong(
                        "script",
                        ORDER,
                        "<bpmn:endEvent id=\"orderRejected\"",
                        "<bpmn:scriptTask id=\"own\""
                                + " scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent"
                                + " id=\"orderRejected\"",
                        "own",
                        "no script"),
                wrong(
                        "bean",
                        ORDER,
                        "${holdsFound}",
                        "${dataSource.connection != null}",
                        "anythingToReview_to_reviewOrder",
                        "nothing else"),
                wrong(
                        "brace in a text",
                        ORDER,
                        "${holdsFound}",
                        "${'}'.concat(execution.processInstanceId) == holdsFound}",
                        "anythingToReview_to_reviewOrder",
                        "nothing else"),
                wrong(
                        "brackets",
                        ORDER,
                        "${holdsFound}",
                        "${(((holdsFound)['a'])['b'])()}",
                        "anythingToReview_to_reviewOrder",
                        "nothing else"),
                wrong(
                        "namespace of a fork",
                        ORDER,
                        "camunda:delegateExpression=\"${recordReviewDelegate}\"",
                        "xmlns:operaton=\"http://operaton.org/schema/1.0/bpmn\" operaton:class=\"a.B\"",
                        "recordReview",
                        "not allowed"),
                wrong(
                        "timer at the start",
                        ORDER,
                        "<bpmn:outgoing>orderEntered_to_checkOrder</bpmn:outgoing>",
                        "<bpmn:outgoing>orderEntered_to_checkOrder</bpmn:outgoing><bpmn:timerEventDefinition />",
                        "orderEntered",
                        "starts only when"),
                wrong(
                        "embedded form",
                        ORDER,
                        "camunda:formRef=\"review-order\" camunda:formRefBinding=\"deployment\"",
                        "camunda:formKey=\"embedded:app:own.html\"",
                        "reviewOrder",
                        "form key"),
                wrong("comma", CHECKS, "&gt; 5000", "&gt; 1.000,00", "largeFirstOrder_orderTotal", "has a comma"),
                wrong("point", CHECKS, "&gt; 5000", "&gt; 5.000", "largeFirstOrder_orderTotal", "5.000 means 5"),
                wrong(
                        "no fact",
                        CHECKS,
                        "<text>orderTotal</text>",
                        "<text>turnover</text>",
                        "orderTotalInput",
                        "cannot be calculated"),
                wrong("output", CHECKS, "name=\"reason\"", "name=\"why\"", "orderChecks", "outputs are"),
                wrong("no FEEL", CHECKS, "&gt; 5000", "&gt;&gt; 10", "largeFirstOrder_orderTotal", "cannot be read"),
                wrong(
                        "quotation marks",
                        CHECKS,
                        "\"The customer is blocked.\"",
                        "The customer is blocked.",
                        "customerBlocked_reason",
                        "cannot be calculated"),
                wrong("hit policy", CHECKS, "\"COLLECT\"", "\"UNIQUE\"", "orderChecks", "hit policy is UNIQUE"),
                wrong("id of the table", CHECKS, "id=\"orderChecks\"", "id=\"own\"", "own", "Nobody asks"),
                wrong(
                        "name of a rule",
                        CHECKS,
                        "\"credit-exceeded\"",
                        "\"" + "x".repeat(101) + "\"",
                        "creditExceeded_rule",
                        "101 characters"),
                wrong(
                        "long reason",
                        CHECKS,
                        "The customer is blocked.\"",
                        "x".repeat(1001) + "\"",
                        "customerBlocked_reason",
                        "1001 characters"),
                wrong(
                        "code in a cell",
                        CHECKS,
                        "<inputExpression id=\"orderTotalExpression\"",
                        "<inputExpression expressionLanguage=\"juel\" id=\"orderTotalExpression\"",
                        "",
                        "FEEL"),
                Arguments.of(
                        "no rules",
                        CHECKS,
                        (UnaryOperator<String>) text -> text.replaceAll("(?s)<rule id=.*?</rule>", ""),
                        "orderChecks",
                        "no rule"));
    }

    private static Arguments wrong(
            String name, String file, String right, String wrong, String element, String sentence) {
        UnaryOperator<String> mistake = text -> text.replace(right, wrong);
        return Arguments.of(name, file, mistake, element, sentence);
    }

    /** Returns the file with the mistake. */
    public static String wrong(String file, UnaryOperator<String> mistake) {
        var right = ShippedFiles.text(file);
        var wrong = mistake.apply(right);
        assertThat(wrong).as("the mistake is in the file").isNotEqualTo(right);
        return wrong;
    }
}
