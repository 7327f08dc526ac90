package io.ordertrail.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.change.Act;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;

/** A person asks what is stored about them. */
@JourneyTest
@Tag("database")
class PersonalDataTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    PersonalData personalData;

    @Autowired
    Changes changes;

    @Autowired
    JdbcTemplate database;

    private String customer;
    private OrderNumber order;

    @BeforeEach
    void a_customer_has_ordered() {
        customer = company.customer();
        order = enterOrder.enter(company.order(customer));
    }

    @Test
    void the_page_shows_what_is_stored_about_this_customer_and_about_no_other() throws Exception {
        var other = company.customer();
        browser.perform(get("/customers/" + customer + "/personal-data")
                        .with(user("sergio").roles("customer-service")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Café " + customer)))
                .andExpect(content().string(containsString("Linienstraße 14")))
                .andExpect(content().string(containsString(order.value())))
                .andExpect(content().string(not(containsString(other))));
    }

    @Test
    void the_file_has_the_same() throws Exception {
        browser.perform(get("/customers/" + customer + "/personal-data/file")
                        .with(user("maya").roles("managers")))
                .andExpect(jsonPath("$.CUSTOMER[0].name").value("Café " + customer))
                .andExpect(jsonPath("$.ORDERS[0].number").value(order.value()))
                .andExpect(jsonPath("$.ORDERS[0].shipStreet").value("Linienstraße 14"))
                .andExpect(jsonPath("$.LINES.length()").value(1))
                .andExpect(jsonPath("$.TIMELINES").isNotEmpty())
                .andExpect(jsonPath("$.CHANGES").isNotEmpty());
    }

    @Test
    void who_looked_is_in_the_trail() {
        personalData.of(customer);
        assertThat(changes.newest(Kind.CUSTOMER, customer).get(0).act()).isEqualTo(Act.EXPORTED);
    }

    @Test
    void nobody_gets_data_of_a_customer_that_does_not_exist() throws Exception {
        browser.perform(get("/customers/nobody/personal-data").with(user("maya").roles("managers")))
                .andExpect(status().isNotFound());
    }

    /** A new table with a column like these has to be decided about: it belongs to the answer, or it holds no person. */
    @Test
    void every_table_that_names_a_customer_or_an_order_is_among_the_answers_or_holds_no_person() {
        var found = new TreeSet<>(database.queryForList(
                "select distinct lower(table_name) from information_schema.columns"
                        + " where lower(column_name) in ('customer', 'order_number', 'email', 'phone', 'street')"
                        + " and table_schema in ('PUBLIC', database())",
                String.class));
        var answered = Set.of(
                "customer",
                "customer_order",
                "order_line",
                "order_hold",
                "order_event",
                "parcel",
                "order_import_entry");
        var stockAlone = Set.of("reservation", "backorder", "stock_movement", "external_reservation");
        assertThat(found.stream()
                        .filter(table -> !table.startsWith("act_"))
                        .filter(table -> !answered.contains(table))
                        .collect(Collectors.toSet()))
                .isSubsetOf(stockAlone);
        assertThat(found).containsAll(answered);
    }
}
