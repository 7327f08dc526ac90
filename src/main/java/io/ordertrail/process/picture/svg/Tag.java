package io.ordertrail.process.picture.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An element of an SVG picture. What is written follows from the tag alone, so that equal pictures are equal files. */
public record Tag(String name, Map<String, String> attributes, List<Tag> children, String text) {

    public static Tag of(String name) {
        return new Tag(name, Map.of(), List.of(), "");
    }

    /** A group of a class, without those children that there are not. */
    public static Tag group(String styleClass, Stream<Tag> children) {
        return of("g").with("class", styleClass).containing(children);
    }

    public static Tag path(String styleClass, String data) {
        return of("path").with("class", styleClass).with("d", data);
    }

    public static String number(double value) {
        var rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    public Tag with(String attribute, String value) {
        var extended = new LinkedHashMap<>(attributes);
        extended.put(attribute, value);
        return new Tag(name, extended, children, text);
    }

    public Tag with(String attribute, double value) {
        return with(attribute, number(value));
    }

    public Tag movedTo(double x, double y) {
        return with("transform", "translate(" + number(x) + " " + number(y) + ")");
    }

    public Tag containing(Stream<Tag> more) {
        return new Tag(name, attributes, Stream.concat(children.stream(), more).toList(), text);
    }

    public Tag alsoOf(String styleClass) {
        return with("class", attributes.get("class") + " " + styleClass);
    }

    /** Changes each child. */
    public Tag each(UnaryOperator<Tag> change) {
        return new Tag(name, attributes, children.stream().map(change).toList(), text);
    }

    public Tag saying(String content) {
        return new Tag(name, attributes, children, content);
    }

    /** The tag and all it contains, each on a line of its own. */
    public String xml() {
        return xml("") + "\n";
    }

    private String xml(String indent) {
        var start = indent + "<" + name
                + attributes.entrySet().stream()
                        .map(attribute -> " " + attribute.getKey() + "=\"" + escaped(attribute.getValue()) + "\"")
                        .collect(Collectors.joining());
        if (children.isEmpty()) {
            return text.isEmpty() ? start + "/>" : start + ">" + escaped(text) + "</" + name + ">";
        }
        return isText()
                ? children.stream()
                        .map(child -> child.xml(""))
                        .collect(Collectors.joining("", start + ">", "</" + name + ">"))
                : children.stream()
                        .map(child -> child.xml(indent + " "))
                        .collect(Collectors.joining("\n", start + ">\n", "\n" + indent + "</" + name + ">"));
    }

    /** Space between the lines of a text would shift them. */
    private boolean isText() {
        return name.equals("text");
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
