package io.ordertrail.intake.document;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.xlate.edi.stream.EDIStreamConstants.Standards;
import io.xlate.edi.stream.EDIStreamException;

/** Writes a purchase order response (ORDRSP) of EDIFACT D.96A, in UTF-8. */
final class EdifactAnswer {

    private static final String ACCEPTED = "29";
    private static final String NOT_ACCEPTED = "27";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final DateTimeFormatter CONTROL = DateTimeFormatter.ofPattern("DDDHHmmss");
    private static final int LONGEST_TEXT = 350;

    static byte[] write(DocumentAnswer answer, LocalDateTime now) {
        var document = answer.document();
        var from = document.seller().code();
        var buyers = document.buyer().codes();
        var to = buyers.isEmpty() ? "" : buyers.get(buyers.size() - 1);
        return EdiWriter.write(Standards.EDIFACT, List.of("UNOY", "4"), segments -> {
            segments.segment(
                    "UNB",
                    List.of("UNOY", "4"),
                    from,
                    to,
                    List.of(now.format(DateTimeFormatter.BASIC_ISO_DATE), now.format(TIME)),
                    now.format(CONTROL));
            message(answer, now, segments);
            segments.segment("UNZ", "1", now.format(CONTROL));
        });
    }

    private static void message(DocumentAnswer answer, LocalDateTime now, EdiWriter segments)
            throws EDIStreamException {
        var document = answer.document();
        segments.segment("UNH", "1", List.of("ORDRSP", "D", "96A", "UN"))
                .segment(
                        "BGM",
                        "231",
                        answer.order() == null
                                ? document.number()
                                : answer.order().value(),
                        answer.isAccepted() ? ACCEPTED : NOT_ACCEPTED)
                .segment("DTM", List.of("137", now.format(DateTimeFormatter.BASIC_ISO_DATE), "102"));
        for (var reason : answer.reasons()) {
            segments.segment("FTX", "AAI", "", "", reason.substring(0, Math.min(LONGEST_TEXT, reason.length())));
        }
        segments.segment("RFF", List.of("ON", document.number()))
                .segment("NAD", "BY", document.buyer().code())
                .segment("NAD", "SU", document.seller().code())
                .segment("UNS", "S");
        segments.segment("UNT", segments.countWithEnd(), "1");
    }

    private EdifactAnswer() {}
}
