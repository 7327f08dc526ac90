package io.ordertrail.privacy;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Subject;
import io.ordertrail.customer.Customers;
import io.ordertrail.refusal.Refusal;

/**
 * Erases a person. Their orders stay, with amounts, products, dates and the country, because they are the books of the
 * company.
 */
@Service
@Transactional
public class ErasePerson {

    private static final String FIELD = "personalData";

    private final Customers customers;
    private final EraseRecords records;
    private final ErasedCustomers erased;
    private final ChangeLog log;
    private final Actor actor;

    ErasePerson(Customers customers, EraseRecords records, ErasedCustomers erased, ChangeLog log, Actor actor) {
        this.customers = customers;
        this.records = records;
        this.erased = erased;
        this.log = log;
        this.actor = actor;
    }

    /**
     * Erases a person who has asked for it.
     *
     * @return the number of the customer
     * @throws Refusal while one of their orders is open
     * @throws io.ordertrail.customer.UnknownCustomer when there is no such customer
     */
    public String erase(String typed) {
        var customer = locked(typed);
        var open = records.openOrders(customer);
        if (open > 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "privacy.erase.open", open);
        }
        eraseAll(customer);
        return customer;
    }

    /** Erases a person who came back with an older backup, whatever the state of their orders was then. */
    public void again(String number) {
        if (customers.findById(number).isPresent() && erased.find(number).isEmpty()) {
            eraseAll(locked(number));
        }
    }

    private String locked(String typed) {
        var customer = customers.get(typed).number();
        records.lock(customer);
        return customer;
    }

    private void eraseAll(String customer) {
        records.erase(customer);
        erased.add(customer, actor.stamp());
        log.record(new Subject(Subject.Kind.CUSTOMER, customer), Act.ERASED, FIELD, null, null);
    }
}
