package io.ordertrail.change;

/**
 * What was changed.
 *
 * @param code the customer's number, the product's SKU and so on
 */
public record Subject(Kind kind, String code) {

    /** What can be changed. */
    public enum Kind {
        CUSTOMER,
        PRODUCT,
        SITE,
        REORDER_LEVEL,
        WEBHOOK,
        STOCKTAKE,
        ORDER,
        BUNDLE,
        DEPLOYMENT,
        SETTINGS,
        RIGHTS,
        TRAIL,
        IMPORT
    }
}
