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

/** All orders we ever took. */
public interface Orders extends Repository<Order, OrderNumber> {

    Order save(Order order);

    /** Stores now what the transaction has not stored yet, so that what does not fit shows before the commit. */
    void flush();

    Optional<Order> findById(OrderNumber number);

    /** Waits for whoever changes the order now, and keeps everybody else from it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.number = :number")
    Optional<Order> lock(OrderNumber number);

    /** The same, by the instance that drives the order; empty where it drives none. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.processInstance = :instance")
    Optional<Order> lockDrivenBy(String instance);

    @Query("select distinct l.sku from Order o join o.lines l where o.number in :numbers")
    List<String> productsOf(Collection<OrderNumber> numbers);

    @Query("select distinct l.sku from Order o join o.lines l where o.processInstance = :instance")
    List<String> productsDrivenBy(String instance);

    /** Whose order the instance drives, where that is being corrected: it will be checked again beside the others of its customer. */
    @Query("select o.customer from Order o where o.processInstance = :instance and o.state = IN_CORRECTION")
    Optional<String> customerOfCorrected(String instance);

    @Query("select o.number from Order o where o.channel = :channel and o.externalReference = :reference")
    Optional<OrderNumber> numberOf(String channel, String reference);

    /**
     * The customers' other orders, so what this transaction has not stored yet can wait; one question, because every order asks it.
     *
     * @param contents of which an equal one makes a duplicate
     */
    @Query("""
      select c.number as customer,
        (select coalesce(sum(o.total), 0) from Order o
          where o.customer = c.number and o.state not in (RECEIVED, REJECTED, CANCELLED) and o.number not in :but) as owed,
        exists (select 1 from Order o
          where o.customer = c.number and o.number not in :but and o.state not in (REJECTED, CANCELLED)) as orderedBefore,
        exists (select 1 from Order o
          where o.customer = c.number and o.content in :contents and o.enteredAt > :since and o.number not in :but
            and o.state not in (REJECTED, CANCELLED)) as sameOrdered
      from Customer c where c.number in :customers""")
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    List<Others> othersOf(
            Collection<String> customers, Collection<String> contents, Instant since, Collection<OrderNumber> but);

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

    /** Reads no further than there are orders in these states, however many others there are. */
    @Query("select o.state as state, count(o) as orders from Order o where o.state in :states group by o.state")
    List<InState> countByState(Collection<OrderState> states);

    long count();

    default Order get(OrderNumber number) {
        return findById(number).orElseThrow(() -> new UnknownOrder(number.value()));
    }

    default Order getLocked(OrderNumber number) {
        return lock(number).orElseThrow(() -> new UnknownOrder(number.value()));
    }

    /** What a customer's other orders say about one. */
    interface Others {
        String getCustomer();

        /** In orders that are under way. */
        BigDecimal getOwed();

        boolean getOrderedBefore();

        boolean getSameOrdered();
    }

    /** How many lines an order has. */
    interface Size {
        OrderNumber getNumber();

        long getLines();
    }

    /** How many orders stand where. */
    interface InState {
        OrderState getState();

        long getOrders();
    }
}
