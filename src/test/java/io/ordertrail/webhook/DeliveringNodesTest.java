package io.ordertrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;

import io.ordertrail.actor.Actor;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.stock.announcement.AnnounceStock;
import io.ordertrail.stock.announcement.Announcements;
import io.ordertrail.webhook.Endpoint.Topic;

/** Several nodes that send to one receiver, which is on this machine. */
@JourneyTest
class DeliveringNodesTest {

    private static final int CHANGES = 6;

    @Autowired
    TestCompany company;

    @Autowired
    AnnounceStock announceStock;

    @Autowired
    Announcements announcements;

    @Autowired
    Endpoints endpoints;

    @Autowired
    SaveEndpoint saveEndpoint;

    @Autowired
    SecretEncryption secrets;

    @Autowired
    Actor actor;

    @Test
    @Tag("database")
    void nodes_that_deliver_at_the_same_time_deliver_each_message_once_and_in_order(
            @Autowired MakeDeliveries makeDeliveries,
            @Autowired Outbox outbox,
            @Autowired Clock clock,
            @Autowired MeterRegistry registry)
            throws Exception {
        var client = new WebhookClient(
                new WebhookSettings(true, ""), SystemDefaultDnsResolver.INSTANCE, WebhookClient.TIME_LIMIT);
        var nodes = IntStream.range(0, 3)
                .mapToObj(i -> new WebhookDispatcher(
                        makeDeliveries, outbox, endpoints, new SendMessages(client, clock, registry), false))
                .toList();
        var lamps = IntStream.range(0, 5).mapToObj(i -> company.product(1)).toList();
        announceAll();
        try (var receiver = new Receiver()) {
            var endpoint = endpoint(receiver);
            for (int i = 0; i < CHANGES; i++) {
                lamps.forEach(one -> company.receive(one, "VIE", 1));
                announceAll();
            }
            var done = new ArrayList<Thread>();
            nodes.forEach(node -> {
                var thread = new Thread(() -> await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> {
                            contended(node);
                            return receiver.accepted().size() >= CHANGES * lamps.size() && node.isIdle();
                        }));
                thread.start();
                done.add(thread);
            });
            for (var thread : done) {
                thread.join();
            }
            saveEndpoint.remove(endpoint, ExpectedVersion.ANY);

            assertThat(receiver.requests).hasSize(CHANGES * lamps.size());
            lamps.forEach(one -> Receiver.assertInOrder(receiver.requests.stream()
                    .filter(message -> message.sku().equals(one))
                    .toList()));
        }
    }

    /** Stores the endpoint without the rules, which refuse an address of this machine here. */
    private String endpoint(Receiver receiver) {
        var id = UUID.randomUUID().toString();
        endpoints.save(new Endpoint(
                id,
                new EndpointData(receiver.address(), Topic.STOCK, null, null),
                secrets.encrypt(Secret.random(), id),
                announcements.lastNumber(),
                actor.stamp()));
        return id;
    }

    private void announceAll() {
        while (announceStock.announce()) {
            // until all is announced
        }
    }

    /** As the background loop does it: the next round follows a failed one. */
    private static void contended(WebhookDispatcher node) {
        try {
            node.round();
        } catch (DataAccessException e) {
            assertThat(e).isInstanceOf(ConcurrencyFailureException.class);
        }
    }
}
