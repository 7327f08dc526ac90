package io.ordertrail.shipment;

import java.time.Instant;
import java.util.Set;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.StorableTime;
import io.ordertrail.refusal.Text;

/**
 * A message of a carrier.
 *
 * @param id the carrier's own for this parcel; a second message with the same id and content changes nothing
 * @param status a word such as {@code in-transit}; {@value #DELIVERED} advances the order, and
 *     those of {@link #NEEDS_PERSON} open the task that finds out what happened
 */
public record CarrierUpdate(
        @Text(max = 100, required = true) String id,

        @NotNull(message = "{shipment.input.status}")
        @Pattern(regexp = "[a-z][a-z-]{1,39}", message = "{shipment.input.status}")
        String status,

        @NotNull(message = "{shipment.input.at}") @StorableTime
        Instant at) {

    public static final String DELIVERED = "delivered";

    /** What a carrier reports when it will not deliver the parcel unless somebody does something. */
    static final Set<String> NEEDS_PERSON =
            Set.of("returned-to-sender", "undeliverable", "refused", "damaged", "lost", "held-at-customs");

    public CarrierUpdate {
        id = Blanks.trimmed(id);
    }
}
