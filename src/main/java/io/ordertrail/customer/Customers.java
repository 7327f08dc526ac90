package io.ordertrail.customer;

import java.util.Collection;
import java.util.List;
import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

import io.ordertrail.masterdata.MasterData;

/** All customers. */
public interface Customers extends MasterData<Customer> {

    List<Customer> findByNumberIn(Collection<String> numbers);

    /**
     * Locks these customers until the transaction ends. It waits while another transaction, on any node, checks orders
     * of one of them.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.number in :numbers order by c.number")
    List<Customer> lock(Collection<String> numbers);

    @Query("""
      select c from Customer c
      where (:text = '' or lower(c.number) like concat('%', :text, '%') escape '!' or lower(c.name) like concat('%', :text, '%') escape '!'
        or lower(c.city) like concat('%', :text, '%') escape '!')
        and c.number > :after
      order by c.number""")
    List<Customer> search(String text, String after, Limit limit);

    long count();

    @Override
    default Customer get(String number) {
        return findById(number).orElseThrow(() -> new UnknownCustomer(number));
    }
}
