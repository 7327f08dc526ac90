package io.ordertrail.intake.document;

import java.time.LocalDateTime;
import java.util.List;

import io.ordertrail.order.book.OrderNumber;

/**
 * What became of a document.
 *
 * @param order ours; null when there is none
 * @param reasons why it is refused; empty unless it is
 */
public record DocumentAnswer(OrderDocument document, Outcome outcome, OrderNumber order, List<String> reasons) {

    /** What became of it. */
    public enum Outcome {
        ACCEPTED,
        /** The same document came before; nothing is entered twice. */
        KNOWN,
        REFUSED
    }

    /** Tells whether the document made an order, instead of changing or cancelling one. */
    public boolean isNewOrder() {
        return document.purpose() == OrderDocument.Purpose.ORDER;
    }

    public String fileName() {
        return "answer-" + document.number().replaceAll("[^A-Za-z0-9-]", "_")
                + (document.standard() == OrderDocument.Standard.UBL ? ".xml" : ".edi");
    }

    boolean isAccepted() {
        return outcome != Outcome.REFUSED;
    }

    /** The answer in the standard of the document, in UTF-8. */
    public byte[] written(LocalDateTime now) {
        return switch (document.standard()) {
            case UBL -> UblAnswer.write(this, now);
            case X12 -> X12Answer.write(this, now);
            case EDIFACT -> EdifactAnswer.write(this, now);
        };
    }
}
