package io.ordertrail.platform.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;

/** Whose changes a person may read: who may open the pages of a kind of record may read its changes. */
@Component
public class ReadableRecords {

    private final WebInvocationPrivilegeEvaluator privileges;

    ReadableRecords(WebInvocationPrivilegeEvaluator privileges) {
        this.privileges = privileges;
    }

    /**
     * Tells whether the person may read them.
     *
     * @param kind of record, such as CUSTOMER
     */
    public boolean mayRead(String kind, Authentication person) {
        return privileges.isAllowed("", folder(kind), "GET", person);
    }

    /** Returns the address below which the pages of these records are. */
    public static String folder(String kind) {
        return switch (kind) {
            case "CUSTOMER" -> "/customers";
            case "PRODUCT" -> "/products";
            case "SITE" -> "/sites";
            case "REORDER_LEVEL" -> "/stock";
            case "STOCKTAKE" -> "/stock/stocktakes";
            case "WEBHOOK" -> "/webhooks";
            case "ORDER" -> "/orders";
            case "IMPORT" -> "/orders/import";
            case "BUNDLE" -> "/process/bundles";
            default -> "/changes";
        };
    }
}
