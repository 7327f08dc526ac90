package io.ordertrail.intake.order;

import io.ordertrail.customer.Address;
import io.ordertrail.customer.Customer;
import io.ordertrail.order.book.NewOrder;

/** The address of an order that names none. */
final class AddressOfCustomer {

    /** What is told of an unknown customer is that it is unknown, and not that an address is missing. */
    private static final Address ANYWHERE = new Address(null, null, null, null, null, "DE", null, null);

    static FileOrder on(FileOrder found, Customer customer) {
        var order = found.order();
        var address = customer == null ? ANYWHERE : customer.address();
        return found.with(new NewOrder(
                order.channel(),
                order.externalReference(),
                order.customer(),
                order.currency(),
                order.requestedDelivery(),
                order.partialDelivery(),
                order.note(),
                address,
                order.lines(),
                order.priority()));
    }

    private AddressOfCustomer() {}
}
