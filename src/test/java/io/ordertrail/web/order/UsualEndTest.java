package io.ordertrail.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.measure.UsualRest.Usual;
import io.ordertrail.process.path.Visit;

/** The page of an order says when orders usually end that wait where this one waits. */
@JourneyTest
class UsualEndTest {

    private static final Usual USUAL = new Usual(40, Duration.ofHours(50), Duration.ofHours(100));

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    @AfterEach
    void forget() {
        transactions.executeWithoutResult(inside -> database.update("delete from measured_rest"));
    }

    @Test
    void an_order_that_waits_is_told_when_orders_like_it_usually_end() throws Exception {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 1)));
        var page = get("/orders/" + number).with(user("bob").roles("warehouse"));
        var sentence = "Orders that wait here usually end";
        browser.perform(page).andExpect(content().string(not(containsString(sentence))));
        twentyOrdersEndedAfterAnHourWhereItWaits(number);
        browser.perform(page).andExpect(content().string(containsString(sentence)));
    }

    private void twentyOrdersEndedAfterAnHourWhereItWaits(OrderNumber number) {
        transactions.executeWithoutResult(inside -> database.update("""
            insert into measured_rest (process, step, ended_on, version, duration, visits)
            select distinct 'orderFulfilment', e.ACT_ID_, cast(? as date), 1, 3600000, 20
            from ACT_RU_EXECUTION e join customer_order o on o.process_instance = e.PROC_INST_ID_
            where o.number = ? and e.ACT_ID_ is not null""", LocalDate.now(clock), number.value()));
    }

    @Test
    void the_expected_end_follows_from_when_the_order_came_to_the_step() {
        var since = Instant.parse("2026-03-02T08:00:00Z");
        var end = UsualEnd.of(since, USUAL, since.plus(Duration.ofHours(60)));
        assertThat(end.expected()).isEqualTo("2026-03-04T10:00:00Z");
        assertThat(end.median()).isEqualTo("2 d 2 h");
        assertThat(end.later()).isFalse();
    }

    @Test
    void an_order_that_takes_longer_than_nearly_all_is_said_to() {
        var since = Instant.parse("2026-03-02T08:00:00Z");
        assertThat(UsualEnd.of(since, USUAL, since.plus(Duration.ofHours(101))).later())
                .isTrue();
    }

    @Test
    void of_a_sub_process_and_its_step_that_began_together_the_step_counts() {
        var since = Instant.parse("2026-03-02T08:00:00Z");
        var shipped = visit("shipOrder", since);
        var packed = visit("packParcel", since);
        assertThat(ReadPath.innermost(Stream.of(shipped, packed))).contains(packed);
        assertThat(ReadPath.innermost(Stream.of(visit("later", since.plusMillis(1)), packed)))
                .map(Visit::element)
                .contains("later");
    }

    private static Visit visit(String step, Instant from) {
        return new Visit(step, "userTask", step, "1", from, null, null, false);
    }
}
