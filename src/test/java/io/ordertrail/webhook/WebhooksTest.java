package io.ordertrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

import io.ordertrail.journey.TestCompany;
import io.ordertrail.platform.access.EmptyPlatformTest;
import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.retention.RetainedData;
import io.ordertrail.schedule.MovedClock;
import io.ordertrail.stock.announcement.AnnounceStock;
import io.ordertrail.webhook.Endpoint.State;
import io.ordertrail.webhook.Endpoint.Topic;
import io.ordertrail.webhook.Receiver.Request;

/** Messages from a stock change to a real receiver, which fails in every way that receivers fail. */
@EmptyPlatformTest
class WebhooksTest {

    private static final Limit ALL = Limit.of(10_000);

    @Autowired
    TestCompany company;

    @Autowired
    AnnounceStock announceStock;

    @Autowired
    CreateEndpoint createEndpoint;

    @Autowired
    SaveEndpoint saveEndpoint;

    @Autowired
    ReplayDeliveries replayDeliveries;

    @Autowired
    Endpoints endpoints;

    @Autowired
    WebhookDeliveries deliveries;

    @Autowired
    MakeDeliveries makeDeliveries;

    @Autowired
    Outbox outbox;

    @Autowired
    WebhookDispatcher dispatcher;

    @Autowired
    RetainedData retainedDeliveries;

    @Autowired
    WebhookClient client;

    @Autowired
    WebhookSettings settings;

    @Autowired
    MeterRegistry registry;

    @Autowired
    MovedClock clock;

    private Receiver receiver;
    private String lamp;

    @BeforeEach
    void startReceiver() {
        receiver = new Receiver();
        lamp = company.product(0);
        announceAll();
    }

    @AfterEach
    void removeEndpoints() {
        receiver.close();
        endpoints
                .findAllByOrderByCreatedAtAscIdAsc()
                .forEach(endpoint -> saveEndpoint.remove(endpoint.id(), ExpectedVersion.ANY));
    }

    @Test
    void a_stock_change_is_delivered_signed_and_with_the_level() throws Exception {
        var hook = endpoint();
        change(5);

        deliver();

        var message = only(receiver.requests);
        assertThat(message.isSignedBy(hook.secret())).isTrue();
        assertThat(message.isSignedBy(Secret.random().text())).isFalse();
        assertThat(Long.parseLong(message.timestamp()))
                .isEqualTo(clock.instant().getEpochSecond());
        assertThat(message.body().length()).isLessThan(20_000);
        assertThat(message.json().path("type").asText()).isEqualTo("stock.level.changed");
        assertThat(Instant.parse(message.json().path("timestamp").asText())).isEqualTo(clock.instant());
        var data = message.json().path("data");
        assertThat(data.path("sku").asText()).isEqualTo(lamp);
        assertThat(data.path("site").asText()).isEqualTo("VIE");
        assertThat(data.path("onHand").asInt()).isEqualTo(5);
        assertThat(data.path("reserved").asInt()).isZero();
        assertThat(data.path("available").asInt()).isEqualTo(5);
        assertThat(data.path("number").asLong()).isPositive();
        assertThat(endpoints.get(hook.endpoint()).lastSuccessAt()).isEqualTo(clock.instant());
    }

    @Test
    void only_changes_of_the_chosen_product_and_site_are_sent() {
        createEndpoint.create(new EndpointData(receiver.address(), Topic.STOCK, lamp, "VIE"));
        var other = company.product(3);
        change(1);
        company.receive(other, "VIE", 1);
        announceAll();

        deliver();

        assertThat(receiver.requests).extracting(Request::sku).containsExactly(lamp);
    }

    @Test
    void a_receiver_that_fails_at_random_gets_everything_at_least_once_and_in_order() throws Exception {
        var seed = Long.getLong("ordertrail.seed", System.nanoTime());
        System.out.println("Seed: -Dordertrail.seed=" + seed);
        var chance = new Random(seed);
        receiver.answers(message -> chance(chance) ? 500 : 200);
        var hook = endpoint();
        var lamps = IntStream.range(0, 6).mapToObj(i -> company.product(1)).toList();
        announceAll();
        for (int round = 0; round < 8; round++) {
            lamps.forEach(one -> company.receive(one, "VIE", 1));
            announceAll();
            deliver();
            clock.move(Duration.ofSeconds(chance.nextInt(10)));
        }
        deliverUntil(() -> deliveries.unfinished(hook.endpoint()) == 0);

        for (var one : lamps) {
            var mine = receiver.requests.stream()
                    .filter(message -> message.sku().equals(one))
                    .toList();
            assertThat(mine.stream().filter(Request::accepted).map(Request::number))
                    .as("each once, seed %d", seed)
                    .hasSize(9)
                    .doesNotHaveDuplicates();
            Receiver.assertInOrder(mine);
        }
        sameIdInEachTry(receiver.requests);
        for (var message : receiver.requests) {
            assertThat(message.isSignedBy(hook.secret())).isTrue();
        }
        assertThat(endpoints.get(hook.endpoint()).enabled()).isTrue();
    }

    @Test
    void a_failed_delivery_delays_only_its_own_product() {
        var cup = company.product(1);
        announceAll();
        receiver.answers(message -> message.sku().equals(lamp) ? 503 : 200);
        endpoint();
        change(1);
        change(1);
        company.receive(cup, "VIE", 1);
        announceAll();

        deliver();

        assertThat(receiver.accepted()).extracting(Request::sku).containsExactly(cup);
        assertThat(receiver.requests.stream()
                        .filter(message -> message.sku().equals(lamp))
                        .map(Request::number)
                        .distinct())
                .as("the second waits for the first")
                .hasSize(1);
        receiver.answers(message -> 200);
        clock.move(Duration.ofSeconds(6));
        deliver();
        Receiver.assertInOrder(receiver.requests.stream()
                .filter(message -> message.sku().equals(lamp))
                .toList());
        assertThat(receiver.accepted()).hasSize(3);
    }

    @Test
    void delays_between_attempts_grow_and_the_tenth_failure_disables_the_endpoint() {
        receiver.answers(message -> 500);
        var hook = endpoint();
        change(1);
        deliver();
        for (var tries = 1; tries <= 9; tries++) {
            assertThat(receiver.requests).hasSize(tries);
            var delivery = delivery(hook);
            var pause = Outbox.RETRY_DELAYS.get(tries - 1);
            assertThat((double)
                            Duration.between(clock.instant(), delivery.due()).toMillis())
                    .isCloseTo(pause.toMillis() * 1.05, within(pause.toMillis() * 0.05 + 1));
            clock.move(pause.minusMillis(1));
            deliver();
            assertThat(receiver.requests).as("not before it is due").hasSize(tries);
            clock.move(Duration.between(clock.instant(), delivery.due()));
            deliver();
        }

        assertThat(receiver.requests).hasSize(10);
        assertThat(receiver.requests.stream().map(Request::id).distinct()).hasSize(1);
        var failed = endpoints.get(hook.endpoint());
        assertThat(failed.state()).isEqualTo(State.GAVE_UP);
        assertThat(failed.lastStatus()).isEqualTo(500);
        clock.move(Duration.ofDays(2));
        change(1);
        deliver();
        assertThat(receiver.requests).as("disabled").hasSize(10);

        receiver.answers(message -> 200);
        saveEndpoint.enable(hook.endpoint(), ExpectedVersion.ANY);
        deliver();
        assertThat(receiver.accepted()).as("it resumes where it stopped").hasSize(2);
        Receiver.assertInOrder(receiver.requests);
    }

    @Test
    void an_endpoint_that_is_gone_receives_nothing_more() {
        receiver.answers(message -> 410);
        var hook = endpoint();
        change(1);
        change(1);
        deliver();
        clock.move(Duration.ofDays(3));
        deliver();

        assertThat(receiver.requests).hasSize(1);
        assertThat(endpoints.get(hook.endpoint()).state()).isEqualTo(State.GONE);
    }

    @Test
    void a_redirect_is_a_failure_and_not_followed() {
        receiver.answers(message -> 302);
        var hook = endpoint();
        change(1);
        deliver();
        assertThat(receiver.requests).as("nothing was sent to the new location").hasSize(1);
        assertThat(endpoints.get(hook.endpoint()).lastProblem()).isEqualTo("REDIRECT");
        receiver.answers(message -> 200);
        clock.move(Duration.ofSeconds(6));
        deliver();
        assertThat(receiver.accepted()).hasSize(1);
    }

    @Test
    void a_receiver_that_does_not_respond_is_cut_off_and_delays_no_other() throws Exception {
        try (var quick = new Receiver()) {
            receiver.answers(message -> Receiver.SILENCE);
            var silent = endpoint();
            createEndpoint.create(new EndpointData(quick.address(), Topic.STOCK, null, null));
            var lamps = IntStream.range(0, 8).mapToObj(i -> company.product(1)).toList();
            announceAll();
            var node = node(Duration.ofSeconds(3));

            node.round();
            soon().until(() -> {
                node.round();
                return quick.accepted().size() == lamps.size();
            });
            assertThat(node.isIdle())
                    .as("the silent receiver has not responded yet")
                    .isFalse();
            soon().until(() -> {
                node.round();
                return receiver.requests.size() == lamps.size() && node.isIdle();
            });
            assertThat(deliveries.findByEndpointOrderByCreatedAtDescPositionDesc(silent.endpoint(), ALL))
                    .extracting(WebhookDelivery::lastProblem)
                    .containsOnly("TIMEOUT");
        }
    }

    @Test
    void a_node_that_dies_with_claimed_messages_loses_none() {
        var hook = endpoint();
        change(1);
        change(1);
        var endpoint = endpoints.get(hook.endpoint());
        makeDeliveries.createFor(endpoint);
        var claimed = outbox.claim(endpoint, 4);
        assertThat(claimed).hasSize(1);

        var other = node(WebhookClient.TIME_LIMIT);
        deliver(other);
        assertThat(receiver.requests).as("one at a time").isEmpty();
        clock.move(Outbox.CLAIM_TIMEOUT.plusSeconds(1));
        deliver(other);

        assertThat(receiver.accepted()).hasSize(2);
        assertThat(receiver.requests.get(0).id()).isEqualTo(claimed.get(0).id());
        Receiver.assertInOrder(receiver.requests);
        outbox.recordOutcome(claimed.get(0), DeliveryOutcome.answered(500));
        assertThat(deliveries.unfinished(hook.endpoint()))
                .as("a late outcome of the dead node is ignored")
                .isZero();
    }

    @Test
    void a_replayed_delivery_has_the_same_id() {
        var hook = endpoint();
        change(1);
        deliver();
        replayDeliveries.one(hook.endpoint(), receiver.requests.get(0).id());
        deliver();

        assertThat(receiver.requests).hasSize(2);
        assertThat(receiver.requests.get(1))
                .extracting(Request::id, Request::body)
                .containsExactly(
                        receiver.requests.get(0).id(), receiver.requests.get(0).body());
        assertThatThrownBy(() -> replayDeliveries.one(hook.endpoint(), "msg_none"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_replay_of_some_hours_is_in_order_and_includes_what_was_never_sent() {
        change(1);
        clock.move(Duration.ofHours(2));
        change(2);
        var hook = createEndpoint.create(new EndpointData(receiver.address(), Topic.STOCK, lamp, null));
        change(3);
        deliver();
        assertThat(levels()).containsExactly(6);

        replayDeliveries.since(hook.endpoint(), Duration.ofHours(1));
        deliver();
        assertThat(levels()).containsExactly(6, 3, 6);
        replayDeliveries.since(hook.endpoint(), Duration.ofHours(24));
        deliver();
        assertThat(levels().subList(3, 6)).containsExactly(1, 3, 6);
        assertThat(receiver.requests.stream().map(Request::id).distinct()).hasSize(3);
    }

    @Test
    void after_a_rotation_both_secrets_sign_for_a_day() throws Exception {
        var before = endpoint();
        var after = saveEndpoint.rotate(before.endpoint(), ExpectedVersion.ANY);
        change(1);
        deliver();
        clock.move(Duration.ofHours(24));
        change(1);
        deliver();

        assertThat(receiver.requests.get(0).signature().split(" ")).hasSize(2);
        assertThat(receiver.requests.get(0).isSignedBy(before.secret())).isTrue();
        assertThat(receiver.requests.get(0).isSignedBy(after.secret())).isTrue();
        assertThat(receiver.requests.get(1).isSignedBy(before.secret())).isFalse();
        assertThat(receiver.requests.get(1).isSignedBy(after.secret())).isTrue();
    }

    @Test
    void a_disabled_endpoint_receives_nothing_until_it_is_enabled_and_then_everything() {
        var hook = endpoint();
        saveEndpoint.disable(hook.endpoint(), ExpectedVersion.ANY);
        change(1);
        change(1);
        deliver();
        assertThat(receiver.requests).isEmpty();
        assertThatThrownBy(() -> saveEndpoint.sendTest(hook.endpoint())).isInstanceOf(Refusal.class);

        saveEndpoint.enable(hook.endpoint(), ExpectedVersion.ANY);
        deliver();
        assertThat(levels()).containsExactly(1, 2);
    }

    @Test
    void a_test_message_is_sent_once_and_its_failure_disables_nothing() throws Exception {
        receiver.answers(message -> 500);
        var hook = endpoint();
        saveEndpoint.sendTest(hook.endpoint());
        deliver();
        clock.move(Duration.ofDays(1));
        deliver();

        var message = only(receiver.requests);
        assertThat(message.json().path("type").asText()).isEqualTo("webhook.test");
        assertThat(message.isSignedBy(hook.secret())).isTrue();
        assertThat(endpoints.get(hook.endpoint()).enabled()).isTrue();
        assertThat(delivery(hook).state()).isEqualTo(WebhookDelivery.State.FAILED);
    }

    @Test
    void old_deliveries_are_deleted_and_those_under_way_are_not() {
        var cup = company.product(1);
        announceAll();
        receiver.answers(message -> message.sku().equals(lamp) ? 500 : 200);
        var hook = endpoint();
        change(1);
        company.receive(cup, "VIE", 1);
        announceAll();
        deliver();
        clock.move(Duration.ofDays(8));
        retainedDeliveries.forget(clock.instant().minus(retainedDeliveries.keptFor()));

        assertThat(deliveries.findByEndpointOrderByCreatedAtDescPositionDesc(hook.endpoint(), ALL))
                .extracting(WebhookDelivery::sku)
                .containsExactly(lamp);
    }

    @Test
    void the_number_of_endpoints_is_limited() {
        IntStream.range(0, CreateEndpoint.MAX_ENDPOINTS).forEach(i -> endpoint());
        assertThatThrownBy(this::endpoint).isInstanceOf(Refusal.class).hasMessageContaining("20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example.com",
                "ftp://shop.example.com/",
                "https://",
                "https:///x",
                "https://user:word@shop.example.com/",
                "https://shop.example.com/#part",
                "https://shop.example.com:0/",
                "https://shop.example.com:70000/",
                "https://sh op.example.com/",
                "https://商店.example.com/",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://a\u0000b/",
                "https://[::1",
                "mailto:a@b.c"
            })
    void an_invalid_web_address_is_refused_with_a_sentence(String address) {
        assertThatThrownBy(() -> createEndpoint.create(new EndpointData(address, Topic.STOCK, null, null)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void an_unknown_product_or_site_is_refused() {
        assertThatThrownBy(() ->
                        createEndpoint.create(new EndpointData(receiver.address(), Topic.STOCK, "NO-SUCH", "NOWHERE")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(InvalidInput.Fault::pointer)
                                .containsExactly("/sku", "/site"));
    }

    @Test
    void metrics_show_failures_and_delays() {
        var before = sent("failed");
        receiver.answers(message -> 500);
        endpoint();
        change(1);
        deliver();
        clock.move(Duration.ofMinutes(2));

        assertThat(sent("failed")).isEqualTo(before + 1);
        assertThat(registry.get("ordertrail.webhook.oldest").gauge().value()).isEqualTo(120);
        assertThat(registry.get("ordertrail.announcements.lag").gauge().value()).isZero();
    }

    private double sent(String outcome) {
        return registry.get("ordertrail.webhook.deliveries")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private SaveEndpoint.EndpointSecret endpoint() {
        return createEndpoint.create(new EndpointData(receiver.address(), Topic.STOCK, null, null));
    }

    private void change(int quantity) {
        company.receive(lamp, "VIE", quantity);
        announceAll();
    }

    private void announceAll() {
        while (announceStock.announce()) {
            // until all is announced
        }
    }

    private void deliver() {
        deliver(dispatcher);
    }

    /** Runs until nothing is due. */
    private static void deliver(WebhookDispatcher node) {
        node.round();
        soon().until(() -> {
            node.round();
            return node.isIdle();
        });
    }

    private void deliverUntil(Supplier<Boolean> done) {
        while (!done.get()) {
            clock.move(Duration.ofHours(25));
            deliver();
        }
    }

    /** Looks at once and often, because most of what is waited for takes milliseconds. */
    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    private WebhookDispatcher node(Duration timeLimit) {
        var ownClient = new WebhookClient(settings, SystemDefaultDnsResolver.INSTANCE, timeLimit);
        return new WebhookDispatcher(
                makeDeliveries, outbox, endpoints, new SendMessages(ownClient, clock, registry), false);
    }

    private WebhookDelivery delivery(SaveEndpoint.EndpointSecret hook) {
        return only(deliveries.findByEndpointOrderByCreatedAtDescPositionDesc(hook.endpoint(), ALL));
    }

    private List<Integer> levels() {
        return receiver.requests.stream()
                .map(message -> message.json().path("data").path("available").asInt())
                .toList();
    }

    private static boolean chance(Random chance) {
        synchronized (chance) {
            return chance.nextInt(10) < 3;
        }
    }

    private static void sameIdInEachTry(List<Request> tries) {
        Map<Long, String> ids = new HashMap<>();
        tries.forEach(one -> assertThat(ids.computeIfAbsent(one.number(), number -> one.id()))
                .isEqualTo(one.id()));
        assertThat(new HashSet<>(ids.values())).hasSameSizeAs(ids.keySet());
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
