package io.ordertrail.platform.engine;

import java.util.List;

import io.ordertrail.platform.access.Role;

/**
 * The users of the demo company, in the order in which an order reaches their roles: one per role, and a second manager,
 * who approves what the first one changes. Everybody knows their password.
 */
public record DemoUser(String name, Role role, String firstName) {

    public static final String PASSWORD = "demo";

    public static final List<DemoUser> ALL = List.of(
            new DemoUser("demo-sales", Role.SALES, "Sam"),
            new DemoUser("demo-review", Role.ORDER_REVIEW, "Rita"),
            new DemoUser("demo-warehouse", Role.WAREHOUSE, "Walter"),
            new DemoUser("demo-shipping", Role.SHIPPING, "Shirin"),
            new DemoUser("demo-service", Role.CUSTOMER_SERVICE, "Sergio"),
            new DemoUser("demo-purchasing", Role.PURCHASING, "Pauline"),
            new DemoUser("demo-manager", Role.MANAGERS, "Maya"),
            new DemoUser("demo-manager-2", Role.MANAGERS, "Milo"),
            new DemoUser("demo-owner", Role.PROCESS_OWNERS, "Otto"),
            new DemoUser("demo-auditor", Role.AUDITORS, "Aude"),
            new DemoUser("demo-system", Role.SYSTEMS, "Shop"),
            new DemoUser("demo-admin", Role.CAMUNDA_ADMIN, "Ada"));

    /** Tells whether the user is a person; other software only calls the API. */
    public boolean isPerson() {
        return role != Role.SYSTEMS;
    }
}
