package io.ordertrail.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

import io.ordertrail.masterdata.MasterData;
import io.ordertrail.masterdata.TypedCodes;

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

    @Query("select c from Customer c where c.number > :after order by c.number")
    List<Customer> following(String after, Limit limit);

    /** Those with one of the numbers, or with a number that begins so. */
    @Query("""
      select c from Customer c where (c.number in :numbers or c.numberUpper like :beginning escape '!')
        and c.number > :after
      order by c.number""")
    List<Customer> among(Collection<String> numbers, String beginning, String after, Limit limit);

    long count();

    List<Customer> findByNumberUpperIn(Collection<String> numbers);

    /**
     * Finds customers by numbers as people type them, in any case. The exact number comes first; one that only differs
     * in case from several is not found. Numbers that are typed exactly cost one query.
     */
    default Map<String, Customer> typed(Collection<String> numbers) {
        return TypedCodes.find(numbers, Customer::number, this::findByNumberIn, this::findByNumberUpperIn);
    }

    @Override
    default Optional<Customer> typed(String number) {
        return findById(number)
                .or(() -> Optional.ofNullable(typed(List.of(number)).get(number)));
    }

    @Override
    default Customer get(String number) {
        return typed(number).orElseThrow(() -> new UnknownCustomer(number));
    }
}
