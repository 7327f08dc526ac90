package io.ordertrail.process.picture.shape;

import java.util.stream.Stream;

import io.ordertrail.process.picture.svg.Tag;

/** A small drawing around the point 0 0: an outline, and lines on it. What is caught has an open outline, what is thrown a filled one. */
enum Icon {
    ENVELOPE("M-9.5 -6.5H9.5V6.5H-9.5z", "M-9.5 -6.5L0 1.5L9.5 -6.5"),
    CLOCK(
            "M-10.5 0a10.5 10.5 0 1 0 21 0a10.5 10.5 0 1 0 -21 0z",
            "M0 -8V-10.2M4.2 -7.3L5.1 -8.8M7.3 -4.2L8.8 -5.1M8.4 0H10.2M7.3 4.2L8.8 5.1"
                    + "M4.2 7.3L5.1 8.8M0 8.4V10.2M-4.2 7.3L-5.1 8.8M-7.3 4.2L-8.8 5.1M-8.4 0H-10.2M-7.3 -4.2L-8.8 -5.1M-4.2 -7.3L-5.1 -8.8M5.2 .6L0 0L2.2 -7"),
    LIGHTNING("M-8.5 8.5L-3.8 -7.5L2.6 .9L8.5 -8.5L4.2 7.4L-2.4 -.6z", ""),
    CROSS("M-8.5 -6L-6 -8.5L0 -2.5L6 -8.5L8.5 -6L2.5 0L8.5 6L6 8.5L0 2.5L-6 8.5L-8.5 6L-2.5 0z", ""),
    DISC("M-9.5 0a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0 -19 0z", ""),
    TRIANGLE("M0 -9L8.8 6.5H-8.8z", ""),
    CHEVRON("M0 -9.5L6.5 8L0 2L-6.5 8z", ""),
    REWIND("M-10 0L-1 -6.5V6.5zM-1 0L8 -6.5V6.5z", ""),
    SHEET("M-7 -9H7V9H-7z", "M-4.5 -5.4H4.5M-4.5 -1.8H4.5M-4.5 1.8H4.5M-4.5 5.4H4.5"),
    ARROW("M-9 -3.5H2V-8L10 0L2 8V3.5H-9z", ""),
    PENTAGON("M0 -8L7.6 -2.5L4.7 6.5H-4.7L-7.6 -2.5z", ""),
    PERSON(
            "M-8 8V5.5C-8 2.5 -5.5 .6 -2.7 .2C-4.2 -.9 -4.5 -2.5 -4.5 -3.8C-4.5 -6.5 -2.5 -8.3 0 -8.3C2.5 -8.3 4.5 -6.5 4.5 -3.8"
                    + "C4.5 -2.5 4.2 -.9 2.7 .2C5.5 .6 8 2.5 8 5.5V8z",
            "M-2.7 .2C-1.7 2.9 1.7 2.9 2.7 .2M-4.8 8V5.6M4.8 8V5.6M-4.5 -4C-1.5 -3.3 2 -4.3 3.5 -6.2"),
    GEAR(
            "M5.2 -1.61L7.2 -1.39V1.39L5.2 1.61L4.81 2.56L6.07 4.13L4.13 6.07L2.56 4.81L1.61 5.2L1.39 7.2H-1.39L-1.61 5.2L-2.56 4.81L-4.13 6.07L-6.07 4.13"
                    + "L-4.81 2.56L-5.2 1.61L-7.2 1.39V-1.39L-5.2 -1.61L-4.81 -2.56L-6.07 -4.13L-4.13 -6.07L-2.56 -4.81L-1.61 -5.2L-1.39 -7.2H1.39L1.61 -5.2"
                    + "L2.56 -4.81L4.13 -6.07L6.07 -4.13L4.81 -2.56z",
            "M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z"),
    TABLE("M-9 -6.5H9V6.5H-9z", "M-9 -2.5H9M-9 2H9M-3.5 -2.5V6.5M-9 -4.5H9"),
    SCROLL(
            "M-3.5 -8H7.5C3 -4 3 -2 5 0C7 2.5 6.5 4.5 3.5 8H-7.5C-4.5 4.5 -4 2.5 -6 0C-8 -2 -8 -4 -3.5 -8z",
            "M-4.5 -4.5H2.5M-4 0H3.5M-3.5 4.5H3.5"),
    HAND(
            "M-8 -1.5C-6 -4.5 -3 -6.5 0 -6.5H1.5Q3 -6 1.5 -4.5L-.5 -3.5H7.5Q9 -2.5 7.5 -1.2Q9.5 -.6 8 1Q9 2 7.3 3Q8 4.2 6.5 5H-3.5L-8 3.5z",
            "M2.5 -1.2H7.5M2.5 1H8M2.5 3H7.3");

    private final String outline;
    private final String lines;

    Icon(String outline, String lines) {
        this.outline = outline;
        this.lines = lines;
    }

    Tag open() {
        return drawn("icon");
    }

    Tag filled() {
        return drawn("icon filled");
    }

    private Tag drawn(String styleClass) {
        return Tag.group(
                styleClass,
                Stream.of(outline, lines)
                        .filter(data -> !data.isEmpty())
                        .map(data -> Tag.path(data.equals(outline) ? "outline" : "detail", data)));
    }
}
