package io.ordertrail.platform.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.camunda.bpm.engine.impl.util.xml.Element;

import io.ordertrail.refusal.Sentence;

/**
 * Limits what a diagram can make the engine run to delegates, flow conditions, deadlines and the external stock system.
 * It looks at the local names of attributes: the engine and its forks read the same attributes in several namespaces.
 */
public final class DiagramGuard {

    /** Something that a diagram may not contain, and where it is. */
    public record Finding(String sentence, Element element) {}

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    /** Attributes that name a class, code or a resource with code. */
    private static final Set<String> CODE = Set.of(
            "class",
            "expression",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "formHandlerClass",
            "resource",
            "language");

    private static final Set<String> CODE_ELEMENTS =
            Set.of("script", "scriptTask", "connector", "field", "import", "validator");

    private final List<Finding> findings = new ArrayList<>();

    private DiagramGuard() {}

    public static List<Finding> findings(Element root) {
        var guard = new DiagramGuard();
        guard.check(root);
        return guard.findings;
    }

    private void check(Element element) {
        if (CODE_ELEMENTS.contains(name(element))) {
            found(element, "diagram.element", name(element));
        }
        if (name(element).equals("constraint") && "validator".equals(element.attribute("name"))) {
            found(element, "diagram.element", "validator");
        }
        if (name(element).equals("process")) {
            checkStart(element);
        }
        element.attributes().forEach(name -> checkAttribute(element, name));
        if (!name(element).equals("documentation")) {
            checkExpression(element, element.getText());
        }
        element.elements().forEach(this::check);
    }

    /** An order starts when it is entered. A clock, a signal or a condition would start an instance without an order. */
    private void checkStart(Element process) {
        process.elements().stream()
                .filter(start -> name(start).equals("startEvent"))
                .filter(start -> has(start, definition -> definition.endsWith("EventDefinition")))
                .forEach(start -> found(start, "diagram.start"));
    }

    private void checkAttribute(Element element, String name) {
        var local = name.substring(name.lastIndexOf(':') + 1);
        var value = element.attribute(name);
        if (CODE.contains(local) || local.equals("type") && isKindOfTask(element, name)) {
            found(element, "diagram.attribute", local);
        } else if (local.equals("formKey")) {
            found(element, "diagram.form-key", value);
        } else if (local.equals("delegateExpression")) {
            checkDelegate(element, value);
        } else {
            checkExpression(element, value);
        }
    }

    /** The attribute makes a task run a shell command, send mail, or wait for a program that nobody runs. */
    private static boolean isKindOfTask(Element element, String name) {
        return BPMN.equals(element.getUri()) && !name.startsWith(SCHEMA_INSTANCE);
    }

    private void checkDelegate(Element element, String value) {
        if (!ExpressionRules.isDelegate(value)) {
            found(element, "diagram.delegate", value);
        }
    }

    private void checkExpression(Element element, String text) {
        if (text != null && (text.contains("${") || text.contains("#{")) && !ExpressionRules.isPlain(text.strip())) {
            found(element, "diagram.expression", text.strip());
        }
    }

    private static boolean has(Element element, Predicate<String> tag) {
        return element.elements().stream().map(DiagramGuard::name).anyMatch(tag);
    }

    /** A parser that knows no namespaces leaves the prefix in the name. */
    private static String name(Element element) {
        return element.getTagName().substring(element.getTagName().lastIndexOf(':') + 1);
    }

    private void found(Element element, String key, Object... args) {
        findings.add(new Finding(Sentence.of(key, args), element));
    }
}
