package io.ordertrail.intake.document;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.xlate.edi.stream.EDIStreamConstants.Standards;
import io.xlate.edi.stream.EDIStreamException;

/** Writes a purchase order acknowledgment (855) of X12, version 4010. */
final class X12Answer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final DateTimeFormatter CONTROL = DateTimeFormatter.ofPattern("DDDHHmmss");
    private static final String NOTHING = " ".repeat(10);
    private static final int LONGEST_TEXT = 264;

    static byte[] write(DocumentAnswer answer, LocalDateTime now) {
        var document = answer.document();
        var from = document.seller().code();
        var buyers = document.buyer().codes();
        var to = buyers.isEmpty() ? "" : buyers.get(buyers.size() - 1);
        return EdiWriter.write(Standards.X12, List.of("00401"), segments -> {
            segments.segment(
                            "ISA",
                            "00",
                            NOTHING,
                            "00",
                            NOTHING,
                            "ZZ",
                            "%-15.15s".formatted(from),
                            "ZZ",
                            "%-15.15s".formatted(to),
                            now.format(SHORT_DAY),
                            now.format(TIME),
                            "U",
                            "00401",
                            now.format(CONTROL),
                            "0",
                            "P",
                            ":")
                    .segment("GS", "PR", from, to, now.format(DAY), now.format(TIME), "1", "X", "004010");
            message(answer, now, segments);
            segments.segment("GE", "1", "1").segment("IEA", "1", now.format(CONTROL));
        });
    }

    private static void message(DocumentAnswer answer, LocalDateTime now, EdiWriter segments)
            throws EDIStreamException {
        var document = answer.document();
        segments.segment("ST", "855", "0001");
        segments.segment(
                "BAK",
                "00",
                answer.isAccepted() ? "AT" : "RD",
                document.number(),
                now.format(DAY),
                "",
                "",
                "",
                answer.order() == null ? "" : answer.order().value());
        for (var reason : answer.reasons()) {
            segments.segment("N9", "ZZ", "REASON").segment("MSG", text(reason));
        }
        segments.segment("CTT", String.valueOf(document.lines().size()));
        segments.segment("SE", segments.countWithEnd(), "0001");
    }

    /** X12 cannot escape what separates its elements. */
    private static String text(String reason) {
        return reason.substring(0, Math.min(LONGEST_TEXT, reason.length())).replaceAll("[*~:^\\r\\n]", " ");
    }

    private X12Answer() {}
}
