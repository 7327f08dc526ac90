package io.ordertrail.change;

/**
 * What was changed.
 *
 * @param code the customer's number, the product's SKU and so on
 */
public record Subject(Kind kind, String code) {

    /** The name of the key that encrypts what the trail says about people in this record. */
    public String key() {
        return kind + ":" + code;
    }

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
        IMPORT,
        EXPORT,
        RETENTION
    }
}
