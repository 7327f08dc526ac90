package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.ordertrail.database.OnMySql;

/**
 * Two nodes on one database, one of which is killed: every acknowledged order exists once and reaches its end, and the
 * other node does the job of the dead one after its lock has expired.
 */
@Tag("nodes")
@OnMySql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledNodeTest {

    private static final int ORDERS = Integer.getInteger("orders", 500);
    private static final int BUYERS = 8;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Fleet fleet;
    private Database database;
    private Buyers buyers;
    private JobInHand job;
    private Instant died;

    @BeforeAll
    void a_node_dies_with_a_locked_job_while_orders_are_entered() throws Exception {
        fleet = Fleet.started();
        database = fleet.database;
        job = new JobInHand(database, fleet.dying(), fleet.staying);
        fleet.dying().kill();
        died = Instant.now();
        job.releaseOrder();

        var dying = fleet.dying();
        buyers = new Buyers("killed-node", BUYERS, fleet.staying, dying);
        buyers.enter(ORDERS, () -> {
            buyers.await(ORDERS * 2 / 5);
            dying.kill();
        });
    }

    @Test
    void of_two_nodes_that_start_at_the_same_time_one_loads_the_demo_and_creates_the_filters() {
        assertThat(fleet.loaders).isEqualTo(1);
        assertThat(
                        database.count(
                                "select count(*) from (select NAME_ from ACT_RU_FILTER group by NAME_ having count(*) > 1) twice"))
                .isZero();
    }

    @Test
    void no_order_is_lost_or_doubled_when_a_node_dies() throws Exception {
        assertThat(buyers.refusals).isEmpty();
        assertThat(database.count("select count(*) from customer_order where channel = 'killed-node'"))
                .isEqualTo(ORDERS);
        assertThat(
                        database.count(
                                "select count(distinct o.external_reference) from customer_order o join ACT_HI_PROCINST p"
                                        + " on p.PROC_INST_ID_ = o.process_instance and p.BUSINESS_KEY_ = o.number where o.channel = 'killed-node'"))
                .isEqualTo(ORDERS);
        completeOrders(fleet.staying);
        assertThat(
                        database.count(
                                "select count(*) from customer_order o join ACT_HI_PROCINST p on p.PROC_INST_ID_ = o.process_instance"
                                        + " where o.channel = 'killed-node' and o.state = 'RECEIVED' and p.END_TIME_ is not null"))
                .isEqualTo(ORDERS);
        assertThat(database.wrongStockLevels()).isZero();
    }

    @Test
    void another_node_does_the_job_of_a_dead_node_within_a_minute() {
        var took = job.doneAfter(died);
        System.out.printf(
                "Another node did the job of the dead node %.1f s after its death%n", took.toMillis() / 1000.0);
        assertThat(took).isPositive().isLessThanOrEqualTo(LONGEST);
    }

    private void completeOrders(Node node) throws Exception {
        completeAll(node, "pickAndPack", "{\"variables\": {}}");
        completeAll(
                node,
                "shipParcel",
                "{\"variables\": {\"carrier\": {\"value\": \"DHL\"}, \"trackingNumber\": {\"value\": \"T-%s\"}}}");
        inParallel(database.read("select number from customer_order where channel = 'killed-node'"), number -> {
            done(node.post("demo-service", "/api/orders/" + number + "/delivery", "{}"));
            done(node.post("demo-service", "/api/orders/" + number + "/receipt", "{}"));
        });
    }

    private void completeAll(Node node, String task, String form) throws Exception {
        inParallel(
                database.read(
                        "select concat(t.ID_, ' ', o.number) from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
                                + " join customer_order o on o.process_instance = e.ROOT_PROC_INST_ID_"
                                + " where o.channel = 'killed-node' and t.TASK_DEF_KEY_ = '" + task + "'"),
                open -> done(node.post(
                        "demo-admin",
                        "/engine-rest/task/" + open.split(" ")[0] + "/submit-form",
                        form.formatted(open.split(" ")[1]))));
    }

    private static void done(Node.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    private static void inParallel(List<String> all, Consumer<String> work) throws Exception {
        var threads = Executors.newFixedThreadPool(BUYERS);
        var running =
                all.stream().map(one -> threads.submit(() -> work.accept(one))).toList();
        threads.shutdown();
        for (var one : running) {
            one.get();
        }
    }
}
