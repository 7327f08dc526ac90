package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.entry.EnterOrder;

/**
 * What encryption costs: straight-through orders with an address and a note in a second, and the p95 of the list of orders,
 * with and without, in five alternating pairs. Only this test can switch encryption off.
 */
@Tag("benchmark")
@SpringBootTest(properties = "camunda.bpm.generate-unique-process-engine-name=true")
@AutoConfigureMockMvc
@ActiveProfiles(resolver = DatabaseTest.Profiles.class)
class EncryptedOrdersPerSecond {

    private static final int PAIRS = 5;
    private static final int CLIENTS = 8;
    private static final int PRODUCTS = 400;
    private static final int CUSTOMERS = 200;
    private static final int CALLS = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmup", 30));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("round", 10));
    private static final double MOST = 1.10;

    /** Encryption that can be switched off: texts are then written as they are, and read as if from before. */
    @TestConfiguration
    static class Switch {

        static volatile boolean on = true;

        @Bean
        @Primary
        FieldCipher switchedCipher(FieldKeyRing ring) {
            return new FieldCipher(ring) {
                @Override
                public String encrypt(Place place, String text) {
                    return on ? super.encrypt(place, text) : text;
                }
            };
        }

        @Bean
        @Primary
        SubjectKeys switchedSubjects(JdbcClient database, FieldCipher cipher) {
            return new SubjectKeys(database, cipher) {
                @Override
                String encrypt(String subject, Place place, String text) {
                    return on ? super.encrypt(subject, place, text) : text;
                }
            };
        }
    }

    /** The customers of one kind: those whose data is encrypted, or those whose data is in the clear. */
    private record Side(boolean encrypted, List<String> customers, List<Double> rates, List<Double> times) {}

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    MockMvc browser;

    private List<String> products;
    private int asked;

    @Test
    void encryption_costs_less_than_a_tenth_of_throughput_and_of_the_list() throws Exception {
        products = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> company.product(1_000_000))
                .toList();
        var sides = List.of(side(true), side(false));
        for (var side : sides) {
            perSecond(side, WARM_UP);
            p95(side);
        }
        for (int pair = 0; pair < PAIRS; pair++) {
            for (var side : sides) {
                side.rates().add(perSecond(side, ROUND));
            }
            for (var side : sides) {
                side.times().add(p95(side));
            }
        }
        sides.forEach(EncryptedOrdersPerSecond::print);
        var with = sides.get(0);
        var without = sides.get(1);
        System.out.printf(
                "cost: throughput %.1f %%, list %.1f %%%n",
                100 * (median(without.rates()) / median(with.rates()) - 1),
                100 * (median(with.times()) / median(without.times()) - 1));
        assertThat(median(without.rates()) / median(with.rates()))
                .as("throughput")
                .isLessThan(MOST);
        assertThat(median(with.times()) / median(without.times())).as("list").isLessThan(MOST);
    }

    private Side side(boolean encrypted) {
        Switch.on = encrypted;
        var customers =
                IntStream.range(0, CUSTOMERS).mapToObj(i -> company.customer()).toList();
        return new Side(encrypted, customers, new ArrayList<>(), new ArrayList<>());
    }

    private double perSecond(Side side, Duration time) throws Exception {
        Switch.on = side.encrypted();
        var entered = new AtomicLong();
        var begun = System.nanoTime();
        var end = begun + time.toNanos();
        Callable<Void> client = () -> {
            while (System.nanoTime() < end) {
                enterOrder.enter(order(side));
                entered.incrementAndGet();
            }
            return null;
        };
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (var running : clients.invokeAll(
                    IntStream.range(0, CLIENTS).mapToObj(i -> client).toList())) {
                running.get();
            }
        } finally {
            clients.shutdown();
        }
        return entered.get() * 1e9 / (System.nanoTime() - begun);
    }

    private NewOrder order(Side side) {
        var random = ThreadLocalRandom.current();
        var first = random.nextInt(PRODUCTS);
        var second = (first + 1 + random.nextInt(PRODUCTS - 1)) % PRODUCTS;
        var order = TestCompany.order(
                side.customers().get(random.nextInt(CUSTOMERS)),
                Map.of(products.get(first), 1 + random.nextInt(9), products.get(second), 1 + random.nextInt(9)));
        return new NewOrder(
                order.channel(),
                null,
                order.customer(),
                null,
                null,
                false,
                "Please ring twice, and leave it at the neighbour's",
                order.shipTo(),
                order.lines());
    }

    /** The list of one customer's orders: names, addresses and all. */
    private double p95(Side side) throws Exception {
        var times = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            var begun = System.nanoTime();
            var answer = browser.perform(
                            get("/orders?customer=" + side.customers().get(i))
                                    .with(user("max" + asked++).roles("managers")))
                    .andReturn()
                    .getResponse();
            times[i] = (System.nanoTime() - begun) / 1e6;
            assertThat(answer.getStatus()).isEqualTo(200);
        }
        Arrays.sort(times);
        return times[(int) Math.ceil(CALLS * 0.95) - 1];
    }

    private static void print(Side side) {
        System.out.printf(
                "%-22s %6.0f orders/s %s   list p95 %6.1f ms %s%n",
                side.encrypted() ? "encrypted" : "in the clear",
                median(side.rates()),
                side.rates().stream().map("%.0f"::formatted).toList(),
                median(side.times()),
                side.times().stream().map("%.1f"::formatted).toList());
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
