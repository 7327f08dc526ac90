package io.ordertrail.privacy;

import java.util.Arrays;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.change.Subject;
import io.ordertrail.encryption.SubjectKeys;
import io.ordertrail.intake.run.ForgetCustomer;
import io.ordertrail.order.book.OrderState;

/** Erases from all tables what tells who a customer is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EraseRecords {

    private static final List<String> OPEN = Arrays.stream(OrderState.values())
            .filter(state -> !state.ended())
            .map(OrderState::name)
            .toList();
    private static final String ORDERS = "(select o.number from customer_order o where o.customer = :customer)";
    private static final List<String> STATEMENTS = List.of(
            """
            update customer set name = number, street = null, postal_code = null, city = null, region = null, phone = null, email = null,
              blocked = true, version = version + 1 where number = :customer\
            """,
            """
            update customer_order set note = null, ship_name = null, ship_street = null, ship_postal_code = null, ship_city = null,
              ship_region = null, ship_phone = null, ship_email = null, version = version + 1 where customer = :customer\
            """,
            "update order_import_entry set file_rows = null, faults = null where order_number in " + ORDERS,
            """
            update record_import_row set cells = null, faults = null, differences = null
            where code = :customer and import_number in (select number from record_import where kind = 'CUSTOMERS')\
            """,
            "delete from search_word where kind = 'C' and subject = :customer",
            "delete from search_word where kind = 'O' and subject in " + ORDERS);

    private final JdbcClient database;
    private final SubjectKeys keys;
    private final ForgetCustomer forgetCustomer;

    EraseRecords(JdbcClient database, SubjectKeys keys, ForgetCustomer forgetCustomer) {
        this.database = database;
        this.keys = keys;
        this.forgetCustomer = forgetCustomer;
    }

    /** Waits for entries of orders of the customer; the customer is locked before their orders, as everywhere. */
    public void lock(String customer) {
        database.sql("select number from customer where number = :customer for update")
                .param("customer", customer)
                .query(String.class)
                .single();
    }

    public long openOrders(String customer) {
        return database.sql("select count(*) from customer_order where customer = :customer and state in (:open)")
                .param("customer", customer)
                .param("open", OPEN)
                .query(Long.class)
                .single();
    }

    /** The keys of what the trail says about the customer and the orders are destroyed: the trail itself never changes. */
    public void erase(String customer) {
        STATEMENTS.forEach(sql -> database.sql(sql).param("customer", customer).update());
        forgetCustomer.forget(customer);
        keys.destroy(new Subject(Subject.Kind.CUSTOMER, customer).key());
        database.sql("select number from customer_order where customer = :customer")
                .param("customer", customer)
                .query(String.class)
                .list()
                .forEach(order -> keys.destroy(new Subject(Subject.Kind.ORDER, order).key()));
    }
}
