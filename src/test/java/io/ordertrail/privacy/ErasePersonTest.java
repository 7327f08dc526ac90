package io.ordertrail.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.change.Act;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.FindCustomers;
import io.ordertrail.encryption.SubjectKeys;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;

/** A person asks that nobody knows them any more. */
@JourneyTest
@Tag("database")
class ErasePersonTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    Customers customers;

    @Autowired
    Orders orders;

    @Autowired
    FindCustomers findCustomers;

    @Autowired
    Changes changes;

    @Autowired
    ErasePerson erasePerson;

    @Autowired
    ErasedCustomers erased;

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
    void the_trail_does_not_show_the_person_in_the_tables_and_shows_them_to_its_readers() {
        var stored = database.queryForList(
                "select current from change_entry where kind = 'CUSTOMER' and subject = ? and current is not null",
                String.class,
                customer);
        assertThat(String.join(" ", stored)).doesNotContain("Café", TestCompany.BERLIN.street());
        assertThat(trail("street")).isEqualTo(TestCompany.BERLIN.street());
        assertThat(trail("country")).as("in the clear").isEqualTo("DE");
    }

    @Test
    void after_the_last_order_has_ended_a_manager_erases_the_person_and_the_order_stays() throws Exception {
        cancelOrder.cancel(order, new Cancellation("not needed"));
        erase(true, "managers").andExpect(redirectedUrl("/customers/" + customer + "/personal-data"));

        var one = customers.get(customer);
        assertThat(one.name()).isEqualTo(customer);
        assertThat(one.blocked()).isTrue();
        assertThat(one.address().street()).isNull();
        assertThat(one.address().country()).isEqualTo("DE");
        var kept = orders.findById(order).orElseThrow();
        assertThat(kept.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(kept.total().amount()).isEqualByComparingTo("10");
        assertThat(kept.shipTo().street()).isNull();
        assertThat(kept.shipTo().country()).isEqualTo("DE");
        assertThat(findCustomers.find("Linienstraße " + customer, true, "", Limit.of(10)))
                .extracting(Customer::number)
                .doesNotContain(customer);
        assertThat(trail("street")).isEqualTo(SubjectKeys.ERASED);
        assertThat(changes.newest(Kind.CUSTOMER, customer).get(0).act()).isEqualTo(Act.ERASED);
        browser.perform(get("/customers/" + customer + "/personal-data")
                        .with(user("maya").roles("managers")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This person was erased by")));
    }

    @Test
    void what_a_file_of_customers_said_about_the_person_is_gone() throws Exception {
        var other = company.customer();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            database.update(
                    "insert into record_import (number, kind, source, file_name, file_hash, layout, state, created_by,"
                            + " created_at, alive_at) values (900000, 'CUSTOMERS', 'x', 'x', 'x', '{}', 'DONE', 'x',"
                            + " current_timestamp, current_timestamp)");
            for (var one : List.of(customer, other)) {
                database.update(
                        "insert into record_import_row (import_number, row_no, code, state, saved, waits, cells)"
                                + " values (900000, ?, ?, 'NEW', true, false, '[\"Ana\"]')",
                        one.equals(customer) ? 1 : 2,
                        one);
            }
        });
        cancelOrder.cancel(order, new Cancellation("not needed"));
        erase(true, "managers").andExpect(status().is3xxRedirection());
        assertThat(database.queryForList(
                        "select row_no from record_import_row where import_number = 900000 and cells is not null",
                        Integer.class))
                .containsExactly(2);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            database.update("delete from record_import_row where import_number = 900000");
            database.update("delete from record_import where number = 900000");
        });
    }

    @Test
    void nobody_is_erased_while_an_order_is_open() throws Exception {
        erase(true, "managers").andExpect(status().isConflict());
        assertThat(customers.get(customer).name()).isEqualTo("Café " + customer);
        assertThat(erased.find(customer)).isEmpty();
    }

    @Test
    void nobody_is_erased_without_confirmation_or_by_anybody_else_than_a_manager() throws Exception {
        cancelOrder.cancel(order, new Cancellation("not needed"));
        erase(false, "managers").andExpect(status().isUnprocessableEntity());
        erase(true, "customer-service").andExpect(status().isForbidden());
        assertThat(erased.find(customer)).isEmpty();
    }

    @Test
    void who_comes_back_with_an_older_backup_is_erased_again_at_the_next_start(@TempDir Path folder) {
        var list = new ErasedList(folder.resolve("erased-customers").toString(), "");
        list.add(customer);
        list.add(customer);
        var again = new EraseAfterRestore(list, erased, erasePerson);
        assertThat(list.numbers()).containsExactly(customer);
        again.bringTogether();
        assertThat(customers.get(customer).address().street()).isNull();
        assertThat(erased.find(customer)).isPresent();
        var since = customers.get(customer).version();
        again.bringTogether();
        assertThat(customers.get(customer).version()).as("once").isEqualTo(since);
    }

    @Test
    void a_customer_whom_the_list_names_and_the_database_does_not_know_is_no_fault(@TempDir Path folder) {
        var list = new ErasedList("", folder.toString());
        list.add("NOBODY-" + customer);
        new EraseAfterRestore(list, erased, erasePerson).bringTogether();
        assertThat(folder.resolve("erased-customers")).exists();
        assertThat(erased.find("NOBODY-" + customer)).isEmpty();
    }

    private ResultActions erase(boolean sure, String role) throws Exception {
        return browser.perform(post("/customers/" + customer + "/personal-data/erasure")
                .param("sure", String.valueOf(sure))
                .with(user("maya").roles(role))
                .with(csrf()));
    }

    private String trail(String field) {
        return new TransactionTemplate(transactions)
                .execute(status -> changes.history(Kind.CUSTOMER, customer).stream()
                        .map(change -> change.difference())
                        .filter(difference -> difference.field().equals(field))
                        .map(Difference::current)
                        .findFirst()
                        .orElseThrow());
    }
}
