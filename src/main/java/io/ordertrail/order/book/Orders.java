package io.ordertrail.order.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** All orders. */
public interface Orders extends Repository<Order, OrderNumber> {

    Order save(Order order);

    /** Writes pending changes, so that a violated constraint shows before the commit. */
    void flush();

    Optional<Order> findById(OrderNumber number);

    /** Locks the order until the transaction ends; waits while another transaction holds the lock. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.number = :number")
    Optional<Order> lock(OrderNumber number);

    /** Locks the order of a process instance; empty when the instance drives no order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.processInstance = :instance")
    Optional<Order> lockDrivenBy(String instance);

    @Query("select distinct l.sku from Order o join o.lines l where o.number in :numbers")
    List<String> productsOf(Collection<OrderNumber> numbers);

    @Query("select distinct l.sku from Order o join o.lines l where o.processInstance = :instance")
    List<String> productsDrivenBy(String instance);

    /**
     * The customer of the instance's order while it is in correction. The order is checked again together with the
     * other orders of its customer.
     */
    @Query("select o.customer from Order o where o.processInstance = :instance and o.state = IN_CORRECTION")
    Optional<String> customerOfCorrected(String instance);

    @Query("select o.number from Order o where o.channel = :channel and o.externalReference = :reference")
    Optional<OrderNumber> numberOf(String channel, String reference);

    /** The orders that have any of these references; the caller compares their channels. */
    @Query("""
        select o.channel as channel, o.externalReference as reference, o.number as number from Order o
        where o.channel in :channels and o.externalReference in :references\
        """)
    List<Referenced> referenced(Collection<String> channels, Collection<String> references);

    /**
     * Sums up the other orders of a customer. It is one query, because every check of an order runs it. It does not
     * flush, because it reads only other orders.
     *
     * @param content fingerprint; another order with an equal one is a likely duplicate
     */
    @Query("""
        select
          (select coalesce(sum(o.total), 0) from Order o
            where o.customer = c.number and o.state not in (RECEIVED, REJECTED, CANCELLED) and o.number <> :self) as owed,
          exists (select 1 from Order o
            where o.customer = c.number and o.number <> :self and o.state not in (REJECTED, CANCELLED)) as orderedBefore,
          exists (select 1 from Order o
            where o.customer = c.number and o.content = :content and o.enteredAt > :since and o.number <> :self
              and o.state not in (REJECTED, CANCELLED)) as sameOrdered
        from Customer c where c.number = :customer\
        """)
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    OtherOrders othersOf(String customer, OrderNumber self, String content, Instant since);

    @Query("select o.number from Order o order by o.enteredAt desc, o.number.value desc")
    List<OrderNumber> newest(Limit limit);

    /** Orders by their numbers, from the one that follows. */
    @Query("select o from Order o where o.number.value > :after order by o.number.value")
    List<Order> following(String after, Limit limit);

    List<Order> findByNumberIn(Collection<OrderNumber> numbers);

    /** Counts orders in these states only; its cost does not grow with the number of other orders. */
    @Query("select o.state as state, count(o) as orders from Order o where o.state in :states group by o.state")
    List<InState> countByState(Collection<OrderState> states);

    long count();

    default Order get(OrderNumber number) {
        return findById(number).orElseThrow(() -> new UnknownOrder(number.value()));
    }

    default Order getLocked(OrderNumber number) {
        return lock(number).orElseThrow(() -> new UnknownOrder(number.value()));
    }

    /** The sums of a customer's other orders. */
    interface OtherOrders {
        /** The total of orders that have not ended, in the company's currency. */
        BigDecimal getOwed();

        boolean getOrderedBefore();

        boolean getSameOrdered();
    }

    /** An order by the reference that its channel gave it. */
    interface Referenced {
        String getChannel();

        String getReference();

        OrderNumber getNumber();
    }

    /** How many orders have a state. */
    interface InState {
        OrderState getState();

        long getOrders();
    }
}
