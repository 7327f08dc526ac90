package io.ordertrail.demo;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Address;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.Role;

/** Enters a demo order as the one who takes it would: a person of sales, or the system of a channel. */
@Component
class EnterDemoOrder {

    private final EnterOrder enterOrder;
    private final Customers customers;
    private final DemoStaff staff;

    EnterDemoOrder(EnterOrder enterOrder, Customers customers, DemoStaff staff) {
        this.enterOrder = enterOrder;
        this.customers = customers;
        this.staff = staff;
    }

    OrderNumber enter(DemoOrder demo) {
        return staff.as(
                DemoOrder.cameByMachine(demo.channel()) ? Role.SYSTEMS : Role.SALES,
                () -> enterOrder.enter(newOrder(demo)));
    }

    private NewOrder newOrder(DemoOrder demo) {
        var address = customers.get(demo.customer()).address();
        return new NewOrder(
                demo.channel(),
                demo.reference(),
                demo.customer(),
                null,
                null,
                demo.road().equals(DemoOrder.PARTLY_SHIPPED),
                null,
                demo.road().equals(DemoOrder.ADDRESS_INCOMPLETE) ? withoutPostalCode(address) : address,
                demo.lines());
    }

    private static Address withoutPostalCode(Address all) {
        return new Address(
                all.name(), all.street(), null, all.city(), all.region(), all.country(), all.phone(), all.email());
    }
}
