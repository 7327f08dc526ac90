package io.ordertrail.intake.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import io.ordertrail.customer.Address;

/**
 * What a document of a partner says, in whatever standard.
 *
 * @param number the partner's number of the order that is placed, changed or cancelled
 * @param buyer who orders, and the answer's receiver
 * @param seller whom the document is for, and the answer's sender
 * @param currency null when it says none
 * @param requestedDelivery null when it says none
 * @param shipTo null when the goods go to the customer's own address
 * @param note null when it says none
 */
public record OrderDocument(
        Standard standard,
        Purpose purpose,
        String number,
        Party buyer,
        Party seller,
        String currency,
        LocalDate requestedDelivery,
        Address shipTo,
        String note,
        List<Line> lines) {

    /** The standard, by whose name the channel of its orders goes. */
    public enum Standard {
        UBL("ubl", "application/xml"),
        X12("x12", "application/edi-x12"),
        EDIFACT("edifact", "application/edifact");

        private final String channel;
        private final String type;

        Standard(String channel, String type) {
            this.channel = channel;
            this.type = type;
        }

        String channel() {
            return channel;
        }

        /** The media type of the answer. */
        public String type() {
            return type;
        }
    }

    /** What the partner wants. */
    public enum Purpose {
        ORDER,
        CHANGE,
        CANCELLATION
    }

    /**
     * A party of the document.
     *
     * @param codes by which it may be known to us, the likeliest first
     */
    public record Party(List<String> codes, String name) {

        String code() {
            return codes.isEmpty() ? "" : codes.get(0);
        }
    }

    /**
     * A line of the document.
     *
     * @param id the partner's number of the line
     * @param articles by which the product may be known to us, our own number first
     * @param price for one unit; null when it says none
     */
    public record Line(String id, List<String> articles, BigDecimal quantity, BigDecimal price) {}
}
