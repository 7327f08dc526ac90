package io.ordertrail.intake.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Reads purchase orders (850) of X12. */
record X12Document(Segments segments) {

    /** Delivery requested, requested ship date, do not deliver after. */
    private static final Set<String> REQUESTED = Set.of("002", "010", "063");
    /** Whose number of an article an element has, the seller's first. */
    private static final List<String> ARTICLES = List.of("VN", "VP", "SK", "EN", "UP", "BP", "IN", "PN");

    private static final int FIRST_ARTICLE = 6;

    OrderDocument order() {
        var kind = segments.first("ST").map(start -> start.at(1)).orElse("");
        if (!kind.equals("850")) {
            throw new UnreadableDocument("kind", "X12 " + kind);
        }
        if (segments.with("ST").count() > 1) {
            throw new UnreadableDocument("several");
        }
        var begin = segments.first("BEG").orElseThrow(() -> new UnreadableDocument("lacks", "BEG"));
        return new OrderDocument(
                Standard.X12,
                begin.at(1).equals("01") ? Purpose.CANCELLATION : Purpose.ORDER,
                begin.at(3),
                buyer(),
                new Party(List.of(envelope().at(8)), name("SU")),
                segments.first("CUR").map(currency -> currency.at(2)).orElse(null),
                requested(),
                shipTo(),
                note(),
                segments.parts("PO1", "CTT").stream().map(X12Document::line).toList());
    }

    private Segment envelope() {
        return segments.first("ISA").orElseThrow(() -> new UnreadableDocument("lacks", "ISA"));
    }

    private Party buyer() {
        var codes = new ArrayList<>(Stream.of("BY", "BT", "ST")
                .flatMap(role -> party(role).stream())
                .flatMap(part -> part.first("N1").stream())
                .map(party -> party.at(4))
                .filter(code -> !code.isEmpty())
                .toList());
        codes.add(envelope().at(6));
        return new Party(codes.stream().distinct().toList(), name("BY"));
    }

    private String name(String role) {
        return party(role).stream()
                .flatMap(part -> part.first("N1").stream())
                .map(party -> party.at(2))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private List<Segments> party(String role) {
        return segments.parts("N1", "PO1", "CTT").stream()
                .filter(part -> part.all().get(0).at(1).equals(role))
                .toList();
    }

    private LocalDate requested() {
        return segments.with("DTM")
                .filter(date -> REQUESTED.contains(date.at(1)))
                .findFirst()
                .map(date -> day(date.at(2)))
                .orElse(null);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            throw new UnreadableDocument("day", text);
        }
    }

    private Address shipTo() {
        return party("ST").stream()
                .findFirst()
                .flatMap(part -> part.first("N4").map(place -> address(part, place)))
                .orElse(null);
    }

    private static Address address(Segments part, Segment place) {
        var street = part.with("N3")
                .flatMap(line -> Stream.of(line.at(1), line.at(2)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new Address(
                part.all().get(0).at(2),
                street,
                place.at(3),
                place.at(1),
                place.at(2),
                place.at(4).isEmpty() ? "US" : place.at(4),
                null,
                null);
    }

    private String note() {
        var before = segments.all().stream().takeWhile(segment -> !segment.is("PO1"));
        var text = before.filter(segment -> segment.is("MSG"))
                .map(message -> message.at(1))
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    private static Line line(Segments part) {
        var line = part.all().get(0);
        var articles = new HashMap<String, String>();
        for (int i = FIRST_ARTICLE; !line.at(i).isEmpty() || !line.at(i + 1).isEmpty(); i += 2) {
            articles.putIfAbsent(line.at(i), line.at(i + 1));
        }
        return new Line(
                line.at(1),
                ARTICLES.stream()
                        .filter(articles::containsKey)
                        .map(articles::get)
                        .toList(),
                EdifactDocument.number(line.at(2)),
                line.at(4).isEmpty() ? null : EdifactDocument.number(line.at(4)));
    }
}
