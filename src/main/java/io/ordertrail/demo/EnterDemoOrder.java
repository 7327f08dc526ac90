package io.ordertrail.demo;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Address;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.Role;

/** Enters a demo order as a person of sales or as the system of its channel. */
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
                DemoOrder.isFromSystem(demo.channel()) ? Role.SYSTEMS : Role.SALES,
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
                demo.script().equals(DemoOrder.PARTLY_SHIPPED),
                null,
                demo.script().equals(DemoOrder.ADDRESS_INCOMPLETE) ? withoutPostalCode(address) : address,
                demo.lines());
    }

    private static Address withoutPostalCode(Address address) {
        return new Address(
                address.name(),
                address.street(),
                null,
                address.city(),
                address.region(),
                address.country(),
                address.phone(),
                address.email());
    }
}
