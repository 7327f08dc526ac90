package io.ordertrail.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.Target;
import io.ordertrail.process.measure.TargetBook;
import io.ordertrail.process.path.OrderPaths;
import io.ordertrail.process.path.Visit;

/** An order that is open for longer than its target is late, and one sentence says why. */
@JourneyTest
class WhyLateTest {

    private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

    @Autowired
    WhyLate whyLate;

    @Autowired
    OrderPaths paths;

    @Autowired
    Orders orders;

    @Autowired
    TargetBook book;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    MockMvc browser;

    @Autowired
    Clock clock;

    private String customer;
    private OrderNumber order;

    @BeforeEach
    void enter() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        customer = company.customer();
        order = enterOrder.enter(TestCompany.order(customer, Map.of(company.product(1), 2)));
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
        transactions.executeWithoutResult(inside -> database.update("delete from measure_target"));
    }

    @Test
    void an_order_within_its_targets_is_not_late() {
        assertThat(sentence()).isNull();
    }

    @Test
    void an_order_that_is_at_a_step_for_longer_than_it_may_says_so() throws Exception {
        var step = began(Duration.ofDays(4));
        book.set(OrderFulfilment.PROCESS, new Target(step.element(), LONG_AGO, Duration.ofDays(3), 0));
        assertThat(sentence())
                .isEqualTo("This order has been at “" + step.name() + "” for 4 d, and its target there is 3 d.");
        assertThat(page("/orders/" + order)).contains("and its target there is 3 d.");
    }

    @Test
    void an_order_that_is_open_for_longer_than_its_target_is_late_in_the_list_and_on_its_page() throws Exception {
        var step = began(Duration.ofDays(30));
        book.set(OrderFulfilment.PROCESS, new Target(step.element(), LONG_AGO, Duration.ofDays(29), 0));
        assertThat(page("/orders?late=true&customer=" + customer)).doesNotContain(order.value());
        book.set(OrderFulfilment.PROCESS, new Target(Target.WHOLE, LONG_AGO, Duration.ofDays(20), 0));
        assertThat(sentence())
                .isEqualTo("This order is late: it has been at “" + step.name()
                        + "” for 30 d, and its target there is 29 d.");
        assertThat(page("/orders?late=true&customer=" + customer)).contains(order.value(), "over 20 d");
        book.set(OrderFulfilment.PROCESS, new Target(step.element(), LONG_AGO, Duration.ofDays(40), 1));
        assertThat(sentence()).startsWith("This order is late, although none of its steps");
    }

    private String sentence() {
        return whyLate.sentence(orders.get(order), paths.of(order)).orElse(null);
    }

    /** Has the order begun so long ago, and waited since then where it is. */
    private Visit began(Duration ago) {
        var since = clock.instant().minus(ago).minusSeconds(60);
        transactions.executeWithoutResult(inside -> {
            database.update(
                    "update ACT_HI_ACTINST set START_TIME_ = ? where END_TIME_ is null and PROC_INST_ID_ in"
                            + " (select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?)",
                    Timestamp.from(since),
                    order.value());
            database.update(
                    "update customer_order set entered_at = ? where number = ?",
                    LocalDateTime.ofInstant(since, ZoneOffset.UTC),
                    order.value());
        });
        return paths.of(order).stream()
                .flatMap(page -> page.now().stream())
                .filter(Visit::isStep)
                .findFirst()
                .orElseThrow();
    }

    private String page(String address) throws Exception {
        return browser.perform(get(address).with(user("sam").roles("sales")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
