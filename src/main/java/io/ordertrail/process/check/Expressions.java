package io.ordertrail.process.check;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilder;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** What an expression of a diagram reads, compares and calls. */
final class Expressions {

    /** A call such as {@code deadlines.dueIn('reviewOrder')}. */
    record Call(String name, List<String> texts) {}

    /** A variable that is compared with a word. */
    record Comparison(String variable, String word) {}

    private static final TreeBuilder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private Expressions() {}

    /** The names that are read, without those whose methods are called. */
    static Stream<String> variables(String expression) {
        return variables(root(expression));
    }

    static Stream<Call> calls(String expression) {
        return nodes(root(expression))
                .filter(AstMethod.class::isInstance)
                .map(call -> new Call(
                        ((AstNode) call.getChild(0)).getStructuralId(null),
                        nodes(call.getChild(1))
                                .filter(AstString.class::isInstance)
                                .map(Expressions::text)
                                .toList()));
    }

    static Stream<Comparison> comparisons(String expression) {
        return nodes(root(expression))
                .filter(AstBinary.class::isInstance)
                .flatMap(node -> Stream.of(
                        List.of(node.getChild(0), node.getChild(1)), List.of(node.getChild(1), node.getChild(0))))
                .filter(sides -> sides.get(0) instanceof AstIdentifier && sides.get(1) instanceof AstString)
                .map(sides -> new Comparison(((AstIdentifier) sides.get(0)).getName(), text(sides.get(1))));
    }

    private static Stream<String> variables(Node node) {
        if (node instanceof AstIdentifier identifier) {
            return Stream.of(identifier.getName());
        }
        return node instanceof AstMethod
                ? variables(node.getChild(1))
                : children(node).flatMap(Expressions::variables).filter(name -> !name.equals("execution"));
    }

    private static String text(Node node) {
        var quoted = node.toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static Stream<Node> nodes(Node node) {
        return Stream.concat(Stream.of(node), children(node).flatMap(Expressions::nodes));
    }

    private static Stream<Node> children(Node node) {
        return IntStream.range(0, node.getCardinality()).mapToObj(node::getChild);
    }

    /** An expression that cannot be read is found by {@link CodeOfFiles}. */
    private static Node root(String expression) {
        try {
            return PARSER.build(expression == null ? "" : expression.strip()).getRoot();
        } catch (TreeBuilderException e) {
            return PARSER.build("").getRoot();
        }
    }
}
