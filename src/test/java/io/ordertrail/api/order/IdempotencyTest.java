package io.ordertrail.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.api.idempotency.IdempotencyClaim;
import io.ordertrail.api.idempotency.IdempotencyKeys;
import io.ordertrail.api.idempotency.StoredAnswer;
import io.ordertrail.api.order.Caller.Reply;
import io.ordertrail.api.wire.WireJson;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.Orders;

@JourneyTest
@Tag("database")
class IdempotencyTest {

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    Orders orders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    WireJson json;

    @Test
    void the_same_key_with_the_same_order_returns_the_first_response() {
        var order = caller.order(company).toString();
        var first = send("same", order);
        var second = send("same", order);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().get("Location")).isEqualTo("/api/orders/" + first.text("/number"));
    }

    @Test
    void fifty_concurrent_calls_with_one_key_enter_one_order() throws Exception {
        var order = caller.order(company).toString();
        var before = orders.count();
        var replies = atOnce(50, () -> send("fifty", order));

        assertThat(orders.count()).isEqualTo(before + 1);
        assertThat(replies).extracting(Reply::status).containsOnly(201, 409).contains(201);
        assertThat(replies.stream()
                        .filter(reply -> reply.status() == 201)
                        .map(Reply::body)
                        .distinct())
                .hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() == 409))
                .allSatisfy(reply -> assertThat(reply.headers()).containsKey("Retry-After"));
    }

    @Test
    void eight_concurrent_calls_with_one_reference_enter_one_order_and_return_its_number() throws Exception {
        var order = caller.order(company).put("externalReference", "PO-EIGHT").toString();
        var replies = atOnce(8, () -> caller.post("sales", order, "/api/orders"));
        var number = replies.stream()
                .filter(reply -> reply.status() == 201)
                .map(reply -> reply.text("/number"))
                .toList();
        assertThat(number).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 201)).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.text("/order")).isEqualTo(number.get(0));
        });
    }

    @Test
    void the_same_key_with_another_order_is_refused() {
        send("other", caller.order(company).toString());
        assertThat(send("other", caller.order(company).toString()).status()).isEqualTo(422);
    }

    @Test
    void two_clients_may_use_the_same_key() {
        var order = caller.order(company).toString();
        var sales = send("clients", order);
        var system = caller.send("systems", request("clients", order));
        assertThat(system.status()).isEqualTo(201);
        assertThat(system.text("/number")).isNotEqualTo(sales.text("/number"));
    }

    @Test
    void a_refused_order_leaves_its_key_free() {
        assertThat(send(
                                "corrected",
                                caller.order(company).put("customer", "NOBODY").toString())
                        .status())
                .isEqualTo(422);
        assertThat(send("corrected", caller.order(company).toString()).status()).isEqualTo(201);
    }

    @Test
    void while_the_first_call_runs_the_second_is_told_to_retry() {
        var order = caller.order(company).toString();
        var running = claim("running", order);
        assertThat(keys.claim(running)).isTrue();
        var second = send("running", order);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void an_abandoned_key_is_taken_over_and_the_abandoned_request_cannot_store_its_response() {
        var order = caller.order(company).toString();
        var dead = claim("died", order);
        keys.claim(dead);
        change("update idempotency_key set claimed_at = claimed_at - interval '61' second where claim = '"
                + dead.claim() + "'");
        assertThat(send("died", order).status()).isEqualTo(201);
        assertThat(transaction.<Boolean>execute(status -> keys.storeAnswer(dead, new StoredAnswer(201, "/x", "{}"))))
                .isFalse();
    }

    @Test
    void a_key_with_a_late_response_is_not_taken_over() {
        var order = caller.order(company).toString();
        var slow = claim("slow", order);
        keys.claim(slow);
        var seenRunning = keys.find(slow).orElseThrow();
        transaction.executeWithoutResult(status -> keys.storeAnswer(slow, new StoredAnswer(201, "/x", "{}")));
        assertThat(keys.takeOver(seenRunning, claim("slow", order))).isFalse();
    }

    @Test
    void a_key_expires_after_a_day_and_its_response_is_deleted() {
        var order = caller.order(company).toString();
        var first = send("old", order);
        change("update idempotency_key set expires_at = expires_at - interval '24' hour where location like '%"
                + first.text("/number") + "'");
        assertThat(send("old", order).text("/number")).isNotEqualTo(first.text("/number"));

        change("update idempotency_key set expires_at = expires_at - interval '24' hour");
        keys.deleteExpired();
        assertThat(jdbc.sql("select count(*) from idempotency_key")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_key_with_invalid_or_too_many_characters_is_refused() {
        var order = caller.order(company).toString();
        for (var key : List.of("", "two words", "größe", "x".repeat(256), "tab\t")) {
            assertThat(send(key, order).status()).as(key).isEqualTo(400);
        }
        assertThat(send("x".repeat(255), order).status()).isEqualTo(201);
    }

    private IdempotencyClaim claim(String key, String order) {
        try {
            var parsed = json.getObjectMapper().readValue(order, NewOrder.class);
            return IdempotencyClaim.of("sales-1", key, "POST /api/orders\n" + json.write(parsed));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void change(String sql) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).update());
    }

    private Reply send(String key, String order) {
        return caller.send("sales", request(key, order));
    }

    private static MockHttpServletRequestBuilder request(String key, String order) {
        return Caller.withBody(MockMvcRequestBuilders.post("/api/orders"), order)
                .header("Idempotency-Key", key);
    }

    private static List<Reply> atOnce(int times, Callable<Reply> call) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(times);
        var start = new CyclicBarrier(times);
        try {
            return threads
                    .invokeAll(IntStream.range(0, times)
                            .<Callable<Reply>>mapToObj(i -> () -> {
                                start.await();
                                return call.call();
                            })
                            .toList())
                    .stream()
                    .map(IdempotencyTest::reply)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    private static Reply reply(Future<Reply> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
