package io.ordertrail.process.picture.svg;

import java.util.List;
import java.util.stream.IntStream;

import io.ordertrail.process.picture.page.Box;

/** Lines of text of one size. */
public record TextBlock(List<String> lines, double fontSize, String styleClass) {

    private static final double LINE_HEIGHT = 1.2;
    /** Where the letters stand in the height of a line. */
    private static final double BASE = 0.95;

    /** The text of steps, pools and lanes. */
    public static TextBlock name(String text, double width) {
        return new TextBlock(TextLines.of(text, width, 12), 12, "name");
    }

    /** The smaller text beside events, gateways and flows. */
    public static TextBlock label(String text, double width) {
        return new TextBlock(TextLines.of(text, width, 11), 11, "label");
    }

    public double height() {
        return lines.size() * fontSize * LINE_HEIGHT;
    }

    public double width() {
        return lines.stream()
                .mapToDouble(line -> LetterWidths.of(line, fontSize))
                .max()
                .orElse(0);
    }

    /** The room that the lines take when they are centred below a point. */
    public Box boxBelow(double centre, double top) {
        return new Box(centre - width() / 2, top, width(), height());
    }

    public Tag centredIn(Box box) {
        return centredBelow(box.centre().x(), box.centre().y() - height() / 2);
    }

    public Tag centredBelow(double centre, double top) {
        return at(centre, top).with("text-anchor", "middle");
    }

    /** The lines with their left ends, or with a text anchor of their own, at a place. */
    public Tag at(double x, double top) {
        return Tag.of("text")
                .with("class", styleClass)
                .containing(IntStream.range(0, lines.size())
                        .mapToObj(i -> Tag.of("tspan")
                                .with("x", x)
                                .with("y", top + (i * LINE_HEIGHT + BASE) * fontSize)
                                .saying(lines.get(i))));
    }
}
