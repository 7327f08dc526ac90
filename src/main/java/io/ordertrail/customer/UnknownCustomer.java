package io.ordertrail.customer;

import io.ordertrail.refusal.Refusal;

public class UnknownCustomer extends Refusal {

    public UnknownCustomer(String number) {
        super(Kind.UNKNOWN, "customer.unknown", number);
    }
}
