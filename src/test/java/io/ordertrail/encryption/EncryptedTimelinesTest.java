package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.privacy.ErasePerson;
import io.ordertrail.report.figure.OrdersBehind;
import io.ordertrail.report.figure.Reports;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;
import io.ordertrail.report.table.Row;

/** What people write when they decide on an order is unreadable in the table, and gone with the person whom it is about. */
@JourneyTest
@Tag("database")
class EncryptedTimelinesTest {

    private static final String REASON = "Frau Zsófia hat abgesagt";

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    OrderEvents events;

    @Autowired
    ErasePerson erasePerson;

    @Autowired
    Reports reports;

    @Autowired
    OrdersBehind ordersBehind;

    @Autowired
    EncryptRows encryptRows;

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
    void a_customer_has_cancelled() {
        customer = company.customer();
        order = enterOrder.enter(company.order(customer));
        cancelOrder.cancel(order, new Cancellation(REASON));
    }

    @Test
    void the_reason_is_unreadable_in_the_table_and_readable_in_the_timeline() {
        assertThat(stored()).startsWith("{s}").doesNotContain("Zsófia");
        assertThat(timeline()).contains(REASON);
    }

    @Test
    void the_page_the_api_and_what_is_stored_about_the_person_show_it() throws Exception {
        browser.perform(get("/orders/" + order).with(user("sue").roles("sales")))
                .andExpect(content().string(containsString(REASON)));
        browser.perform(get("/api/orders/" + order + "/events").with(user("sue").roles("sales")))
                .andExpect(jsonPath("$..note").value(hasItem(REASON)));
        browser.perform(get("/customers/" + customer + "/personal-data/file")
                        .with(user("maya").roles("managers")))
                .andExpect(jsonPath("$.TIMELINES[*].note").value(hasItem(REASON)));
    }

    @Test
    void the_report_on_lost_orders_counts_it_and_finds_the_orders_behind_it() {
        assertThat(lost()).extracting(Row::key).containsExactly(REASON);
        assertThat(ordersBehind.find(new OrdersBehind.Cell(report(), REASON, Column.ALL), filter(), 0, 10))
                .extracting(OrdersBehind.Found::number)
                .containsExactly(order.value());
        assertThat(ordersBehind.find(new OrdersBehind.Cell(report(), "another reason", Column.ALL), filter(), 0, 10))
                .isEmpty();
    }

    @Test
    void nobody_reads_it_any_more_when_the_person_is_erased_and_the_order_stays_counted() {
        TestCompany.asOrdertrail(() -> erasePerson.erase(customer));
        assertThat(timeline()).doesNotContain(REASON).contains(SubjectKeys.ERASED);
        assertThat(lost()).extracting(Row::key).containsExactly(SubjectKeys.ERASED);
    }

    @Test
    void a_reason_from_before_is_read_as_it_is_and_encrypted_in_the_background() {
        var id = database.queryForObject("select id from order_event where note = ?", Long.class, stored());
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> database.update("update order_event set note = 'Old reason' where id = ?", id));
        assertThat(timeline()).contains("Old reason");
        fills.store(EncryptionFill.start("order_event", EncryptRows.BY_SUBJECT, Instant.now())
                .at(String.valueOf(id - 1), 0, 0, false, Instant.now()));
        encryptRows.next(table());
        assertThat(stored()).startsWith("{s}");
        assertThat(timeline()).contains("Old reason");
    }

    private EncryptedColumns table() {
        return tables.stream()
                .filter(one -> one.table().equals("order_event"))
                .findFirst()
                .orElseThrow();
    }

    private String stored() {
        return database.queryForObject(
                "select note from order_event where order_number = ? and what = 'cancellation'",
                String.class,
                order.value());
    }

    private List<String> timeline() {
        return new TransactionTemplate(transactions)
                .execute(status -> events.findByOrderNumberOrderByAtAscIdAsc(order).stream()
                        .map(event -> event.note())
                        .toList());
    }

    private List<Row> lost() {
        return report().rows(filter());
    }

    private Report report() {
        return reports.find("lost-orders").orElseThrow();
    }

    private ReportFilter filter() {
        var today = LocalDate.now(ZoneOffset.UTC);
        return new ReportFilter(
                new ReportPeriod(today.minusDays(3), today.plusDays(3), ZoneOffset.UTC), "", customer, "", "", "");
    }
}
