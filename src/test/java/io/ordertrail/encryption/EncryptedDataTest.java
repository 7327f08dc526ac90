package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.FindCustomers;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrder;

/** What is stored about people is unreadable in the tables, and everybody who may read it reads it as before. */
@JourneyTest
@Tag("database")
class EncryptedDataTest {

    private static final String STREET = TestCompany.BERLIN.street();

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Customers customers;

    @Autowired
    SaveCustomer saveCustomer;

    @Autowired
    Orders orders;

    @Autowired
    FindCustomers findCustomers;

    @Autowired
    EncryptRows encryptRows;

    @Autowired
    FieldKeyRing ring;

    @Autowired
    EncryptionFills fills;

    @Autowired
    List<EncryptedColumns> tables;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    private String customer;
    private OrderNumber order;

    @BeforeEach
    void a_customer_has_ordered() {
        customer = company.customer();
        order = enterOrder.enter(company.order(customer));
    }

    @Test
    void the_tables_do_not_show_who_it_is() {
        var stored = database.queryForMap("select * from customer where number = ?", customer)
                        .toString()
                + database.queryForMap("select * from customer_order where number = ?", order.value());
        assertThat(stored).doesNotContain("Café", STREET, TestCompany.BERLIN.name());
        assertThat(column("customer", "name", customer))
                .startsWith(FieldCipher.prefix(ring.keys().primary()));
        assertThat(column("customer_order", "ship_street", order.value()))
                .startsWith(FieldCipher.prefix(ring.keys().primary()));
    }

    @Test
    void the_name_of_a_company_stays_in_the_clear_and_its_address_does_not() {
        var person = customers.get(customer);
        TestCompany.asOrdertrail(() -> saveCustomer.save(new CustomerData(
                customer,
                "Contoso Ltd",
                person.address(),
                person.creditLimit(),
                false,
                null,
                person.shortagePolicy(),
                person.priority(),
                true)));
        assertThat(column("customer", "name", customer)).isEqualTo("Contoso Ltd");
        assertThat(column("customer", "street", customer))
                .startsWith(FieldCipher.prefix(ring.keys().primary()));
        TestCompany.asOrdertrail(() -> saveCustomer.save(new CustomerData(
                customer, "Ana Sousa", person.address(), person.creditLimit(), false, person.shortagePolicy())));
        assertThat(customers.get(customer).company()).as("left as it was").isTrue();
    }

    @Test
    void who_reads_the_record_sees_it() {
        assertThat(customers.get(customer).name()).isEqualTo("Café " + customer);
        assertThat(customers.get(customer).address().street()).isEqualTo(STREET);
        assertThat(orders.findById(order).orElseThrow().shipTo()).isEqualTo(TestCompany.BERLIN);
    }

    @Test
    void the_search_finds_it() {
        assertThat(findCustomers.find(customer + " " + STREET, true, "", Limit.of(10)))
                .extracting("number")
                .contains(customer);
    }

    @Test
    void reading_a_record_changes_nothing_in_the_table() {
        var before = database.queryForMap("select * from customer_order where number = ?", order.value());
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> orders.findById(order).orElseThrow());
        assertThat(database.queryForMap("select * from customer_order where number = ?", order.value()))
                .isEqualTo(before);
    }

    @Test
    void a_street_that_was_moved_to_another_row_is_not_shown_as_that_of_this_customer() {
        var other = company.customer();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            database.update(
                    "update customer set street = ? where number = ?", column("customer", "street", other), customer);
            assertThatThrownBy(() -> customers.get(customer)).hasStackTraceContaining("UnreadableField");
            status.setRollbackOnly();
        });
    }

    @Test
    void rows_from_before_are_encrypted_in_the_background_and_change_nothing_else() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> database.update(
                        "update customer set name = 'Old Name', street = 'Old Street 1' where number = ?", customer));
        var version = customers.get(customer).version();
        assertThat(customers.get(customer).name()).isEqualTo("Old Name");
        var justBefore = customer.substring(0, customer.length() - 1);
        fills.store(EncryptionFill.start("customer", ring.keys().primary(), Instant.now())
                .at(justBefore, 0, 0, false, Instant.now()));
        encryptRows.next(encryptedCustomers());
        assertThat(column("customer", "name", customer))
                .startsWith(FieldCipher.prefix(ring.keys().primary()));
        assertThat(column("customer", "street", customer)).doesNotContain("Old");
        assertThat(customers.get(customer).name()).isEqualTo("Old Name");
        assertThat(customers.get(customer).version()).isEqualTo(version);
    }

    private EncryptedColumns encryptedCustomers() {
        return tables.stream()
                .filter(table -> table.table().equals("customer"))
                .findFirst()
                .orElseThrow();
    }

    private String column(String table, String column, String number) {
        return database.queryForObject(
                "select " + column + " from " + table + " where number = ?", String.class, number);
    }
}
