package io.ordertrail.demo;

import java.time.Clock;
import java.time.Duration;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.customer.Address;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.EnterOrder;
import io.ordertrail.order.NewOrder;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Orders;
import io.ordertrail.platform.Role;
import io.ordertrail.process.Timers;
import io.ordertrail.transaction.RetryOnContention;

/** Brings a demo order to its place, through everybody's hands. In one transaction: after a kill it is there whole or not at all. */
@Service
@Transactional
class BringOrder {

  private static final Duration LATE = Duration.ofHours(3);

  private final EnterOrder enterOrder;
  private final Customers customers;
  private final Orders orders;
  private final Roads roads;
  private final Staff staff;
  private final Timers timers;
  private final Clock clock;

  BringOrder(EnterOrder enterOrder, Customers customers, Orders orders, Roads roads, Staff staff, Timers timers, Clock clock) {
    this.enterOrder = enterOrder;
    this.customers = customers;
    this.orders = orders;
    this.roads = roads;
    this.staff = staff;
    this.timers = timers;
    this.clock = clock;
  }

  boolean isThere(DemoOrder demo) {
    return orders.numberOf(demo.channel(), demo.reference()).isPresent();
  }

  @RetryOnContention
  void bring(DemoOrder demo) {
    var number = staff.as(DemoOrder.cameByMachine(demo.channel()) ? Role.SYSTEMS : Role.SALES, () -> enterOrder.enter(newOrder(demo)));
    roads.to(demo.road()).forEach(act -> act.accept(number));
    Job.in(orders.get(number).state()).ifPresent(job -> leave(job, number, demo));
  }

  private void leave(Job job, OrderNumber number, DemoOrder demo) {
    if (demo.claimed()) {
      staff.take(job, number);
    }
    if (demo.overdue()) {
      timers.overdue(number, job.element(), clock.instant().minus(LATE));
    }
  }

  private NewOrder newOrder(DemoOrder demo) {
    var address = customers.get(demo.customer()).address();
    return new NewOrder(demo.channel(), demo.reference(), demo.customer(), null, null, demo.road().equals(DemoOrder.PARTLY_SHIPPED), null,
        demo.road().equals(DemoOrder.ADDRESS_INCOMPLETE) ? withoutPostalCode(address) : address, demo.lines());
  }

  private static Address withoutPostalCode(Address all) {
    return new Address(all.name(), all.street(), null, all.city(), all.region(), all.country(), all.phone(), all.email());
  }
}
