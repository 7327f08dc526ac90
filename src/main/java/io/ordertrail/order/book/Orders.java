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

    /**
     * Sums up the other orders of customers. It is one query, because every check of an order runs it. It does not
     * flush, because it reads only other orders.
     *
     * @param contents fingerprints; another order with an equal one is a likely duplicate
     * @param excluded orders that are not counted
     */
    @Query("""
      select c.number as customer,
        (select coalesce(sum(o.total), 0) from Order o
          where o.customer = c.number and o.state not in (RECEIVED, REJECTED, CANCELLED) and o.number not in :excluded) as owed,
        exists (select 1 from Order o
          where o.customer = c.number and o.number not in :excluded and o.state not in (REJECTED, CANCELLED)) as orderedBefore,
        exists (select 1 from Order o
          where o.customer = c.number and o.content in :contents and o.enteredAt > :since and o.number not in :excluded
            and o.state not in (REJECTED, CANCELLED)) as sameOrdered
      from Customer c where c.number in :customers""")
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    List<OtherOrders> otherOrdersOf(
            Collection<String> customers, Collection<String> contents, Instant since, Collection<OrderNumber> excluded);

    @Query("""
      select o.number from Order o, Customer c
      where c.number = o.customer
        and o.state in :states
        and (:customer = '' or o.customer = :customer)
        and (:text = '' or lower(o.number.value) like concat('%', :text, '%') escape '!'
          or lower(o.externalReference) like concat('%', :text, '%') escape '!'
          or lower(c.number) like concat('%', :text, '%') escape '!' or lower(c.name) like concat('%', :text, '%') escape '!'
          or lower(o.shipTo.name) like concat('%', :text, '%') escape '!' or lower(o.shipTo.city) like concat('%', :text, '%') escape '!')
        and o.enteredAt >= :from and o.enteredAt < :to
        and (o.enteredAt < :before or (o.enteredAt = :before and o.number.value < :after))
      order by o.enteredAt desc, o.number.value desc""")
    List<OrderNumber> search(
            Collection<OrderState> states,
            String customer,
            String text,
            Instant from,
            Instant to,
            Instant before,
            String after,
            Limit limit);

    List<Order> findByNumberIn(Collection<OrderNumber> numbers);

    @Query(
            "select o.number as number, count(l) as lines from Order o join o.lines l where o.number in :numbers group by o.number")
    List<Size> sizes(Collection<OrderNumber> numbers);

    @Query("select o.state as state, count(o) as orders from Order o group by o.state")
    List<InState> countByState();

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
        String getCustomer();

        /** The total of orders that have not ended, in the company's currency. */
        BigDecimal getOwed();

        boolean getOrderedBefore();

        boolean getSameOrdered();
    }

    /** How many lines an order has. */
    interface Size {
        OrderNumber getNumber();

        long getLines();
    }

    /** How many orders have a state. */
    interface InState {
        OrderState getState();

        long getOrders();
    }
}
