package io.ordertrail.platform.engine.guard;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilder;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Says which expressions the engine may evaluate. It reads an expression with the engine's own parser, so that no way of
 * writing can hide a part of it, and allows kinds of nodes by a list.
 */
final class ExpressionRules {

    private static final TreeBuilder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{\\w+(Delegate|Listener)}");
    private static final Set<Class<?>> COMPARING = Set.of(
            AstEval.class,
            AstComposite.class,
            AstText.class,
            AstNested.class,
            AstBinary.class,
            AstUnary.class,
            AstChoice.class,
            AstString.class,
            AstNumber.class,
            AstBoolean.class,
            AstNull.class);
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "caseExecution", "externalTask");
    private static final String BUSINESS_KEY = "execution.processBusinessKey";
    private static final Pattern CALL = Pattern.compile(
            "(deadlines|externalStock|parcelsToSend)\\.(?!(getClass|wait|notify|notifyAll|equals|hashCode|toString)$)\\w+");
    /** What the stored filters of Tasklist use; the engine has no others. */
    private static final Set<String> OF_FILTERS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    private static final Pattern LATER_OR_EARLIER =
            Pattern.compile("dateTime\\(\\)(\\.(plus|minus|with)\\w+(\\(\\d+\\))?)+");

    private ExpressionRules() {}

    /** Tells whether the expression names one delegate or listener and does nothing else. */
    static boolean isDelegate(String text) {
        return DELEGATE.matcher(text).matches();
    }

    /** Tells whether a diagram may contain the text: it compares variables and calls what is meant for diagrams. */
    static boolean isPlain(String text) {
        try {
            return isPlain(PARSER.build(text).getRoot());
        } catch (TreeBuilderException e) {
            return false;
        }
    }

    /** Tells whether the engine may evaluate the text at all, wherever it comes from. */
    static boolean mayBeEvaluated(String text) {
        return isDelegate(text) || isPlain(text) || isOfFilter(text);
    }

    private static boolean isOfFilter(String text) {
        try {
            var root = PARSER.build(text).getRoot();
            return root instanceof AstEval && isDateOrPerson(root.getChild(0));
        } catch (TreeBuilderException e) {
            return false;
        }
    }

    private static boolean isDateOrPerson(Node node) {
        if (node instanceof AstFunction function) {
            return OF_FILTERS.contains(function.getName()) && function.getParamCount() == 0;
        }
        return node instanceof AstMethod method
                && LATER_OR_EARLIER.matcher(method.getStructuralId(null)).matches();
    }

    private static boolean isPlain(Node node) {
        if (node instanceof AstIdentifier identifier) {
            return isVariable(identifier);
        }
        if (node instanceof AstMethod) {
            return isAllowedCall(node);
        }
        if (node instanceof AstProperty property) {
            return property.getStructuralId(null).equals(BUSINESS_KEY);
        }
        return COMPARING.contains(node.getClass()) && children(node).allMatch(ExpressionRules::isPlain);
    }

    private static boolean isVariable(AstIdentifier identifier) {
        return !OF_THE_ENGINE.contains(identifier.getName()) && !ExpressionBeans.isVisible(identifier.getName());
    }

    private static boolean isAllowedCall(Node call) {
        var name = ((AstNode) call.getChild(0)).getStructuralId(null);
        return CALL.matcher(name).matches()
                && call.getChild(1) instanceof AstParameters arguments
                && children(arguments).allMatch(ExpressionRules::isPlain);
    }

    private static Stream<Node> children(Node node) {
        return IntStream.range(0, node.getCardinality()).mapToObj(node::getChild);
    }
}
