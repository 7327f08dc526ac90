package io.ordertrail.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.api.order.Caller;
import io.ordertrail.api.wire.NdjsonReader;
import io.ordertrail.database.OnMySql;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

/**
 * Sends the largest batch, each line for another product or site: it needs little more than one statement per line.
 * Prints its duration.
 */
@Tag("benchmark")
@OnMySql
@JourneyTest
class TenThousandLinesTest {

    private static final int PRODUCTS = 5_000;
    private static final int MOST_STATEMENTS = 15_000;
    private static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("ordertrail.batch.seconds", 30));

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void ten_thousand_levels_and_movements_need_few_statements() {
        company.product(0);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> database.batchUpdate(
                        "insert into product (sku, name, category, list_price, currency, active, version) values (?, 'Cup', 'Many', 1, 'EUR', true, 0)",
                        IntStream.range(0, 2 * PRODUCTS)
                                .mapToObj(i -> new Object[] {sku(i)})
                                .toList()));
        var random = new Random(4);

        send("levels, all of them new", "levels", i -> level(i, 1, 100 + random.nextInt(50)));
        send("levels, next", "levels", i -> level(i, 2, 100 + random.nextInt(50)));
        send("levels, the same again", "levels", i -> level(i, 2, 100));
        send("movements", "movements", i -> movement(i, 1 + i % 20));
        send("movements, the same again", "movements", i -> movement(i, 1 + i % 20));
        for (var round = 3; round < Integer.getInteger("ordertrail.batch.rounds", 3); round++) {
            var number = round;
            send("levels, warm", "levels", i -> level(i, number, 100 + random.nextInt(50)));
        }
        send(
                "levels, all of them new, warm",
                "levels",
                i -> level(PRODUCTS + i % PRODUCTS, i < PRODUCTS ? "VIE" : "ROT", 1, 100 + random.nextInt(50)));

        assertThat(database.queryForObject("""
        select count(*) from stock_item s join
          (select sku, site, sum(on_hand_change) on_hand from stock_movement group by sku, site) m on m.sku = s.sku and m.site = s.site
        where m.on_hand <> s.on_hand""", Integer.class)).isZero();
    }

    private void send(String what, String path, IntFunction<String> line) {
        var lines = IntStream.range(0, NdjsonReader.MOST).mapToObj(line).collect(Collectors.toList());
        Collections.shuffle(lines, new Random(5));
        var body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        var asked = questions();
        var begun = Instant.now();

        var reply = caller.send(
                "systems",
                post("/api/stock/" + path + "/batch")
                        .contentType(NdjsonReader.NDJSON)
                        .content(body));

        var took = Duration.between(begun, Instant.now());
        var statements = questions() - asked;
        System.out.printf(
                "10,000 %s: %,d KB, %d ms, %d statements%n", what, body.length / 1024, took.toMillis(), statements);
        assertThat(reply.body().lines()).hasSize(NdjsonReader.MOST);
        assertThat(reply.body()
                        .lines()
                        .filter(answer -> answer.contains("REFUSED"))
                        .limit(3))
                .isEqualTo(List.of());
        assertThat(statements).isLessThan(MOST_STATEMENTS);
        assertThat(took).isLessThan(LONGEST);
    }

    private long questions() {
        return database.queryForObject("show global status like 'Questions'", (row, number) -> row.getLong(2));
    }

    private static String sku(int i) {
        return "MANY-%05d".formatted(i);
    }

    private static String level(int i, long sequence, int onHand) {
        return level(i % PRODUCTS, i < PRODUCTS ? "VIE" : "ROT", sequence, onHand);
    }

    private static String level(int product, String site, long sequence, int onHand) {
        return """
        {"source":"wms-vienna","sku":"%s","site":"%s","sequence":%d,"onHand":%d,"at":"2026-12-01T09:30:00Z"}""".formatted(sku(product), site, sequence, onHand);
    }

    private static String movement(int i, int quantity) {
        return """
        {"id":"many-%d","sku":"%s","site":"%s","quantity":%d,"kind":"RECEIPT","reason":"delivery note 4711 of our other warehouse"}""".formatted(i, sku(i % PRODUCTS), i < PRODUCTS ? "VIE" : "ROT", quantity);
    }
}
