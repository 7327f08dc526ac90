package io.ordertrail.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

import io.ordertrail.database.OnMySql;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

/**
 * How long the list of orders and its search take when there are a million orders. Prints median and p95 of 50 calls of
 * the page; {@code -Dorders=100000} asks for fewer orders.
 */
@Tag("benchmark")
@OnMySql
@JourneyTest
class ManyOrdersBenchmark {

    private static final int ORDERS = Integer.getInteger("orders", 1_000_000);
    /** Whether the schema has the orders already, from a run before. */
    private static final boolean FILLED = Boolean.getBoolean("filled");

    private static final int CALLS = 50;
    private static final int WARM = 10;
    private static final Duration LIST = Duration.ofMillis(100);
    private static final Duration SEARCH = Duration.ofMillis(200);

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SearchKey key;

    @Test
    void lists_and_searches_answer_at_once() {
        if (!FILLED) {
            fill();
        }
        var slow = new ArrayList<String>();

        check(slow, LIST, "newest orders", i -> "/orders");
        check(slow, LIST, "in one state", i -> "/orders?state=CONFIRMED");
        check(slow, LIST, "of one customer", i -> "/orders?customer=" + ManyOrders.customer(i));
        check(slow, LIST, "late", i -> "/orders?late=true");
        check(slow, LIST, "by total", i -> "/orders?sort=TOTAL");
        check(slow, LIST, "page in the middle", i -> "/orders?after=" + ManyOrders.number(ORDERS / 2 + i));
        check(slow, SEARCH, "number", i -> search(ManyOrders.number(i * 7)));
        check(slow, SEARCH, "reference", i -> search(ManyOrders.reference(i * 7)));
        check(slow, SEARCH, "name", i -> search(ManyOrders.address(i * 8 + 1).name()));
        check(slow, SEARCH, "frequent name", i -> search("Gruber"));
        check(
                slow,
                SEARCH,
                "rare part of a name",
                i -> search(part(ManyOrders.address(i * 8 + 1).name())));
        check(
                slow,
                SEARCH,
                "name with a typing error",
                i -> search("Kowalsky " + part(ManyOrders.address(i * 8 + 1).name())));
        check(slow, SEARCH, "telephone", i -> search(ManyOrders.address(i).phone()));
        check(slow, SEARCH, "e-mail address", i -> search(ManyOrders.address(i).email()));
        check(slow, SEARCH, "street", i -> search(ManyOrders.address(i).street()));
        check(slow, SEARCH, "Chinese", i -> search("小明"));
        check(slow, SEARCH, "product", i -> search(ManyOrders.sku(i)));
        check(slow, SEARCH, "nobody has it", i -> search("Xylophonistenverein" + (char) ('a' + i % 26)));
        check(slow, SEARCH, "nobody has it, Chinese", i -> search("鸚鵡螺號"));

        assertThat(slow).isEmpty();
    }

    private void fill() {
        company.product(1);
        var begun = System.nanoTime();
        new ManyOrders(database, new TransactionTemplate(transactions), key, ORDERS).fill();
        System.out.printf("%,d orders in %d s%n", ORDERS, (System.nanoTime() - begun) / 1_000_000_000);
    }

    private void check(List<String> slow, Duration most, String what, IntFunction<String> page) {
        if (!what.matches(System.getProperty("only", ".*"))) {
            return;
        }
        for (int i = 0; i < WARM; i++) {
            took(page.apply(CALLS + i));
        }
        var times = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            times[i] = took(page.apply(i));
        }
        Arrays.sort(times);
        var p95 = times[(int) Math.ceil(CALLS * 0.95) - 1];
        System.out.printf("%-28s median %7.1f ms   p95 %7.1f ms%n", what, times[CALLS / 2], p95);
        if (p95 > most.toMillis()) {
            slow.add("%s: %.0f ms".formatted(what, p95));
        }
    }

    private int asked;

    /** Each call is that of another person, because searches of one person are limited. */
    private double took(String page) {
        var begun = System.nanoTime();
        try {
            var status = browser.perform(
                            get(URI.create(page)).with(user("max" + asked++).roles("managers")))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(page).isLessThan(400);
        } catch (Exception e) {
            throw new IllegalStateException(page, e);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static String search(String text) {
        return UriComponentsBuilder.fromPath("/orders")
                .queryParam("text", "{text}")
                .encode()
                .buildAndExpand(text)
                .toUriString();
    }

    private static String part(String name) {
        return name.substring(name.lastIndexOf(' ') + 1, name.length() - 1);
    }
}
