package io.ordertrail.customer;

import java.math.BigDecimal;

/** Customers for tests that need no database. */
public final class SampleCustomers {

    public static Customer with(Priority priority) {
        var customer = new Customer("C-1");
        customer.describe(new CustomerData(
                "C-1",
                "Café",
                new Address(null, null, null, null, null, "DE", null, null),
                BigDecimal.TEN,
                false,
                new BigDecimal("20"),
                ShortagePolicy.ASK,
                priority));
        return customer;
    }

    private SampleCustomers() {}
}
