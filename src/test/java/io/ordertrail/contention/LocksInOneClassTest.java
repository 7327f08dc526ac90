package io.ordertrail.contention;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Collection;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

import io.ordertrail.OwnClasses;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.process.engine.OrderLock;
import io.ordertrail.stock.allocation.WaitingOrders;

/** The sequence of customer, stock and order is kept by one class; stock alone locks the orders that wait for it. */
class LocksInOneClassTest {

    private static final JavaClasses OURS = OwnClasses.ALL;

    @Test
    void only_one_class_locks_customers() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(OrderLock.class)
                .should()
                .callMethod(Customers.class, "lock", Collection.class)
                .check(OURS);
    }

    @Test
    void only_it_and_what_stock_calls_lock_orders() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(OrderLock.class, Orders.class)
                .and()
                .areNotAssignableTo(WaitingOrders.class)
                .should()
                .callMethod(Orders.class, "lock", OrderNumber.class)
                .orShould()
                .callMethod(Orders.class, "getLocked", OrderNumber.class)
                .orShould()
                .callMethod(Orders.class, "lockDrivenBy", String.class)
                .check(OURS);
    }
}
