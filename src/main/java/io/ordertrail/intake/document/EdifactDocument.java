package io.ordertrail.intake.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.customer.Address;
import io.ordertrail.intake.document.OrderDocument.Line;
import io.ordertrail.intake.document.OrderDocument.Party;
import io.ordertrail.intake.document.OrderDocument.Purpose;
import io.ordertrail.intake.document.OrderDocument.Standard;
import io.ordertrail.intake.document.Segments.Segment;

/** Reads ORDERS and ORDCHG of EDIFACT. */
record EdifactDocument(Segments segments) {

    /** Delivery requested, not before, not after. */
    private static final Set<String> REQUESTED = Set.of("2", "63", "64", "69");

    private static final int DAY_LENGTH = 8;

    OrderDocument order() {
        var kind = segments.first("UNH").map(head -> head.at(2)).orElse("");
        if (!kind.equals("ORDERS") && !kind.equals("ORDCHG")) {
            throw new UnreadableDocument("kind", "EDIFACT " + kind);
        }
        if (segments.with("UNH").count() > 1) {
            throw new UnreadableDocument("several");
        }
        var begin = segments.first("BGM").orElseThrow(() -> new UnreadableDocument("lacks", "BGM"));
        return new OrderDocument(
                Standard.EDIFACT,
                purpose(kind, begin.at(3)),
                kind.equals("ORDCHG") ? referenced(begin) : begin.at(2),
                buyer(),
                new Party(envelope(3), name("SU")),
                segments.first("CUX").map(currency -> currency.at(1, 2)).orElse(null),
                requested(),
                shipTo(),
                note(),
                segments.parts("LIN", "UNS").stream().map(EdifactDocument::line).toList());
    }

    /** Function 1 cancels. */
    private static Purpose purpose(String kind, String function) {
        return function.equals("1") ? Purpose.CANCELLATION : kind.equals("ORDCHG") ? Purpose.CHANGE : Purpose.ORDER;
    }

    private String referenced(Segment begin) {
        return segments.with("RFF")
                .filter(reference -> reference.at(1).equals("ON"))
                .map(reference -> reference.at(1, 2))
                .findFirst()
                .orElse(begin.at(2));
    }

    private List<String> envelope(int element) {
        return segments.first("UNB").map(envelope -> envelope.at(element)).filter(code -> !code.isEmpty()).stream()
                .toList();
    }

    private Party buyer() {
        var codes = Stream.concat(
                Stream.of("BY", "IV", "DP")
                        .flatMap(this::party)
                        .map(party -> party.at(2))
                        .filter(code -> !code.isEmpty()),
                envelope(2).stream());
        return new Party(codes.distinct().toList(), name("BY"));
    }

    private String name(String role) {
        return party(role)
                .map(party -> Stream.of(party.at(4), party.at(3))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private Stream<Segment> party(String role) {
        return segments.with("NAD").filter(party -> party.at(1).equals(role));
    }

    private LocalDate requested() {
        return segments.with("DTM")
                .filter(date -> REQUESTED.contains(date.at(1)))
                .findFirst()
                .map(date -> day(date.at(1, 2)))
                .orElse(null);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(
                    text.substring(0, Math.min(DAY_LENGTH, text.length())), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            throw new UnreadableDocument("day", text);
        }
    }

    /** A place that is only named by a code is the partner's to know. */
    private Address shipTo() {
        return Stream.of("DP", "ST")
                .flatMap(this::party)
                .filter(party -> !party.at(9).isEmpty())
                .findFirst()
                .map(party -> new Address(
                        party.at(4).isEmpty() ? party.at(3) : party.at(4),
                        party.at(5),
                        party.at(8),
                        party.at(6),
                        party.at(7).isEmpty() ? null : party.at(7),
                        party.at(9),
                        null,
                        null))
                .orElse(null);
    }

    private String note() {
        var text = segments.all().stream()
                .takeWhile(segment -> !segment.is("LIN"))
                .filter(segment -> segment.is("FTX"))
                .map(free -> free.elements().size() < 4
                        ? ""
                        : String.join(" ", free.elements().get(3)))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    private static Line line(Segments part) {
        var line = part.all().get(0);
        var own = part.with("PIA")
                .flatMap(more -> more.elements().stream().skip(1))
                .filter(article -> article.size() > 1 && article.get(1).equals("SA"))
                .map(article -> article.get(0));
        var others = part.with("PIA")
                .flatMap(more -> more.elements().stream().skip(1))
                .filter(article -> article.size() > 1 && !article.get(1).equals("SA"))
                .map(article -> article.get(0));
        return new Line(
                line.at(1),
                Stream.of(own, Stream.of(line.at(3)), others)
                        .flatMap(codes -> codes)
                        .filter(code -> !code.isEmpty())
                        .toList(),
                figure(part, "QTY", Set.of("21")),
                figure(part, "PRI", Set.of("AAA", "AAB")));
    }

    private static BigDecimal figure(Segments part, String tag, Set<String> qualifiers) {
        return part.with(tag)
                .filter(figure -> qualifiers.contains(figure.at(1)))
                .map(figure -> number(figure.at(1, 2)))
                .findFirst()
                .orElse(null);
    }

    static BigDecimal number(String text) {
        try {
            return new BigDecimal(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new UnreadableDocument("number", text);
        }
    }
}
