package io.ordertrail.order.book;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** How the orders that were entered in a period fared. */
public interface OrderFigures extends Repository<Order, OrderNumber> {

    @Query("select count(o) from Order o where o.enteredAt >= :from and o.enteredAt < :to")
    long entered(Instant from, Instant to);

    @Query("select count(distinct o) from Order o join o.holds h where o.enteredAt >= :from and o.enteredAt < :to")
    long held(Instant from, Instant to);

    @Query("select count(o) from Order o where o.state = REJECTED and o.enteredAt >= :from and o.enteredAt < :to")
    long rejected(Instant from, Instant to);

    @Query("""
        select o.enteredAt as entered, min(e.at) as confirmed from Order o, OrderEvent e
        where e.orderNumber = o.number and e.toState = CONFIRMED and o.enteredAt >= :from and o.enteredAt < :to
        group by o.number, o.enteredAt\
        """)
    List<Confirmed> confirmed(Instant from, Instant to);

    /** When an order was entered and when it was confirmed. */
    interface Confirmed {
        Instant getEntered();

        Instant getConfirmed();
    }
}
