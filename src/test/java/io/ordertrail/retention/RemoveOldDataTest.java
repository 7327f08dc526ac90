package io.ordertrail.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.retention.RetainedData.Kind;

/** Data is removed when it is older than its setting says, by one node, and people see what came of it. */
@JourneyTest
@Tag("database")
class RemoveOldDataTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    RemoveOldData removeOldData;

    @Autowired
    RetentionRuns runs;

    @Autowired
    List<RetainedData> data;

    @Autowired
    Changes changes;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @AfterEach
    void everything_is_due_again() {
        transactions.executeWithoutResult(
                transaction -> database.sql("update retention_run set due_at = timestamp '2000-01-01 00:00:00'")
                        .update());
    }

    @Test
    void every_kind_has_its_data_and_its_row() {
        assertThat(data).extracting(RetainedData::kind).containsExactlyInAnyOrder(Kind.values());
        assertThat(runs.all()).extracting(RetentionRuns.Run::kind).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void one_node_removes_what_is_due_and_the_next_removal_is_due_later() {
        assertThat(runs.tryBegin(Kind.FORM_DRAFTS, DAY)).isTrue();
        assertThat(runs.tryBegin(Kind.FORM_DRAFTS, DAY)).as("another node").isFalse();
        assertThat(runs.tryBegin(Kind.CHANGES, DAY)).as("another kind").isTrue();
    }

    @Test
    void old_drafts_go_and_page_and_trail_say_so() throws Exception {
        var form = "/orders/new/" + company.customer();
        draft(form, clock.instant().minus(Duration.ofDays(8)));
        draft(form + "/later", clock.instant().minus(Duration.ofDays(6)));

        removeOldData.remove(of(Kind.FORM_DRAFTS));

        assertThat(database.sql("select form from form_draft where form like :form")
                        .param("form", form + "%")
                        .query(String.class)
                        .list())
                .containsExactly(form + "/later");
        assertThat(changes.page(List.of(Subject.Kind.RETENTION), "FORM_DRAFTS", "", null, Limit.of(2)))
                .extracting(change -> change.difference().field())
                .containsExactlyInAnyOrder("rows", "olderThan");
        browser.perform(get("/retention").with(user("ina").roles("auditors")))
                .andExpect(content().string(containsString("Drafts of forms")))
                .andExpect(content().string(containsString("7 days")))
                .andExpect(content().string(containsString("removed")));
    }

    @Test
    void a_kind_that_fails_is_told_on_the_page_and_keeps_no_other() throws Exception {
        removeOldData.remove(new Failing());
        removeOldData.remove(of(Kind.FORM_DRAFTS));

        assertThat(run(Kind.CHANGES).problem()).isEqualTo("IllegalStateException");
        assertThat(run(Kind.FORM_DRAFTS).problem()).isEmpty();
        browser.perform(get("/retention").with(user("maya").roles("managers")))
                .andExpect(content().string(containsString("IllegalStateException")));
    }

    @Test
    void a_customer_counts_ten_years_after_the_last_order_unless_one_is_open() {
        var closed = entered();
        var waiting = entered();
        var active = entered();
        var customers = of(Kind.CUSTOMERS);
        transactions.executeWithoutResult(transaction -> {
            var before = customers.forget(yearsAgo(10)).left();
            become("CANCELLED", yearsAgo(11), closed);
            become("CONFIRMED", yearsAgo(11), waiting);
            become("RECEIVED", yearsAgo(9), active);
            assertThat(customers.forget(yearsAgo(10)).left() - before).isEqualTo(1);
            transaction.setRollbackOnly();
        });
    }

    @Test
    void the_history_of_the_engine_and_the_trail_are_counted_and_not_removed() {
        assertThat(of(Kind.ENGINE_HISTORY).forget(clock.instant()).removed()).isZero();
        assertThat(of(Kind.CHANGES).forget(clock.instant().plusSeconds(1)).left())
                .isPositive();
        assertThat(of(Kind.CHANGES).forget(yearsAgo(10)).left()).isZero();
    }

    private OrderNumber entered() {
        return enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(3), 1)));
    }

    private void become(String state, Instant at, OrderNumber order) {
        database.sql("update customer_order set state = :state, entered_at = :at where number = :number")
                .param("state", state)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("number", order.value())
                .update();
    }

    private Instant yearsAgo(int years) {
        return clock.instant().minus(Duration.ofDays(365L * years));
    }

    private void draft(String form, Instant at) {
        transactions.executeWithoutResult(transaction -> database.sql(
                        "insert into form_draft (person, form, content, saved_at) values ('old', :form, '{}', :at)")
                .param("form", form)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update());
    }

    private RetainedData of(Kind kind) {
        return data.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private RetentionRuns.Run run(Kind kind) {
        return runs.all().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private record Failing() implements RetainedData {

        @Override
        public Kind kind() {
            return Kind.CHANGES;
        }

        @Override
        public Duration keptFor() {
            return DAY;
        }

        @Override
        public Outcome forget(Instant before) {
            throw new IllegalStateException("the database is gone");
        }
    }
}
