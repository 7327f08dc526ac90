package io.ordertrail.intake.partner;

import io.ordertrail.actor.Stamp;

/**
 * What a partner calls a product or a customer.
 *
 * @param partner a source of files, a channel of documents or the number of a customer; empty for every partner
 * @param ours the SKU or the number of the customer
 */
public record PartnerNumber(Kind kind, String partner, String theirs, String ours, Stamp changed) {

    /** What has the number. */
    public enum Kind {
        /** A product; theirs is an article number. */
        ARTICLE,
        /** A customer; theirs is a customer number or the number of a party, such as a GLN. */
        PARTY
    }
}
