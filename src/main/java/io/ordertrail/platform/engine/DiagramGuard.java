package io.ordertrail.platform.engine;

import java.util.List;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * Limits what a diagram can make the engine run to delegates, flow conditions, deadlines and the external stock system.
 */
class DiagramGuard extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");
    private static final Pattern BEAN = Pattern.compile("\\$\\{\\w+(Delegate|Listener)}");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}?");
    private static final Pattern TEXT_LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern MEMBER_OR_CALL = Pattern.compile("(\\w+)\\s*(?:\\.|\\[)|(\\w+)\\s*\\(");
    private static final Pattern ALLOWED_CALL = Pattern.compile(
            "(externalStock|parcelsToSend)\\.\\w+\\(execution\\.processBusinessKey\\)|deadlines\\.\\w+(\\([\\w,\\s']*\\))?|execution\\.processBusinessKey");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        check(root);
    }

    private static void check(Element element) {
        refuseIf(
                element.getTagName().equals("script") || element.getTagName().equals("scriptTask"),
                element,
                "A diagram may contain no script; let a service task call a delegate");
        refuseIf(
                element.getTagName().equals("connector"),
                element,
                "A diagram may contain no connector; let a service task call a delegate");
        refuseIf(
                element.attributeNS(CAMUNDA, "class") != null,
                element,
                "camunda:class is not allowed; name a delegate bean, as in ${reserveStockDelegate}");
        refuseIf(
                element.attributeNS(CAMUNDA, "expression") != null,
                element,
                "camunda:expression is not allowed; name a delegate bean, as in ${reserveStockDelegate}");
        var delegate = element.attributeNS(CAMUNDA, "delegateExpression");
        refuseIf(
                delegate != null && !BEAN.matcher(delegate).matches(),
                element,
                "camunda:delegateExpression has to name one delegate bean, as in ${reserveStockDelegate}, and not "
                        + delegate);
        checkExpressions(element);
        element.elements().forEach(DiagramGuard::check);
    }

    private static void checkExpressions(Element element) {
        if (element.getTagName().equals("documentation")) {
            return;
        }
        checkText(element, element.getText());
        for (var name : element.attributes()) {
            checkText(element, element.attribute(name));
        }
    }

    private static void checkText(Element element, String text) {
        if (text == null) {
            return;
        }
        var expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            refuseIf(
                    !isPlain(expressions.group(1)),
                    element,
                    "An expression may compare variables and call deadlines and the external stock system, nothing else: "
                            + expressions.group());
        }
    }

    private static boolean isPlain(String expression) {
        var words = TEXT_LITERAL.matcher(expression).replaceAll("''");
        return !MEMBER_OR_CALL
                .matcher(ALLOWED_CALL.matcher(words).replaceAll("allowed"))
                .find();
    }

    private static void refuseIf(boolean refused, Element element, String sentence) {
        if (refused) {
            throw new BpmnParseException(sentence, element);
        }
    }
}
